import type { LevelSetting } from "../core/finding.ts";
import type { Edit } from "../core/places/edit.ts";
import type { Range } from "../core/position.ts";
import type { ComparedPostmortem, EpochMs, Postmortem } from "../core/postmortem.ts";
import type { Config } from "../core/settings/config.ts";
import type { Language } from "../core/settings/language.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import type { NameSearch } from "../people/names.ts";
import type { Recogniser } from "../people/recogniser.ts";

/** Words that stand before, between and behind the names of teams. */
export interface NamingWords {
  readonly articles: readonly string[];
  readonly and: readonly string[];
  readonly teams: readonly string[];
  /** With which the name of a role begins or ends: "release manager", "responsable de red". */
  readonly roles: readonly string[];
}

/** What every rule knows besides the document. */
export interface DocumentContext {
  readonly taxonomy: Taxonomy;
  readonly config: Config;
  /** The language that rules on prose look for. */
  readonly language: Language;
  /** Tells people from teams, roles and code. */
  readonly people: Recogniser;
  /** The words around names in the language of a document; those of English where it is unknown. */
  readonly namingWords: (document: Pick<Postmortem, "language">) => NamingWords;
}

/** What a run knows besides its documents. */
export interface LintContext extends DocumentContext {
  /** Today, by which a date lies in the future. */
  readonly now: EpochMs;
}

/** What one rule knows besides the document. */
export interface RuleContext<OptionName extends string = string> extends DocumentContext {
  /** The rule's options: as `pm.yaml` sets them, otherwise their defaults. */
  readonly options: Readonly<Record<OptionName, number>>;
}

/** A figure that a team may set for a rule: `lint.options.RULE.NAME` in `pm.yaml`. */
export interface RuleOption {
  readonly default: number;
  /** What it limits, with its unit. */
  readonly description: string;
}

/** What a rule says about one place; the runner adds rule, level and file. */
export interface RuleFinding {
  readonly range: Range;
  readonly message: string;
  readonly hint?: string | null;
  /** Edits that are right whatever the writer meant. */
  readonly fix?: readonly Edit[];
  /** Edits that write what was probably meant: a person decides on them. */
  readonly unsafeFix?: readonly Edit[];
}

/** A report from a rule that looks at all documents together. */
export interface FolderRuleFinding extends RuleFinding {
  readonly path: string;
}

export interface RuleDefinition<Id extends string, OptionName extends string> {
  /** Kebab-case; also the file's name, and the key in `pm.yaml`. */
  readonly id: Id;
  /** Off for what only some teams want to know. */
  readonly defaultLevel: LevelSetting;
  /**
   * How the rule treats a document with `status: draft`: `off` skips it, `warning` never fails it,
   * `same` treats it like any other. Use `off` for facts that only a finished document can have.
   */
  readonly drafts: "off" | "warning" | "same";
  /** What the rule asks, as one sentence. */
  readonly summary: string;
  /** Why it exists, in two to four sentences. */
  readonly why: string;
  /** Which report gains from it, and how: one or two sentences that name the command. */
  readonly helps: string;
  /** A document that the rule reports. */
  readonly bad: string;
  /** The same document, corrected. */
  readonly good: string;
  readonly options?: Readonly<Record<OptionName, RuleOption>>;
  /** Options for checking the examples, where the defaults would need long ones. */
  readonly exampleOptions?: Readonly<Record<OptionName, number>>;
  /** What it says of one document depends on that document and the setup alone: it is remembered. */
  check?(postmortem: Postmortem, context: RuleContext<OptionName>): Iterable<RuleFinding>;
  /** For rules across files, or by today. Documents that serve only for comparison come first. */
  checkAll?(
    postmortems: readonly ComparedPostmortem[],
    context: RuleContext<OptionName> & Pick<LintContext, "now">,
  ): Iterable<FolderRuleFinding>;
}

/** A rule as the registry holds it. */
export type Rule<Id extends string = string> = RuleDefinition<Id, string>;

/** Declares a rule; its file is listed in `rules/index.ts`. */
export function defineRule<const Id extends string, const OptionName extends string>(
  rule: RuleDefinition<Id, OptionName>,
): Rule<Id> {
  return rule;
}

/** A search for those whom a document lists; what may be a team's name is none of them. */
export function searchListed(
  { listedNames: { full, single, acting = [] } }: Pick<Postmortem, "listedNames">,
  people: Recogniser,
): NameSearch {
  return people.search({ full, single, acting });
}
