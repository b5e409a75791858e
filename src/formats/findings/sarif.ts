import type { ArtifactLocation, Fix, Log, Region, ReportingDescriptor, Result } from "sarif";
import type { Finding } from "../../core/finding.ts";
import type { LintReport, RuleSummary } from "../../core/output/lint-report.ts";
import type { Range } from "../../core/position.ts";
import { printableJson } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";
import { sentences } from "./sentences.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
/** Counts up whenever the same finding would get another fingerprint. */
const FINGERPRINT = "pmFinding/v1";

/**
 * A message string without placeholder and link, whatever it quotes: SARIF 2.1.0, 3.11.5 wants
 * braces doubled; 3.11.6 makes `[text](target)` a link and knows no escape for the whole.
 */
function messageText(text: string): string {
  return text.replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("](", "] (");
}

function percentEncoded(path: string): string {
  // Half of a surrogate pair, which a file name may hold, has no percent-encoding.
  const whole = path.replace(/\p{Cs}/gu, "\u{fffd}");
  return whole.split("/").map(encodeURIComponent).join("/");
}

/** By the path alone, not the platform's idea of it, so that the output is the same everywhere. */
function artifactLocation(path: string): ArtifactLocation {
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  if (drive !== undefined) {
    return { uri: `file:///${drive}${percentEncoded(path.slice(drive.length))}` };
  }
  if (path.startsWith("//")) return { uri: `file:${percentEncoded(path)}` };
  if (path.startsWith("/")) return { uri: `file://${percentEncoded(path)}` };
  return { uri: percentEncoded(path), uriBaseId: "%SRCROOT%" };
}

function exactRegion({ start, end }: Range): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** What is about a whole file is shown at its first line. */
function shownRegion(range: Range): Region {
  return range.end.offset === 0 ? { startLine: 1 } : exactRegion(range);
}

function fixes({ path, fix }: Finding): Fix[] | undefined {
  if (fix === null || fix.length === 0) return undefined;
  const replacements = fix.map(({ range, text }) => ({
    deletedRegion: exactRegion(range),
    insertedContent: { text },
  }));
  return [{ artifactChanges: [{ artifactLocation: artifactLocation(path), replacements }] }];
}

function result(finding: Finding, ruleIndex: number | undefined): Result {
  const { ruleId, level, path, range, fingerprint } = finding;
  const physicalLocation = {
    artifactLocation: artifactLocation(path),
    region: shownRegion(range),
  };
  return {
    ruleId,
    ruleIndex,
    level,
    message: { text: messageText(sentences(finding)) },
    locations: [{ physicalLocation }],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    fixes: fixes(finding),
  };
}

function descriptor({ id, level, summary, why, helps }: RuleSummary): ReportingDescriptor {
  const help = messageText(`${why}\n\n${helps}`);
  return {
    id,
    shortDescription: { text: messageText(summary) },
    fullDescription: { text: messageText(why) },
    help: { text: help, markdown: help },
    defaultConfiguration: { level },
  };
}

function sarifLog({ findings, rules, version }: LintReport): Log {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = { name: "pm", semanticVersion: version, rules: rules.map(descriptor) };
  const results = findings.map((finding) => result(finding, indices.get(finding.ruleId)));
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
}

/** SARIF 2.1.0, which code scanning services and editors read. */
export const sarif = defineFindingFormat({
  name: "sarif",
  ending: ".sarif",
  summary: "SARIF 2.1.0, for code scanning",
  render: (report) => `${printableJson(JSON.stringify(sarifLog(report), null, 2))}\n`,
});
