import { compareText } from "../../../core/compare.ts";
import { counted } from "../../../core/counted.ts";
import type { Finding } from "../../../core/finding.ts";
import type { LintedProject } from "../../../jobs/lint/lint.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { LintOptions } from "./options.ts";

/** How many findings each rule has, the most frequent first, and how many of them --fix mends. */
export function statisticsText(findings: readonly Finding[]): string {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byRule.get(finding.ruleId);
    if (own) own.push(finding);
    else byRule.set(finding.ruleId, [finding]);
  }
  const rows = [...byRule].toSorted(
    ([a, some], [b, others]) => others.length - some.length || compareText(a, b),
  );
  const width = Math.max(0, ...rows.map(([, own]) => String(own.length).length));
  return rows
    .map(([rule, own]) => {
      const fixes = own.filter(({ fix }) => fix !== null).length;
      const fixable = fixes > 0 ? ` (${fixes} fixable)` : "";
      return `${String(own.length).padStart(width)}  ${rule}${fixable}\n`;
    })
    .join("");
}

/** How many findings `pm` can mend. */
function fixableText(findings: readonly Finding[], { fix, unsafeFixes }: LintOptions): string {
  const safe = fix ? 0 : findings.filter((finding) => finding.fix !== null).length;
  const unsafe = unsafeFixes ? 0 : findings.filter((finding) => finding.unsafeFix).length;
  const more = safe > 0 ? " more" : " fixable";
  return [
    ...(safe > 0 ? [`, ${safe} fixable with --fix`] : []),
    ...(unsafe > 0 ? [`, ${unsafe}${more} with --fix --unsafe-fixes`] : []),
  ].join("");
}

/** The last line of a run, and its exit code. */
export function outcome(findings: readonly Finding[], linted: LintedProject, options: LintOptions) {
  const errors = findings.filter(({ level }) => level === "error").length;
  const warnings = findings.length - errors;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const limit = tooMany ? `, more than --max-warnings ${options.maxWarnings ?? 0}` : "";
  const silenced = linted.silenced > 0 ? `, ${linted.silenced} silenced by comments` : "";
  const files = counted(linted.files.length, "file");
  const fixable = fixableText(findings, options);
  const line = `${counted(errors, "error")}, ${counted(warnings, "warning")} in ${files}${limit}${silenced}${fixable}`;
  const code: ExitCode = errors > 0 || tooMany ? EXIT.findings : EXIT.ok;
  return { line, code };
}
