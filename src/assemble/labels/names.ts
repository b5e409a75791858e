import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { rangeSource } from "../sections/cells.ts";
import { type ReadName, sideBySide } from "./values.ts";

/** A name that a value tells, as a fact with the place of the value. */
export function factOf({ id, written, how }: ReadName, { range }: Text): Fact<string> {
  const source = { ...rangeSource(range), how };
  return { value: id, source, ...(id === written ? {} : { written }) };
}

const joints = memo(
  ({ lists: { and } }: Vocabulary) =>
    new RegExp(
      String.raw`[,;、，；]|(?<=[\s,;])${anyWord(and)}(?!\S)|\s\+\s|\s+(?=~["\x60\p{L}])`,
      "u",
    ),
);

/** The names that a value lists. */
export function listedIn(text: string, vocabulary: Vocabulary): readonly string[] {
  const parts = text.split(joints(vocabulary)).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

/** The names in a value, of which some stand side by side without a comma where all are known. */
export function namesIn(
  text: string,
  isKnown: (text: string) => boolean,
  vocabulary: Vocabulary,
): readonly string[] {
  return listedIn(text, vocabulary).flatMap((part) => {
    const joined = part.split(/(?<!\s)\s+[&/]\s+/);
    if (joined.length > 1 && !isKnown(part) && joined.every(isKnown)) return joined;
    return isKnown(part) ? [part] : (sideBySide(part.split(/\s+/), isKnown) ?? [part]);
  });
}
