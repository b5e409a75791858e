import { memo } from "../../core/memo.ts";
import type { Milestone } from "../../core/postmortem.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** The clearest first: "the report of the fix (15:10)" ends in the fix. */
const NAMED = ["resolved", "mitigated", "diagnosed", "detected", "started"] as const;

const patternsOf = memo(({ bracketed_nouns: nouns }: Vocabulary) => {
  // Some scripts write words without blanks between them.
  const joined = (words: readonly string[]) =>
    words.every((one) => /\w/.test(one)) ? "(?<![\\p{L}-])" : "";
  const apart = String.raw`(?<!\p{L})${longestWord(nouns.apart)}\s(?:\S{1,20}\s)?`;
  return NAMED.map((name) => {
    const noun = `${joined(nouns[name])}${longestWord(nouns[name])}`;
    const pattern = new RegExp(
      String.raw`(?<!${apart})${noun}\s?[(（][^()（）]{1,40}[)）]?$`,
      "iu",
    );
    return { name, pattern };
  });
});

/** A noun with what stands before it, and a time, are no longer. */
const LONGEST = 90;

/**
 * The milestone that the noun right before a time in brackets names, "the first alert (14:09 UTC)"; null where it names none.
 * @param before the sentence up to the end of that time
 */
export function namedBeforeBracket(before: string, vocabulary: Vocabulary): Milestone | null {
  const end = before.slice(-LONGEST);
  return patternsOf(vocabulary).find(({ pattern }) => pattern.test(end))?.name ?? null;
}
