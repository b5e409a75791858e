import type { Finding, Level } from "../finding.ts";

/** What a format says of a rule beside its findings. */
export interface RuleSummary {
  readonly id: string;
  /** The level at which it is set. */
  readonly level: Level;
  readonly summary: string;
  readonly why: string;
  readonly helps: string;
}

/** Texts of files, each made when it is asked for. */
export type TextsByPath = Pick<ReadonlyMap<string, string>, "get">;

/** Everything that one run of `pm lint` has to say, for a format to write. */
export interface LintReport {
  /** In their one order (`compareFindings`). */
  readonly findings: readonly Finding[];
  /** Shown paths of all files that were judged, sorted; also those without a finding. */
  readonly files: readonly string[];
  /** The text of each judged file that could be read, by its path: what ranges refer to. */
  readonly texts: TextsByPath;
  /** The rules that were applied, by id. */
  readonly rules: readonly RuleSummary[];
  /** The version of `pm`. */
  readonly version: string;
}
