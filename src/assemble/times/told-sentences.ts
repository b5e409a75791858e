import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { KnownSection } from "../sections/sections.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** How a time of day looks. */
export const TIME_OF_DAY = /\d[:.h]\d{2}(?!\d)|\d\s?[ap]\.?m\b/i;
/** A story begins with its times; later ones are those of details, but for an end. */
export const MOST_SENTENCES = 12;
/** Longer ones are lists or code. */
export const LONGEST_SENTENCE = 400;
/** What stands under a label is read by its label. */
export const LABELLED = /^[^:：.]{2,60}[:：]\s/;

/** A sentence with what its section is for. */
export interface Sentence extends Text {
  readonly kind: KnownSection["kind"];
  /** Whether it stands behind the beginning of the story. */
  readonly isLate?: boolean;
}

/** The sentences of a text. */
export function sentencesOfText(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u);
}

/** The lines of a paragraph, each with those that go on with its sentence: they begin small, and have no label. */
export function wholeLines(lines: readonly Text[]): readonly Text[] {
  const whole: { texts: string[]; range: Text["range"] }[] = [];
  let hasEnded = true;
  for (const { text, range } of lines) {
    const last = whole.at(-1);
    if (last && !hasEnded && /^\p{Ll}/u.test(text) && !LABELLED.test(text)) {
      last.texts.push(text);
      last.range = { start: last.range.start, end: range.end };
    } else whole.push({ texts: [text], range });
    hasEnded = /[.!?]$/.test(text);
  }
  return whole.map(({ texts, range }) => ({ text: texts.join(" "), range }));
}

/** Sentences in paragraphs of a timeline behind its first part, that tell a time and do not begin with it: they are no rows. */
export function sentencesBelowRows(
  { kind, blocks }: KnownSection,
  vocabulary: Vocabulary,
): readonly Sentence[] {
  if (kind !== "timeline") return [];
  return blocks
    .slice(1)
    .flatMap((block) => (block.type === "paragraph" ? wholeLines(block.lines) : []))
    .flatMap(({ text, range }) => sentencesOfText(text).map((one) => ({ text: one, range, kind })))
    .filter(({ text }) => text.length <= LONGEST_SENTENCE && TIME_OF_DAY.test(text))
    .filter(({ text }) => splitTimeHead(text, vocabulary) === null)
    .slice(-MOST_SENTENCES)
    .map((one): Sentence => ({ ...one, isLate: true }));
}
