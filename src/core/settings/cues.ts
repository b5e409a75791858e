import type { SectionKind } from "../document/body-parts.ts";
import type { Phase } from "../postmortem.ts";
import type { Phrases, WordList } from "./language.ts";

/** Lists of words of the cues themselves that are classes: beside another one they tell something. */
export const CUE_CLASSES = [
  "alerts",
  "asked",
  "bad",
  "build",
  "docs",
  "doers_one",
  "find",
  "fixes",
  "groups",
  "machines",
  "missing",
  "modals",
  "not",
  "outsiders",
  "participles_of_mind",
  "permits",
  "plans",
  "signals",
  "skill",
  "support",
  "tests",
  "theirs",
  "worked",
] as const;

/** Those whose words tell nothing beside another. */
const OTHER_LISTS = [
  "affiliations",
  "asking_words",
  "assistants",
  "auxiliaries",
  "be",
  "believed",
  "channels",
  "clock",
  "conditions",
  "contrasts",
  "corners",
  "departments",
  "difficulties",
  "everyday",
  "examined",
  "fillers",
  "gates",
  "gauges",
  "halts",
  "handling",
  "indefinite",
  "inset_starts",
  "instructions",
  "leaders",
  "learned",
  "mailboxes",
  "more_asked",
  "more_people",
  "nobody",
  "not_adverbs",
  "object_ends",
  "our_team",
  "plenty",
  "powers",
  "programs",
  "pronouns",
  "relative",
  "self",
  "software",
  "unnamed",
  "unreal",
  "unreal_links",
  "upkeep",
  "valuables",
  "vendors",
  "witnesses",
  "writings",
] as const;

/** The lists of words of the cues themselves, beside those of the language. */
export const CUE_WORD_LISTS = [...CUE_CLASSES, ...OTHER_LISTS] as const;
export type CueWordList = (typeof CUE_WORD_LISTS)[number];

/**
 * Whose lack a cue must tell of: `ours` are people and teams, `own` anything but others and what only
 * has a name of its own, as a vendor does, `any` anything but others.
 */
export const CUE_SUBJECTS = ["any", "own", "ours"] as const;
export type CueSubject = (typeof CUE_SUBJECTS)[number];

/** Phrases by which prose shows a gap; `cues.yaml` says how they are written. */
export interface Cue extends Phrases {
  readonly kind: string;
  /** How often such a phrase is right, from 0 to 1. */
  readonly weight: number;
  readonly subject: CueSubject;
  /** Kinds of sections in which alone it counts; empty for all. */
  readonly in: readonly SectionKind[];
  readonly notIn: readonly SectionKind[];
  /** Whether it counts only where a sentence begins with it, as an order does. */
  readonly begins: boolean;
  /** Phrases that cancel it wherever they stand in the sentence. */
  readonly unless: readonly string[];
  /** What is missing whatever else the sentence names; null where that decides. */
  readonly competency: string | null;
  /** What is missing where the sentence names nothing. */
  readonly fallback: string | null;
  /** The list of words of which the sentence must have one for that; null for any sentence. */
  readonly fallbackWords: CueWordList | null;
  readonly phase: Phase | null;
}

/** Phrases that begin what a sentence says without asserting it: "It is not that we lacked …". */
export interface Unasserted extends Phrases {
  /** Kinds of sections in which alone it counts; empty for all. */
  readonly in: readonly SectionKind[];
  /** Where that ends: with its clause, at a word that contrasts it, or with the phrase itself, wherever it stands. */
  readonly until: "clause" | "contrast" | "phrase";
}

/** What is missing by a kind of gap alone, where a sentence without a cue names nothing. */
export interface KindFallback {
  readonly kind: string;
  /** The list of words of which the sentence must have one; null for any sentence. */
  readonly words: CueWordList | null;
  readonly competency: string;
}

/** Phrases by which prose tells of a hand-over to another team. */
export interface EscalationCue extends Phrases {
  readonly weight: number;
  /** Where the team that was asked is named; `within` is a team of the phrase, or else a person. */
  readonly to: "after" | "before" | "within";
  /** Whether a name that nothing here knows is somebody who was asked. */
  readonly takesNames: boolean;
  /** Whether a word that nothing here knows is, too, such as a handle or what a team is called by. */
  readonly takesHandles: boolean;
  /** Whether it tells of a machine as well, such as an alert that pages. */
  readonly ofMachines: boolean;
  /**
   * Whether a name that nothing here knows is that of another organisation; where who was asked stands before the
   * words, only another organisation counts.
   */
  readonly ofOutsiders: boolean;
  /** Whether the words leave out who asked, so that their subject is what was handed over. */
  readonly isPassive: boolean;
  /** Whether it counts only as the verb that ends a clause, as in a note: "Storage team contacted". */
  readonly endsClause: boolean;
  /** Whether it counts only where the sentence says who asked. */
  readonly needsAsker: boolean;
  /** Whether it tells of news as well, which leaders and channels only get. */
  readonly news: boolean;
  /** Whether it tells of work done together, so that a first name alone is one of ours. */
  readonly joint: boolean;
  /** Whether it says only that somebody was told, who then has to be one who helps. */
  readonly tells: boolean;
  /** Whether it counts only where more is said of who was asked than that it is somebody of the team. */
  readonly needsName: boolean;
}

/** The words by which gaps and escalations are recognised in prose. */
export interface Cues {
  /** The lists of words that the phrases refer to, those of the language included. */
  readonly words: Readonly<Record<WordList | CueWordList, ReadonlySet<string>>>;
  /** Kinds of sections that tell of no gap. */
  readonly silentSections: ReadonlySet<SectionKind>;
  /** Kinds of sections that tell of a gap only by what their sentences concede, and as which kind that counts. */
  readonly concedingSections: Readonly<Partial<Record<SectionKind, SectionKind>>>;
  /** Kinds of sections that tell of plans, and so of no hand-over. */
  readonly planSections: ReadonlySet<SectionKind>;
  /** How much a cue counts in a kind of section; 1 where it is not given. */
  readonly sectionWeights: Readonly<Partial<Record<SectionKind, number>>>;
  /** What a sentence says by the way, and what is left out where a phrase is looked for across it. */
  readonly asides: Phrases;
  readonly unasserted: readonly Unasserted[];
  /** The first that fits counts. */
  readonly fallbacks: readonly KindFallback[];
  readonly gaps: readonly Cue[];
  readonly escalations: readonly EscalationCue[];
  /** Phrases with which a sentence says that somebody was only told: "messaged Finn to let him know". */
  readonly toldOnly: Phrases;
  /** Words that tell which phase was slowed, in the order in which they are tried. */
  readonly phases: readonly (Phrases & { readonly phase: Phase })[];
  /** Words that tell why another team was asked. */
  readonly reasons: readonly (Phrases & { readonly reason: string })[];
}
