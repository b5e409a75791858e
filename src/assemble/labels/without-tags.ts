import type { Text } from "../../parse/body/body.ts";

/** A tag of a gap in brackets of any sort, with the blanks before it; up to the end where nothing closes it. */
const TAG =
  /(?:(?<!\s)\s+)?[([{（]\s*(?:\p{L}+[ -]){0,2}gaps?\s?[:：=][^()[\]{}（）]*(?:[)\]}）]|$)/giu;
/** What is left of such a tag in the next line. */
const END_OF_TAG = /^[^()[\]{}（）]*[)\]}）]\s*/u;

/** Whether a text may hold a tag at all: few lines do. */
function mayHold(text: string): boolean {
  return /gaps?\s?[:：=]/i.test(text);
}

/** A text without the tags of gaps in it: their `team: x` is a part of the tag, no label. */
export function withoutTags<Given extends Text>(text: Given): Given {
  return mayHold(text.text) ? { ...text, text: text.text.replaceAll(TAG, "") } : text;
}

/** The lines of a paragraph without the tags in them, which may end in a later line than they begin. */
export function linesWithoutTags(lines: readonly Text[]): readonly Text[] {
  if (!lines.some(({ text }) => mayHold(text))) return lines;
  let isOpen = false;
  return lines.flatMap((line) => {
    const isEnd = isOpen && END_OF_TAG.test(line.text);
    if (isOpen && !isEnd) return [];
    const rest = isEnd ? { ...line, text: line.text.replace(END_OF_TAG, "") } : line;
    const last = [...rest.text.matchAll(TAG)].at(-1)?.[0] ?? "";
    isOpen = last !== "" && !/[)\]}）]$/u.test(last);
    return [withoutTags(rest)];
  });
}
