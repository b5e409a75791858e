import type { Token } from "../../core/postmortem.ts";

/** A token with its place in the run of prose that it was read from. */
export interface PlacedToken extends Pick<Token, "type" | "text"> {
  readonly start: number;
  readonly end: number;
}

/** A quotation that goes on for longer was more likely never closed. */
const LONGEST_QUOTATION = 400;

/** What closes a quotation, by what opens it. A single mark is also an apostrophe. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["'", "'"],
  ["‘", "’"],
]);
const SINGLE: ReadonlySet<string> = new Set(["'", "’"]);

/** Whether a mark stands before a word and after none, as only an opening one does. */
function opens(tokens: readonly PlacedToken[], index: number): boolean {
  const [before, mark, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (after === undefined || after.start !== mark?.end) return false;
  return before === undefined || before.end < mark.start || before.type === "punctuation";
}

/** Whether a mark that could also be an apostrophe is none: no word goes on after it. */
function closes(tokens: readonly PlacedToken[], index: number): boolean {
  const [mark, after] = [tokens[index], tokens[index + 1]];
  if (mark === undefined || !SINGLE.has(mark.text)) return true;
  return after === undefined || after.start > mark.end || after.type === "punctuation";
}

function closingIndex(tokens: readonly PlacedToken[], from: number, mark: string): number {
  const last = Math.min(tokens.length, from + LONGEST_QUOTATION);
  for (let index = from + 1; index < last; index += 1) {
    if (tokens[index]?.text === mark && closes(tokens, index)) return index;
  }
  return -1;
}

const NONE: ReadonlySet<PlacedToken> = new Set();

/** The tokens that stand between quotation marks. A mark without its other half quotes nothing. */
export function quotedTokens(tokens: readonly PlacedToken[]): ReadonlySet<PlacedToken> {
  // Most prose quotes nothing.
  if (!tokens.some(({ text }) => CLOSING.has(text))) return NONE;
  const quoted = new Set<PlacedToken>();
  for (let index = 0; index < tokens.length; index += 1) {
    const closing = CLOSING.get(tokens[index]?.text ?? "");
    if (closing === undefined || !opens(tokens, index)) continue;
    const end = closingIndex(tokens, index, closing);
    if (end === -1) continue;
    for (const token of tokens.slice(index + 1, end)) quoted.add(token);
    index = end;
  }
  return quoted;
}
