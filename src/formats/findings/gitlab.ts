import type { Finding, Level } from "../../core/finding.ts";
import { sha256 } from "../../core/sha256.ts";
import { printableJson } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";
import { lastLine } from "./last-line.ts";
import { sentences } from "./sentences.ts";

const SEVERITIES = { error: "major", warning: "minor" } as const satisfies Record<Level, string>;

/** GitLab wants it unique in the report; ours is unique in a file. */
function uniqueFingerprint({ path, fingerprint }: Finding): string {
  return sha256(`${path}\0${fingerprint}`);
}

function issue(finding: Finding) {
  const { path, range, level, ruleId } = finding;
  return {
    description: sentences(finding),
    check_name: ruleId,
    fingerprint: uniqueFingerprint(finding),
    severity: SEVERITIES[level],
    location: { path, lines: { begin: range.start.line, end: lastLine(range) } },
  };
}

/** A Code Quality report, which GitLab shows in a merge request. */
export const gitlab = defineFindingFormat({
  name: "gitlab",
  summary: "GitLab Code Quality report",
  render: ({ findings }) => `${printableJson(JSON.stringify(findings.map(issue), null, 2))}\n`,
});
