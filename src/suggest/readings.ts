import type { Token } from "../core/postmortem.ts";
import { BARRIER, findPhrases } from "../prose/phrases.ts";
import type { SuggestContext } from "./define.ts";
import type { CueText } from "./sentence-text.ts";

const OPENING = "(";
const CLOSING = ")";

const NONE: ReadonlySet<number> = new Set();

/** Which tokens stand in brackets, the brackets included; none where one is not closed. */
export function inBrackets(tokens: readonly Token[]): ReadonlySet<number> {
  if (!tokens.some(({ text }) => text === CLOSING)) return NONE;
  const inside = new Set<number>();
  let open: number | null = null;
  for (const [index, { text }] of tokens.entries()) {
    if (text === OPENING) open ??= index;
    if (text !== CLOSING || open === null) continue;
    for (let at = open; at <= index; at += 1) inside.add(at);
    open = null;
  }
  return inside;
}

const COMMA = ",";
/** More words between two commas are no aside. */
const LONGEST_INSET = 8;

/** The places of what stands between two commas and begins as an aside does: ", until that night, ". */
function insetIn(
  { words, tokens: places }: CueText,
  tokens: readonly Token[],
  { cues }: Pick<SuggestContext, "cues">,
): readonly number[] {
  const isComma = (at: number) => words[at] === BARRIER && tokens[places[at] ?? -1]?.text === COMMA;
  const { prepositions, inset_starts: starts } = cues.words;
  return [...words.keys()].flatMap((at) => {
    const first = words[at + 1] ?? "";
    if (at === 0 || !isComma(at) || !(prepositions.has(first) || starts.has(first))) return [];
    const end = words.indexOf(BARRIER, at + 1);
    if (end === -1 || !isComma(end) || end - at > LONGEST_INSET + 1) return [];
    return Array.from({ length: end - at + 1 }, (_, index) => at + index);
  });
}

/** The places of a sentence that it can do without: asides, brackets, adverbs of manner. */
function passedOver(
  { words, tokens: places }: CueText,
  tokens: readonly Token[],
  { cues }: SuggestContext,
): ReadonlySet<number> {
  const brackets = inBrackets(tokens);
  const over = new Set(insetIn({ words, tokens: places }, tokens, { cues }));
  for (const { start, end } of findPhrases(words, [cues.asides], cues.words)) {
    for (let at = start; at < end; at += 1) over.add(at);
    // The commas around it.
    const isSetOff = start > 0 && words[start - 1] === "" && words[end] === "";
    if (isSetOff) over.add(start - 1).add(end);
  }
  for (const [at, word] of words.entries()) {
    const isManner = word.endsWith("ly") && !cues.words.not_adverbs.has(word);
    if (isManner || brackets.has(places[at] ?? -1)) over.add(at);
  }
  return over;
}

/**
 * The ways in which a sentence is read for cues: as it stands, and without what it says by the way.
 * @param mended without slips of spelling.
 */
export function readingsOf(
  mended: CueText,
  tokens: readonly Token[],
  context: SuggestContext,
): readonly CueText[] {
  const over = passedOver(mended, tokens, context);
  if (over.size === 0) return [mended];
  const isKept = (_: unknown, at: number) => !over.has(at);
  return [mended, { words: mended.words.filter(isKept), tokens: mended.tokens.filter(isKept) }];
}
