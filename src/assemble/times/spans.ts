import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** What stands between the two ends of a span. */
export const betweenOf = memo(({ clock_words: { to } }: Vocabulary): RegExp => {
  return new RegExp(
    String.raw`(?:(?<!\s)\s+)?[–—→〜～]\s*|(?<!\s)\s+(?:-|${anyWord(to)})\s+|(?<=[\d)])\s*-\s*(?=\d{1,2}[:.]\d{2})`,
    "u",
  );
});

/** Words that may stand before a time without making it one of something else, in lower case. */
const plainWords = memo((vocabulary: Vocabulary): ReadonlySet<string> => {
  const { months, weekdays, spans, label_words, clock_words, prose_times, zones } = vocabulary;
  const { qualifiers, hedges, small } = label_words;
  const phrases = [
    ...[...months, ...weekdays, spans, qualifiers, hedges, small],
    ...[clock_words.before, prose_times.start, prose_times.between, Object.keys(zones)],
  ].flat();
  return new Set(phrases.flatMap((phrase) => phrase.toLowerCase().split(" ")));
});

/** Whether words before the first time of a span say that it is one of something else: "deploy 01:38". */
export function isOfOther(value: string, vocabulary: Vocabulary): boolean {
  const [first = ""] = value.split(betweenOf(vocabulary));
  // Words behind a number are its unit: "22 minutes".
  const words =
    first
      .toLowerCase()
      .replace(/(?<!\d)\d{1,6}\s?\p{L}{1,12}/gu, " ")
      .match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => !plainWords(vocabulary).has(word));
}
