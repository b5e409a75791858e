import { group } from "d3-array";
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

/** Hints may differ: of one thing that many files lack, each may lack another part. */
function keyOf({ ruleId, level, message }: Finding): string {
  return JSON.stringify([ruleId, level, message]);
}

/** Puts findings by file, and those that repeat in many files once at the end. */
export function sortFindings(findings: readonly Finding[]): SortedFindings {
  const alike = group(findings, keyOf);
  const isRepeated = (some: readonly Finding[]) =>
    new Set(some.map(({ path }) => path)).size >= FEWEST_FILES;
  const repeated = [...alike.values()].filter(isRepeated);
  const apart = new Set(repeated.flat());
  const others = findings.filter((finding) => !apart.has(finding));
  return { byFile: group(others, ({ path }) => path), repeated };
}
