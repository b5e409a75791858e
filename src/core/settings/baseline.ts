import { compareBy, compareText } from "../compare.ts";
import type { Finding } from "../finding.ts";

/** A problem that is known and does not fail `pm lint`. */
export interface BaselineEntry {
  /** Relative to the baseline file, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/** The order of a baseline file. */
export const compareBaseline = compareBy<BaselineEntry>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => compareText(a.rule, b.rule),
  (a, b) => compareText(a.fingerprint, b.fingerprint),
);

/** Findings, split by a baseline. */
export interface BaselineComparison {
  /** Findings that it does not have. */
  readonly fresh: readonly Finding[];
  /** Findings that it has. */
  readonly known: readonly Finding[];
  /** Entries of judged files that no finding answers to any more. */
  readonly gone: readonly BaselineEntry[];
}

function keyOf(path: string, rule: string, fingerprint: string): string {
  return [path, rule, fingerprint].join("\0");
}

/**
 * Tells known findings from fresh ones.
 * @param entryPath the path of a finding as the baseline writes it.
 * @param answered paths, as entries have them, of files whose silence means that a problem is gone.
 */
export function compareWithBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  entryPath: (path: string) => string,
  answered: ReadonlySet<string>,
): BaselineComparison {
  const keys = new Set(entries.map((entry) => keyOf(entry.path, entry.rule, entry.fingerprint)));
  const keyOfFinding = ({ path, ruleId, fingerprint }: Finding) =>
    keyOf(entryPath(path), ruleId, fingerprint);
  const found = new Set(findings.map(keyOfFinding));
  return {
    fresh: findings.filter((finding) => !keys.has(keyOfFinding(finding))),
    known: findings.filter((finding) => keys.has(keyOfFinding(finding))),
    gone: entries.filter(
      ({ path, rule, fingerprint }) =>
        answered.has(path) && !found.has(keyOf(path, rule, fingerprint)),
    ),
  };
}

/** Findings as entries of a baseline, which keeps no value of a document. */
export function baselineEntries(
  findings: readonly Finding[],
  entryPath: (path: string) => string,
): readonly BaselineEntry[] {
  return findings.map(({ path, ruleId, fingerprint }) => {
    return { path: entryPath(path), rule: ruleId, fingerprint };
  });
}
