import type { Vocabulary } from "../../schema/vocabulary.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { splitTimeHead } from "../written/time-head.ts";
import type { TimelineEntry } from "./entry.ts";
import { stateBefore, timeAtEnd } from "./posted.ts";

/** Fewer headings with a time of day are no timeline. */
const LEAST_HEADINGS = 2;
const LEAST_SHARE = 0.6;
/** A time of day; headings with a day alone are as often those of releases. */
const CLOCK = /(?<![\d.])\d{1,2}:\d{2}(?![\d.])|\d\s*[ap]\.?m\b/i;

/** What happened, with its time in brackets behind it. */
const TIME_IN_BRACKETS = /^(\p{L}[^()]{2,80}?)\s*\(([^()]{0,30}\d{1,2}:\d{2}[^()]{0,40})\)$/u;

interface HeadedEntry extends KnownSection {
  readonly entries: readonly TimelineEntry[];
}

/** What a heading that begins or ends with a time tells, with what stands below it; null for any other. */
function entryOf(section: KnownSection, vocabulary: Vocabulary): TimelineEntry | null {
  const { heading, blocks } = section;
  const start = splitTimeHead(heading.text, vocabulary);
  const below = blocks.flatMap(blockTexts).map(({ text }) => text);
  const entryOf = (lines: readonly string[], head: string): TimelineEntry | null => {
    const text = lines.filter((line) => line !== "").join(" – ");
    return text === "" ? null : { time: { text: head, range: heading.range }, text };
  };
  if (start && CLOCK.test(start.head)) {
    return entryOf([start.rest.replace(/^[\s\p{P}]+/u, ""), ...below], start.head);
  }
  // "Recovery (16:40-17:00)"
  const [, name = "", within = ""] = TIME_IN_BRACKETS.exec(heading.text) ?? [];
  if (within !== "" && splitTimeHead(within, vocabulary)) return entryOf([name, ...below], within);
  // "Updated by the desk at 14 March 08:20" says who tells it; below stands what. "Resolved | 08:20" says it, too.
  const end = timeAtEnd(heading.text, vocabulary);
  if (!end || !CLOCK.test(end.head)) return null;
  const state = stateBefore(end, vocabulary);
  return entryOf(state === null ? below : [state, ...below], end.head);
}

/** Sections of a journal: each has a time in its heading, and tells below what happened; else none. */
export function headedSections(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly HeadedEntry[] {
  const lower = sections.filter(({ level }) => level > 1);
  const timed = lower.flatMap((section) => {
    const entry = entryOf(section, vocabulary);
    return entry ? [{ ...section, entries: [entry] }] : [];
  });
  const levels = new Set(timed.map(({ level }) => level));
  // What stands behind a container has no heading, and is no peer of it.
  const peers = lower.filter(
    ({ level, heading }) => levels.has(level) && heading.text !== "",
  ).length;
  const isJournal = timed.length >= LEAST_HEADINGS && timed.length >= peers * LEAST_SHARE;
  return isJournal && levels.size === 1 ? timed : [];
}
