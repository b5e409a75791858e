import type { Range } from "../core/position.ts";
import type { EpochMs } from "../core/postmortem.ts";
import type { Cues } from "../core/settings/cues.ts";
import type { Language } from "../core/settings/language.ts";
import type { Ranker } from "../core/settings/ranker.ts";
import type { Taxonomy } from "../core/taxonomy.ts";

/** A sentence from this confidence on is more likely a gap than not. */
export const LIKELY = 0.5;
/** A sentence from this confidence on is proposed unasked: four in five of those are gaps (docs/suggest.md). */
export const WORTH_PROPOSING = 0.55;
/** A question about a sentence from this confidence on is worth asking: those hold nearly all gaps (docs/suggest.md). */
export const WORTH_ASKING = 0.1;

/** A sentence that is less surely a gap is never proposed, unless a cue stands in it. */
export const LEAST_PROPOSED = 0.1;

/** What suggesting takes beside the documents. */
export interface SuggestContext {
  readonly taxonomy: Taxonomy;
  readonly language: Language;
  readonly cues: Cues;
  /** What was learned from labelled sentences; null for cues alone. */
  readonly ranker: Ranker | null;
}

/** What every suggestion says. */
interface SuggestionBase {
  readonly path: string;
  /** The sentence, with people's names taken out. */
  readonly sentence: string;
  /** Range of the sentence. */
  readonly range: Range;
  /** Tells the sentence from others of its document, wherever it stands. */
  readonly fingerprint: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** A phrase of the cues, or the sentence's words by what was learned. */
  readonly foundBy: "cue" | "wording";
  /** Why, in words. */
  readonly because: string;
  /** A competency or a domain; null where nothing of the taxonomy fits. */
  readonly competency: string | null;
}

/** A gap that a sentence seems to tell of. */
export interface GapSuggestion extends SuggestionBase {
  readonly type: "gap";
  readonly kind: string;
  readonly phase: string | null;
  /** The language model that took it for a gap; absent where none was asked. */
  readonly judgedBy?: string;
}

/** A hand-over to another team that a sentence seems to tell of. */
export interface EscalationSuggestion extends SuggestionBase {
  readonly type: "escalation";
  /** When its row of the timeline stands; null for a sentence of none, or one whose time is not known. */
  readonly at: EpochMs | null;
  /** Ids of teams; null where the sentence names none that the taxonomy knows. */
  readonly from: string | null;
  readonly to: string | null;
  /** Why the other team was asked; null where the sentence does not say. */
  readonly reason: string | null;
}

export type Suggestion = GapSuggestion | EscalationSuggestion;
