import type { SectionKind } from "../document/body-parts.ts";

/** The lists of words that the phrases and the rules refer to. */
export const WORD_LISTS = [
  "acts",
  "adverbs",
  "amounts",
  "asking",
  "changes",
  "clause_starts",
  "comparatives",
  "coordinators",
  "counted",
  "degrees",
  "describing",
  "determiners",
  "doers",
  "done_by_people",
  "acts_of_minds",
  "either",
  "first_names",
  "handled",
  "months",
  "numbered",
  "numbers",
  "participles",
  "passives",
  "people",
  "prepositions",
  "things",
  "units",
] as const;
export type WordList = (typeof WORD_LISTS)[number];

export const SUBJECTS = [
  "any",
  "people",
  "person",
  "first-name",
  "full-name",
  "name",
  "action",
  "condition",
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const VERBS = ["none", "act", "participle"] as const;
export type Verb = (typeof VERBS)[number];

/** Phrases that are looked for together; `language.yaml` says how they are written. */
export interface Phrases {
  readonly phrases: readonly string[];
  /** Phrases that cancel a match which they overlap. */
  readonly except: readonly string[];
}

/** Phrases that mean the same, with what to ask instead. */
export interface PhraseGroup extends Phrases {
  /** Whose doing the phrase must tell of. */
  readonly subject: Subject;
  /** What must follow the phrase. */
  readonly verb: Verb;
  /** Kinds of sections in which the phrase is no finding. */
  readonly notIn: readonly SectionKind[];
  /** A rewording as a question about the system. */
  readonly question: string;
}

/** The language that rules on prose look for. */
export interface Language {
  readonly words: Readonly<Record<WordList, ReadonlySet<string>>>;
  /** How a condition begins that people would have met: "if we had". */
  readonly conditions: PhraseGroup;
  readonly counterfactuals: readonly PhraseGroup[];
  readonly blame: readonly PhraseGroup[];
  readonly amounts: readonly PhraseGroup[];
}
