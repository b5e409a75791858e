import { memo } from "../../core/memo.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

const noneOf = memo(({ action_phrases: { none } }: Vocabulary): RegExp => {
  return new RegExp(String.raw`^\W*(?:${none.join("|")})[\s.!]*$`, "iu");
});

/** Whether a text says that nothing is to be done: "There are no actions to take." */
export function saysNoActions(text: string, vocabulary: Vocabulary): boolean {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/^[_*\s]+|(?<![_*\s.])[_*\s.]+$/g, "");
  return vocabulary.no_value.includes(folded) || noneOf(vocabulary).test(text);
}
