import { memoLast } from "../memo.ts";

/** What of a pattern keeps its case: escapes, properties, names of groups. */
const KEPT = /\\[pP]\{[^}]*\}|\\k<[^>]*>|\\.|\(\?<[A-Za-z]+>/gsu;
/** A pattern whose letters have other forms than the two of `toLowerCase`, or that tells the two apart. */
const BY_FLAG =
  /\\[pP]\{(?!(?:L|N|P|S|M|Lo|ASCII|Script=\w+)\})|\\[ux]|[µ\u0130\u0131\u017f]|(?![\0-\xff])\p{Cased}/u;
/** Letters that a pattern with the flag `i` takes for others than `toLowerCase` does. */
const OTHER_FORMS = /[\u0130\u017f]/;

/** A text in lower case; null where its letters have other forms. Many patterns are looked for in one text after another. */
const lowered = memoLast((text) => (OTHER_FORMS.test(text) ? null : text.toLowerCase()));

/** Looks for a pattern; of what is found, the places count: its text is in lower case. */
export type Caseless = (text: string) => RegExpExecArray | null;

/**
 * Looks for a pattern in whatever case, as the flags `iu` do. Most are looked for in lower case, in a text in lower
 * case: V8 takes a third of the time to make code for such a pattern, and large ones are made at each start.
 */
export function caseless(source: string): Caseless {
  let pattern: RegExp | null = null;
  const byFlag = (text: string) => (pattern ??= new RegExp(source, "iu")).exec(text);
  if (BY_FLAG.test(source)) return byFlag;
  let at = 0;
  let lower = "";
  for (const { 0: kept, index } of source.matchAll(KEPT)) {
    lower += source.slice(at, index).toLowerCase() + kept;
    at = index + kept.length;
  }
  const inLower = new RegExp(lower + source.slice(at).toLowerCase(), "u");
  return (text) => {
    const low = lowered(text);
    return low === null ? byFlag(text) : inLower.exec(low);
  };
}
