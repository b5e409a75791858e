import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

interface ClockWords {
  readonly times: RegExp;
  readonly repeated: RegExp;
}

const clockWordsOf = memo(({ story_words: words, prose_times: { around } }: Vocabulary) => {
  const { noon, midnight, before, repeated } = words;
  const behind = String.raw`(?<=(?<!\p{L})${anyWord(before)}\s(?:${anyWord(around)}\s)?)`;
  const named = String.raw`(?<noon>${anyWord(noon)})|${anyWord(midnight)}`;
  return {
    times: new RegExp(String.raw`${behind}(?:${named})(?![\p{L}\p{N}-])`, "giu"),
    repeated: new RegExp(String.raw`(?<!\p{L})${anyWord(repeated)}(?!\p{L})`, "iu"),
  } satisfies ClockWords;
});

/**
 * A sentence with its words for a time of day as clocks show them: "from midnight until noon" is "from 00:00
 * until 12:00". What is so every day tells no time of the story.
 */
export function withClockWords(sentence: string, vocabulary: Vocabulary): string {
  const { times, repeated } = clockWordsOf(vocabulary);
  const read = sentence.replace(times, (_, noon?: string) =>
    noon === undefined ? "00:00" : "12:00",
  );
  return read === sentence || repeated.test(sentence) ? sentence : read;
}
