import { memo } from "../core/memo.ts";
import type { Cue, Cues } from "../core/settings/cues.ts";
import { domainOf } from "../core/taxonomy.ts";
import type { PhraseMatch } from "../prose/phrases.ts";
import { stemsIn, type TokenStem } from "../prose/stems.ts";
import type { SuggestContext } from "./define.ts";
import { domainOfWords } from "./domains.ts";
import { bestTerm, findTerms, type TermMatch } from "./terms.ts";

/** A competency, or a domain, and what in the text points to it, in words. */
export interface FoundCompetency {
  readonly id: string | null;
  readonly because: string;
  /** The sentence names it, its cue stands for it, or there is none. */
  readonly from: "sentence" | "cue" | "nothing";
}

function known(id: string | null, { taxonomy }: SuggestContext): string | null {
  return taxonomy.competencies.some((competency) => competency.id === id) ? id : null;
}

/** Lists of words that stand in any text. */
const COMMON_LISTS = [
  "everyday",
  "tests",
  "docs",
  "skill",
  "build",
  "missing",
  "bad",
  "theirs",
  "find",
  "people",
] as const satisfies readonly (keyof Cues["words"])[];

/**
 * Words of the cues and of the language stand in any text, and point to nothing. Cues never change, so
 * they are stemmed once.
 */
const commonIn = memo((cues: Cues): ReadonlySet<string> => {
  const words = COMMON_LISTS.flatMap((list) => [...cues.words[list]]);
  return new Set(words.flatMap((word) => [word, ...stemsIn(word)]));
});

/** A form of a verb in the past: "released" is no release. */
const PAST = /..ed$/;

/** How forms of one word end: "log", "logs", "logging"; "deploy", "deployment"; "cache", "caching". */
const FORM = /^(?:s|e|es|ed|d|er|ers|ing|ings|y|ies|ions?|ations?|ments?)?$/;
const DOUBLED = /^(?<letter>\p{L})\k<letter>(?=ing|ed|er)/u;

/** The fewest letters that forms of a word share, and how many they may share beyond those, as "cachi" of "caching". */
const FEWEST_SHARED = 2;
const SHARED_BY_CHANCE = 2;

/** How a word ends behind what it shares with another; a doubled letter is that of the shared part. */
function endingOf(word: string, shared: number): string {
  const isDoubled = DOUBLED.test(word.slice(Math.max(0, shared - 1)));
  return word.slice(isDoubled ? shared + 1 : shared);
}

/**
 * Whether two words of one stem are forms of one word; they may be others, as "community" and "communication", or
 * "live" and "liveness".
 */
function isFormOf(word: string, term: string): boolean {
  const differs = Array.from(word).findIndex((letter, index) => letter !== term[index]);
  const shared = differs === -1 ? word.length : differs;
  const begins = Array.from({ length: SHARED_BY_CHANCE + 1 }, (_, less) => shared - less);
  return begins.some(
    (at) => at >= FEWEST_SHARED && FORM.test(endingOf(word, at)) && FORM.test(endingOf(term, at)),
  );
}

/** Whether a term of one word stands in another sense: as another word, an everyday one, or a verb in the past. */
function isOtherSense(
  { term, start, end }: TermMatch,
  stems: readonly TokenStem[],
  { cues }: SuggestContext,
): boolean {
  if (end - start > 1 || term.includes(" ")) return false;
  const word = stems.find(({ token }) => token === start)?.word ?? "";
  const parts = stems.filter(({ token }) => token === start);
  if (!parts.some((part) => isFormOf(part.word, term))) return true;
  return cues.words.everyday.has(word) || (PAST.test(word) && !PAST.test(term));
}

function termsIn(stems: readonly TokenStem[], context: SuggestContext): readonly TermMatch[] {
  const terms = findTerms(stems, context.taxonomy);
  return terms.filter((term) => !isOtherSense(term, stems, context));
}

function ofTerm({ competency, term }: TermMatch): FoundCompetency {
  return { id: competency, because: ` + term '${term}'`, from: "sentence" };
}

/** What a cue or a kind of gap stands for. */
function standingFor(id: string | null): FoundCompetency {
  return id === null
    ? { id, because: "; no taxonomy term fits", from: "nothing" }
    : { id, because: ` (stands for ${id})`, from: "cue" };
}

/** What a sentence itself names; null where it names nothing of the taxonomy. */
export function findCompetency(
  stems: readonly TokenStem[],
  context: SuggestContext,
): FoundCompetency | null {
  const best = bestTerm(termsIn(stems, context));
  if (best) return ofTerm(best);
  const nouns = stems.filter(({ word }) => !PAST.test(word));
  const domain = domainOfWords(nouns, context.taxonomy, (stem) => commonIn(context.cues).has(stem));
  if (!domain) return null;
  return { id: domain.id, because: ` + word '${domain.word}'`, from: "sentence" };
}

/**
 * The competency of a sentence without a cue, by what stands in it, else by its kind of gap.
 * @param folded the words of the sentence.
 */
export function competencyOfWording(
  kind: string,
  stems: readonly TokenStem[],
  folded: readonly string[],
  context: SuggestContext,
): FoundCompetency {
  const { fallbacks, words } = context.cues;
  const fallback = fallbacks.find((one) => {
    const list = one.words;
    return one.kind === kind && (list === null || folded.some((word) => words[list].has(word)));
  });
  return (
    findCompetency(stems, context) ?? standingFor(known(fallback?.competency ?? null, context))
  );
}

/** Whether a term says more closely what a cue stands for: within its domain, or where that is one. */
function isWithin(own: string, { competency }: TermMatch, { taxonomy }: SuggestContext): boolean {
  const domain = domainOf(taxonomy, own);
  return domain === own || domain === domainOf(taxonomy, competency);
}

/** What is missing where a cue's sentence names nothing. */
function fallbackOf(
  { fallback, fallbackWords }: Cue,
  folded: readonly string[],
  { cues }: SuggestContext,
): string | null {
  const isMeant =
    fallbackWords === null || folded.some((word) => cues.words[fallbackWords].has(word));
  return isMeant ? fallback : null;
}

/**
 * The competency that a cue's sentence is about, by what stands in it: others beside it are about something else.
 * @param folded the words of the sentence.
 */
export function competencyOfCue(
  { group, start, end }: PhraseMatch<Cue>,
  stems: readonly TokenStem[],
  folded: readonly string[],
  context: SuggestContext,
): FoundCompetency {
  const own = known(group.competency, context);
  if (own === null) {
    const fallback = known(fallbackOf(group, folded, context), context);
    return findCompetency(stems, context) ?? standingFor(fallback);
  }
  const within = termsIn(stems, context).filter(
    (term) => term.start < end && start < term.end && term.isSpecific,
  );
  const inCue = bestTerm(within);
  return inCue && isWithin(own, inCue, context) ? ofTerm(inCue) : standingFor(own);
}
