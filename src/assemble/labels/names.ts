import type { Fact } from "../../core/postmortem.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { rangeSource } from "../sections/cells.ts";
import { listedIn } from "./listed-in.ts";
import { type ReadName, sideBySide } from "./values.ts";

/** A name that a value tells, as a fact with the place of the value. */
export function factOf({ id, written, how }: ReadName, { range }: Text): Fact<string> {
  const source = { ...rangeSource(range), how };
  return { value: id, source, ...(id === written ? {} : { written }) };
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
