import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

const joints = memo(
  ({ lists: { and } }: Vocabulary) =>
    new RegExp(
      String.raw`[,;、，；]|(?<=[\s,;])${anyWord(and)}(?!\S)|\s[+·•]\s|\s+(?=~["\x60\p{L}])`,
      "u",
    ),
);

/** The names that a value lists. */
export function listedIn(text: string, vocabulary: Vocabulary): readonly string[] {
  const parts = text.split(joints(vocabulary)).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}
