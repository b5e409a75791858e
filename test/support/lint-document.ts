import { readFileSync } from "node:fs";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import { parseVocabulary } from "../../src/assemble/vocabulary.ts";
import type { Config } from "../../src/core/config.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { SourceFile } from "../../src/core/source-file.ts";
import type { Rule } from "../../src/lint/define.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { runRules } from "../../src/lint/run.ts";
import { TAXONOMY } from "./taxonomy.ts";

/** What differs from one document at `incident.md`, judged as `pm` does by default. */
export interface LintOptions {
  readonly path?: string;
  /** Documents that are judged together with it. */
  readonly documents?: readonly SourceFile[];
}

/** A configuration with all defaults. */
export const CONFIG: Config = {
  path: null,
  folder: "/postmortems",
  include: ["**/*.md"],
  exclude: [],
  taxonomyPath: null,
  templatesPath: null,
  timeZone: "UTC",
  thresholds: {
    systemicIncidents: 3,
    systemicContexts: 2,
    emergingIncidents: 2,
    extendedDiagnosisMinutes: 60,
    smallCount: 5,
  },
  ruleLevels: new Map(),
  templateBySeverity: new Map(),
};

const vocabulary = parseVocabulary({
  path: "vocabulary.yaml",
  text: readFileSync(new URL("../../vocabulary.yaml", import.meta.url), "utf8"),
});

/** What rules find in documents that are read as `pm lint` reads them. */
export function lintFindings(
  rules: readonly Rule[],
  documents: readonly SourceFile[],
): readonly Finding[] {
  const context = { taxonomy: TAXONOMY, vocabulary, timeZone: CONFIG.timeZone };
  return runRules({
    postmortems: documents.map((document) => parsePostmortem(document, context)),
    unreadable: [],
    rules,
    context: { taxonomy: TAXONOMY, config: CONFIG },
  });
}

function findingsOfRule(ruleId: string, text: string, options: LintOptions): readonly Finding[] {
  const rule = RULES.find(({ id }) => id === ruleId);
  if (!rule) throw new Error(`No rule ${ruleId}`);
  const { path = "incident.md", documents = [] } = options;
  return lintFindings([rule], [{ path, text }, ...documents]);
}

/** What one rule says of a document: "line:column message", with the path where there are several. */
export function lintDocument(
  ruleId: string,
  text: string,
  options: LintOptions = {},
): readonly string[] {
  const showsPath = (options.documents ?? []).length > 0;
  return findingsOfRule(ruleId, text, options).map(({ path, range, message }) => {
    const place = `${range.start.line}:${range.start.column} ${message}`;
    return showsPath ? `${path}:${place}` : place;
  });
}

/** The hints that one rule gives for a document, in the order of its findings. */
export function lintHints(ruleId: string, text: string): readonly (string | null)[] {
  return findingsOfRule(ruleId, text, {}).map(({ hint }) => hint);
}
