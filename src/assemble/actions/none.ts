import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

interface NonePatterns {
  readonly whole: RegExp;
  /** Why there are none may follow: "No action needed; the vendor has fixed it". */
  readonly reasoned: RegExp;
  /** What follows takes some of it back: "Nothing to do but watch the queue". */
  readonly restricted: RegExp;
}

const REASON = String.raw`(?:\s*[;,.]\s|\s+[–—-]\s)(.*)$`;

const patternsOf = memo(({ action_phrases, no_value: empty }: Vocabulary): NonePatterns => {
  const { none, but } = action_phrases;
  const worded = empty.filter((word) => /\p{L}/u.test(word));
  return {
    whole: new RegExp(String.raw`^\W*(?:${none.join("|")})[\s.!]*$`, "iu"),
    reasoned: new RegExp(String.raw`^\W*(?:${none.join("|")}|${anyWord(worded)})${REASON}`, "iu"),
    restricted: new RegExp(String.raw`(?<!\p{L})${anyWord(but)}(?!\p{L})`, "iu"),
  };
});

/** Whether a text says that nothing is to be done: "There are no actions to take." */
export function saysNoActions(text: string, vocabulary: Vocabulary): boolean {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/^[_*\s]+|(?<![_*\s.])[_*\s.]+$/g, "");
  const { whole, reasoned, restricted } = patternsOf(vocabulary);
  if (vocabulary.no_value.includes(folded) || whole.test(text)) return true;
  const [, reason] = reasoned.exec(text) ?? [];
  return reason !== undefined && !restricted.test(reason);
}
