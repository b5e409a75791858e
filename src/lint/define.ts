import type { Config } from "../core/config.ts";
import type { Level } from "../core/finding.ts";
import type { Range } from "../core/position.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";

/** What a rule knows beside the document. */
export interface RuleContext {
  readonly taxonomy: Taxonomy;
  readonly config: Config;
}

/** What a rule says of one place; the runner adds rule, level and file. */
export interface Report {
  readonly range: Range;
  readonly message: string;
  readonly hint?: string | null;
}

/** A report of a rule that looks at all documents together. */
export interface FolderReport extends Report {
  readonly path: string;
}

export interface Rule {
  /** Kebab-case; the file's name, and what `pm.yaml` sets the level of. */
  readonly id: string;
  readonly defaultLevel: Level;
  /**
   * How a document with `status: draft` is judged: `off` leaves it alone, `warning` never fails it,
   * `same` as any other. For facts that only a finished document can have, use `off`.
   */
  readonly drafts: "off" | "warning" | "same";
  /** What the rule asks, as one sentence. */
  readonly summary: string;
  /** Why it exists and which report suffers without it, in two to four sentences. */
  readonly why: string;
  /** A document that it reports. */
  readonly bad: string;
  /** The same document, mended. */
  readonly good: string;
  readonly check?: (postmortem: Postmortem, context: RuleContext) => Iterable<Report>;
  /** For rules across files. */
  readonly checkAll?: (
    postmortems: readonly Postmortem[],
    context: RuleContext,
  ) => Iterable<FolderReport>;
}

/** Declares a rule; its file is listed in `rules/index.ts`. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
