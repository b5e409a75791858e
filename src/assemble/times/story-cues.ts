import { memo } from "../../core/memo.ts";
import { anyPattern, anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { SentenceTime } from "./sentence-times.ts";
import type { Sentence } from "./told-sentences.ts";

const unawareOf = memo(
  ({ story_words: { unaware }, prose_times: { end } }: Vocabulary) =>
    new RegExp(String.raw`${anyPattern(unaware)}.{0,80}(?<!\p{L})${anyWord(end)}(?!\p{L})`, "isu"),
);

/** Whether the words before a time say that nobody knew of it until then: "we had no idea until 8:40". */
export function isUnawareUntil(before: string, vocabulary: Vocabulary): boolean {
  return unawareOf(vocabulary).test(before);
}

const overOf = memo(({ story_words: { over }, unreal }: Vocabulary) => {
  const untrue = String.raw`(?<!(?<![\p{L}'-])(?:${unreal.join("|")}))`;
  return new RegExp(untrue + anyPattern(over), "isu");
});

/** Whether the clause of a time says that all was well again: "the site was back at 09:20". */
export function tellsEnd(clause: string, vocabulary: Vocabulary): boolean {
  return overOf(vocabulary).test(clause);
}

const dataOf = memo(
  ({ story_words: { of_data } }: Vocabulary) => new RegExp(anyPattern(of_data), "isu"),
);

/**
 * Whether a time is one of data, or of those whom it concerns, rather than of the incident: "orders placed
 * between 09:00 and 11:30 are gone", "we restored the backup from 12:00".
 * @param spans how many times its sentence tells.
 */
function isOfData(
  { before, sentence, spans }: { before: string; sentence: string; spans: number },
  vocabulary: Vocabulary,
): boolean {
  const data = dataOf(vocabulary);
  return spans > 1 ? data.test(sentence) : data.test(before);
}

/** So many times of its own make a story without those of data. */
const LEAST_OWN = 2;

/** The times of a story without those of data, which are kept, in doubt, where it has hardly any other. */
export function withoutData<
  One extends Pick<SentenceTime, "before" | "text" | "isAside" | "until">,
>(times: readonly One[], vocabulary: Vocabulary): readonly One[] {
  const counts = new Map<Sentence, number>();
  for (const { text, until } of times) {
    counts.set(text, (counts.get(text) ?? 0) + (until === null ? 1 : 2));
  }
  const ofData = new Set(
    times.filter(({ before, text }) => {
      const spans = counts.get(text) ?? 1;
      return isOfData({ before, sentence: text.text, spans }, vocabulary);
    }),
  );
  const own = times.filter((one) => !ofData.has(one));
  if (own.length >= LEAST_OWN || ofData.size === 0) return own;
  return times.map((one) => (ofData.has(one) ? { ...one, isAside: true } : one));
}
