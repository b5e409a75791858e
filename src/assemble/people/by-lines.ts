import { memo } from "../../core/memo.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import type { Text } from "../../parse/body/body.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { type KnownSection, lineTexts } from "../sections/sections.ts";
import { FULL_NAME, NAME_WORD } from "./written-names.ts";

/** What may stand behind a name that its line gives, and does not tell of. */
const END = String.raw`(?=\s*(?:$|[,;.|•·()<–—]|\p{L}{1,4}\s))`;
/** What stands behind an author: nothing, or a date. */
const DATED = String.raw`(?=\s*(?:$|,?\s[^,.]{0,15}\d))`;
/** A label that so many end in has "by" as its last word. */
const LEAST_LABELS = 3;

/** The words of a language for "by": those in which many labels of people end. */
function wordsForBy(labels: readonly string[]): readonly string[] {
  const last = labels.flatMap((label) => /\s(\p{L}+)$/u.exec(label)?.[1] ?? []);
  return [...new Set(last)].filter(
    (word) => last.filter((one) => one === word).length >= LEAST_LABELS,
  );
}

/** Shorter names of days are those of people, too: "Sun". */
const LEAST_LETTERS = 5;
/** Short labels are initials. */
const LONGEST_INITIALS = 4;

/** A label as it begins a sentence, and within one; initials also in capitals: "IC". */
function spellings(label: string): readonly string[] {
  const isShort = label.length <= LONGEST_INITIALS;
  return [label, capitalised(label), ...(isShort ? [label.toUpperCase()] : [])];
}

const patternsOf = memo(({ people, weekdays }: Vocabulary) => {
  const { listed_as, roles, owned_as } = people;
  const all = [...listed_as, ...roles, ...owned_as];
  const by = wordsForBy(all);
  // Who owns something or reported it may be a team or a tool.
  const authors = listed_as.filter((label) => by.some((word) => label.endsWith(` ${word}`)));
  // "By Monday Morning" names nobody.
  const days = weekdays.flat().filter((word) => word.length >= LEAST_LETTERS);
  const noDay = String.raw`(?!${longestWord(days.map(capitalised))}(?!\p{L}))`;
  const label = String.raw`(?<!\p{L})${longestWord([...all, ...by].flatMap(spellings))}\s+${noDay}`;
  return {
    label: new RegExp(String.raw`${label}(?=\p{Lu})`, "gu"),
    // Without parsing the body: the same with a name of several words, or one that stands behind "by".
    start: new RegExp(
      String.raw`${label}${FULL_NAME}|${longestWord(authors.flatMap(spellings))}\s+${NAME_WORD}`,
      "u",
    ),
    isBy: (one: string) => authors.includes(one.trim().toLowerCase()),
    isRole: new RegExp(String.raw`^${longestWord([...roles, ...listed_as])}$`, "iu"),
    isAlone: (one: string) => by.includes(one.trim().toLowerCase()),
  };
});

/** Finds what may give a name behind a label without a colon, without parsing the body. */
export const byLineStart = (vocabulary: Vocabulary): RegExp => patternsOf(vocabulary).start;

const FULL = new RegExp(`^${FULL_NAME}`, "u");
const AUTHOR = new RegExp(`^${FULL_NAME}${DATED}`, "u");
const SINGLE = new RegExp(`^${NAME_WORD}${END}`, "u");
const BESIDE_ROLE = new RegExp(String.raw`(${FULL_NAME})\s+\(([^()]{2,30})\)`, "gu");
/** Longer lines are prose, in which nobody is listed. */
const LONGEST_LINE = 160;

/** The names that a part of a line gives behind labels without a colon: "Written by Jane Roe, reviewed by Max Moe". */
function behindLabels(part: string, vocabulary: Vocabulary): readonly string[] {
  const { label, isBy, isAlone } = patternsOf(vocabulary);
  return [...part.matchAll(label)].flatMap(({ index, 0: written }): readonly string[] => {
    const isFirst = !/\p{L}/u.test(part.slice(0, index));
    const rest = part.slice(index + written.length);
    // "By Jane Roe, 3 May": the word alone begins many a sentence.
    if (isAlone(written)) return isFirst ? (AUTHOR.exec(rest)?.slice(0, 1) ?? []) : [];
    const full = isFirst || written.trim().includes(" ") ? FULL.exec(rest) : null;
    const single = isFirst && isBy(written) ? SINGLE.exec(rest) : null;
    return (full ?? single)?.slice(0, 1) ?? [];
  });
}

/** The names before their roles: "Jane Roe (IC), Max Moe (scribe)". */
function besideRoles(line: string, vocabulary: Vocabulary): readonly string[] {
  const { isRole } = patternsOf(vocabulary);
  return [...line.matchAll(BESIDE_ROLE)].flatMap(([, name = "", role = ""]) =>
    isRole.test(role.trim()) ? [name] : [],
  );
}

/** Who is named in a line as its author or in a role, without a label that ends in a colon. */
export function byLines(
  sections: readonly KnownSection[],
  comments: readonly Text[],
  vocabulary: Vocabulary,
): ListingTexts {
  const lines = [...sections.flatMap(({ blocks }) => blocks.flatMap(lineTexts)), ...comments];
  const short = lines.filter(({ text }) => text.length <= LONGEST_LINE);
  const names = short.flatMap(({ text }) => [
    ...text.split(/\s[|•·]\s/).flatMap((part) => behindLabels(part, vocabulary)),
    ...besideRoles(text, vocabulary),
  ]);
  const isFull = (name: string) => name.includes(" ");
  return {
    people: names.filter((name) => !isFull(name)),
    owners: names.filter(isFull),
  };
}
