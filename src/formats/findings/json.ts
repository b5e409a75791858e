import type { Finding } from "../../core/finding.ts";
import { printableJson } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";

/** Grows with every change that a reader of the file could trip over. */
const SCHEMA = 1;

function findingData({ path, range, level, ruleId, message, hint, fix, fingerprint }: Finding) {
  return {
    path,
    line: range.start.line,
    column: range.start.column,
    end_line: range.end.line,
    end_column: range.end.column,
    level,
    rule: ruleId,
    message,
    hint,
    fixable: fix !== null,
    fingerprint,
  };
}

/** Every finding as it is, with the counts that decide the exit code. */
export const json = defineFindingFormat({
  name: "json",
  ending: ".json",
  summary: "every finding with its place and fingerprint, for programs",
  render({ findings, files, version }) {
    const errors = findings.filter(({ level }) => level === "error").length;
    const data = {
      schema: SCHEMA,
      version,
      summary: { errors, warnings: findings.length - errors, files: files.length },
      findings: findings.map(findingData),
    };
    return `${printableJson(JSON.stringify(data, null, 2))}\n`;
  },
});
