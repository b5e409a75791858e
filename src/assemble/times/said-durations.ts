import type { SectionKind } from "../../core/document/body-parts.ts";
import { memo } from "../../core/memo.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { sentencesOf } from "../milestones/cues.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { parseDurationText } from "../written/durations.ts";

/** Where sentences tell of the incident as a whole. */
const OF_WHOLE: ReadonlySet<SectionKind | null> = new Set([
  null,
  "summary",
  "impact",
  "resolution",
]);

const patternsOf = memo(({ duration_words: words }: Vocabulary) => {
  const units = longestWord(Object.values(words.units).flat());
  const amount = String.raw`\d{1,6}(?:[.,]\d{1,3})?\s?${units}(?!\p{L})`;
  const about = String.raw`(?:[~≈]\s?|${anyWord(words.around)}\s)?`;
  const joint = String.raw`(?:\s|,\s|\s${anyWord(words.and)}\s)?`;
  return {
    said: words.said.map(
      (cue) =>
        new RegExp(
          String.raw`(?<!\p{L})(?:${cue})(${about}${amount}(?:${joint}${amount}){0,3})(?!\p{L})`,
          "iu",
        ),
    ),
    ofPart: new RegExp(String.raw`(?<!\p{L})${anyWord(words.of_parts)}(?!\p{L})`, "iu"),
  };
});

/** The length that a sentence tells, and whether it is that of a part, or a bound; null where it tells none. */
function lengthIn(
  sentence: string,
  vocabulary: Vocabulary,
): { readonly minutes: number; readonly isOfPart: boolean } | null {
  if (!/\d/.test(sentence)) return null;
  const { said, ofPart } = patternsOf(vocabulary);
  const written = said
    .map((pattern) => pattern.exec(sentence)?.[1])
    .find((one) => one !== undefined);
  if (written === undefined) return null;
  const minutes = parseDurationText(written, vocabulary.duration_words);
  return minutes === null ? null : { minutes, isOfPart: ofPart.test(sentence) };
}

/** How long sentences say that it took, "The outage lasted 95 minutes"; nothing where they say several lengths, or that of a part. */
export function saidDurations(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): Postmortem["statedDurations"] {
  const texts = sections
    .filter(({ kind }) => OF_WHOLE.has(kind))
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "table" ? [] : blockTexts(block))),
    );
  const found = texts.flatMap(({ text, range }) =>
    sentencesOf(text).flatMap((sentence) => {
      const length = lengthIn(sentence, vocabulary);
      return length === null ? [] : [{ ...length, range }];
    }),
  );
  const [first, ...others] = found;
  const isOpen = found.some(({ isOfPart }) => isOfPart);
  if (!first || first.minutes === 0 || isOpen) return {};
  const { minutes, range } = first;
  if (others.some((one) => one.minutes !== minutes)) return {};
  return { resolve: { value: minutes, source: { origin: "body", how: "inferred", range } } };
}
