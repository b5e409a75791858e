import type { SectionKind } from "../core/document/body-parts.ts";
import type { Token } from "../core/postmortem.ts";
import type { Cues, Unasserted } from "../core/settings/cues.ts";
import { BARRIER, matchesOfEach } from "../prose/phrases.ts";
import { ANY_WORD, type CueText } from "./sentence-text.ts";

type Setup = { readonly cues: Cues };

/** The first place from one on whose word is in a list or is a mark, as asserted; the end where none is. */
function endBefore(
  words: readonly string[],
  from: number,
  ends: (word: string) => boolean,
): number {
  const end = words.findIndex((word, at) => at >= from && ends(word));
  return end === -1 ? words.length : end;
}

/** Where what a phrase says of its sentence ends. */
function endOfUnasserted(
  { until }: Unasserted,
  words: readonly string[],
  from: number,
  { cues }: Setup,
): number {
  const { clause_starts: starts, contrasts } = cues.words;
  if (until === "phrase") return from;
  return until === "contrast"
    ? endBefore(words, from, (word) => contrasts.has(word))
    : endBefore(words, from, (word) => word === BARRIER || starts.has(word));
}

function isOf({ in: only }: Unasserted, section: SectionKind | null): boolean {
  return only.length === 0 || (section !== null && only.includes(section));
}

/** Whether a clause begins at a place. */
function beginsClause(words: readonly string[], at: number, { cues }: Setup): boolean {
  const before = words[at - 1] ?? BARRIER;
  return before === BARRIER || cues.words.clause_starts.has(before);
}

/** The words that a sentence says without asserting them, by their places: what stands for them. */
function unassertedIn(
  words: readonly string[],
  section: SectionKind | null,
  context: Setup,
): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const { group, matches } of matchesOfEach(
    words,
    context.cues.unasserted,
    context.cues.words,
  )) {
    if (!isOf(group, section)) continue;
    for (const { start, end } of matches) {
      if (group.until !== "phrase" && !beginsClause(words, start, context)) continue;
      const last = endOfUnasserted(group, words, end, context);
      for (let at = start; at < last; at += 1)
        places.set(at, group.until === "phrase" ? ANY_WORD : BARRIER);
    }
  }
  return places;
}

/** The words of a section of what went well that concede something: those behind the word that contrasts it. */
function concededIn(words: readonly string[], { cues }: Setup): ReadonlySet<number> {
  const start = words.findIndex((word) => cues.words.contrasts.has(word));
  if (start === -1) return new Set();
  const end = endBefore(words, start + 1, (word) => word === BARRIER);
  return new Set([...words.keys()].filter((at) => at > start && at < end));
}

/** The kind of section as which a sentence counts, if it tells of a gap only by what it concedes; null otherwise. */
export function concedingAs(section: SectionKind | null, { cues }: Setup): SectionKind | null {
  return section === null ? null : (cues.concedingSections[section] ?? null);
}

/** The words of a sentence that it asserts; marks or words that say nothing in the place of others. */
export function assertedText(text: CueText, section: SectionKind | null, context: Setup): CueText {
  const { words } = text;
  const conceded = concedingAs(section, context) === null ? null : concededIn(words, context);
  const unasserted = unassertedIn(words, section, context);
  if (conceded === null && unasserted.size === 0) return text;
  const assertedAt = (word: string, at: number) => {
    return conceded?.has(at) === false ? BARRIER : (unasserted.get(at) ?? word);
  };
  return { ...text, words: words.map(assertedAt) };
}

/** The tokens of a sentence that it asserts, as its asserted words are; the others as marks. */
export function assertedTokens(
  tokens: readonly Token[],
  { words, tokens: places }: CueText,
  asserted: CueText,
): readonly Token[] {
  const kept = new Set(places.filter((_, at) => words[at] === asserted.words[at]));
  return tokens.map((token, at) => (kept.has(at) ? token : { ...token, type: "punctuation" }));
}
