import type { Config } from "../core/config.ts";
import type { Edit } from "../core/edit.ts";
import type { Level } from "../core/finding.ts";
import type { Language } from "../core/language.ts";
import type { Range } from "../core/position.ts";
import type { Postmortem, PostmortemWithoutProse } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";

/** What every rule knows beside the document. */
export interface LintContext {
  readonly taxonomy: Taxonomy;
  readonly config: Config;
  /** The language that rules on prose look for. */
  readonly language: Language;
}

/** What one rule knows beside the document. */
export interface RuleContext<OptionName extends string = string> extends LintContext {
  /** The rule's own options as `pm.yaml` sets them, else their defaults. */
  readonly options: Readonly<Record<OptionName, number>>;
}

/** A figure that a team may set for a rule: `lint.options.RULE.NAME` in `pm.yaml`. */
export interface RuleOption {
  readonly default: number;
  /** What it bounds, with its unit. */
  readonly description: string;
}

/** What a rule says of one place; the runner adds rule, level and file. */
export interface Report {
  readonly range: Range;
  readonly message: string;
  readonly hint?: string | null;
  /** Edits that mend it for certain, whatever the writer meant. */
  readonly fix?: readonly Edit[];
}

/** A report of a rule that looks at all documents together. */
export interface FolderReport extends Report {
  readonly path: string;
}

export interface RuleDefinition<Id extends string, OptionName extends string> {
  /** Kebab-case; the file's name, and what `pm.yaml` sets the level of. */
  readonly id: Id;
  readonly defaultLevel: Level;
  /**
   * How a document with `status: draft` is judged: `off` leaves it alone, `warning` never fails it,
   * `same` as any other. For facts that only a finished document can have, use `off`.
   */
  readonly drafts: "off" | "warning" | "same";
  /** What the rule asks, as one sentence. */
  readonly summary: string;
  /** Why it exists, in two to four sentences. */
  readonly why: string;
  /** Which report is better for it, and how: one or two sentences that name the command. */
  readonly helps: string;
  /** A document that it reports. */
  readonly bad: string;
  /** The same document, mended. */
  readonly good: string;
  readonly options?: Readonly<Record<OptionName, RuleOption>>;
  /** Options under which the examples are judged, where the defaults would ask for long ones. */
  readonly exampleOptions?: Readonly<Record<OptionName, number>>;
  check?(postmortem: Postmortem, context: RuleContext<OptionName>): Iterable<Report>;
  /** For rules across files. Documents that are only there to compare with come first. */
  checkAll?(
    postmortems: readonly PostmortemWithoutProse[],
    context: RuleContext<OptionName>,
  ): Iterable<FolderReport>;
}

/** A rule as the registry holds it. */
export type Rule<Id extends string = string> = RuleDefinition<Id, string>;

/** Declares a rule; its file is listed in `rules/index.ts`. */
export function defineRule<const Id extends string, const OptionName extends string>(
  rule: RuleDefinition<Id, OptionName>,
): Rule<Id> {
  return rule;
}
