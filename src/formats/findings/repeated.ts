import type { Finding } from "../../core/finding.ts";

/** From so many files on, one remark is made once. */
const FEWEST_FILES = 5;

/** Findings of a run, with what many files have in common apart. */
export interface SortedFindings {
  /** By file, in the order of the findings. */
  readonly byFile: ReadonlyMap<string, readonly Finding[]>;
  /** Findings that say the same of at least five files, one of each. */
  readonly repeated: readonly (readonly Finding[])[];
}

function keyOf({ ruleId, level, message, hint }: Finding): string {
  return JSON.stringify([ruleId, level, message, hint]);
}

function grouped(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

/** Puts findings by file, and those that repeat in many files once at the end. */
export function sortFindings(findings: readonly Finding[]): SortedFindings {
  const alike = grouped(findings, keyOf);
  const isRepeated = (group: readonly Finding[]) =>
    new Set(group.map(({ path }) => path)).size >= FEWEST_FILES;
  const repeated = [...alike.values()].filter(isRepeated);
  const apart = new Set(repeated.flat());
  const others = findings.filter((finding) => !apart.has(finding));
  return { byFile: grouped(others, ({ path }) => path), repeated };
}
