import { memo } from "../../core/memo.ts";
import type { EpochMs, Fact } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readWrittenTime } from "../written/times.ts";
import { type BodyTimesReading, factOf, instantOfTime } from "./instants.ts";

/** What stands before the time from which rows count: "T0 = 14:02 UTC", "minutes from the start at 14:02 UTC". */
const zeroOf = memo(({ clock_words: { counted_from: words } }: Vocabulary) => {
  const named = String.raw`(?<![\p{L}\d])T\s?[+-]?\s?0(?![\d.]|:\d)\s?(?:[=:(@→]|is|was|at)\s?(?:at\s)?`;
  const said = String.raw`(?<!\p{L})${anyWord(words)}\s[^\d.!?:]{0,40}`;
  return new RegExp(String.raw`(?:${named}|${said})(?<!\p{L})(?=\d|\p{L}{3,9}\.?\s\d)`, "giu");
});

/** Longer texts tell a story, in which a time of day may be anything. */
const LONGEST_TEXT = 300;

/**
 * The time from which rows count, where the document tells it beside them: "T0 = 14:02 UTC"; null where it tells
 * none, or several.
 */
export function zeroTime(
  sections: readonly KnownSection[],
  reading: BodyTimesReading,
  context: AssembleContext,
): Fact<EpochMs> | null {
  const { vocabulary, dateOrder = null } = context;
  const texts = sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(blockTexts)]);
  const found = texts.flatMap(({ text, range }) => {
    if (text.length > LONGEST_TEXT || !/\d[:.h]\d{2}/.test(text)) return [];
    return [...text.matchAll(zeroOf(vocabulary))].flatMap(({ index, 0: words }) => {
      const head = splitTimeHead(text.slice(index + words.length), vocabulary);
      const written = head && readWrittenTime(head.head, vocabulary, dateOrder);
      if (!written?.time || written.counted) return [];
      const near = reading.day?.value ?? null;
      return factOf(instantOfTime(written, near, reading, context), range) ?? [];
    });
  });
  const [first, ...others] = found;
  return first && others.every(({ value }) => value === first.value) ? first : null;
}
