import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import {
  flattenItems,
  kindOfSection,
  type KnownSection,
  namesOfParts,
} from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { inNumberedDays } from "./day-numbers.ts";
import { laterEntries, timelineEntries } from "./entries.ts";
import type { TimelineEntry } from "./entry.ts";
import { headedSections } from "./headed.ts";
import { withInnerTimes } from "./inner-times.ts";
import { mailEntries, mailSections } from "./mails.ts";
import { areMails, openQuotes } from "./opened-quotes.ts";
import { byPlace, ELSEWHERE, partsOf, phasesOf } from "./phases.ts";
import { postedSections } from "./posted.ts";
import { isSpokenLine } from "./program-lines.ts";
import { storyByTimes } from "./timed-paragraphs.ts";
import { isTimed, timedRun } from "./timed-rows.ts";
import { CLOCK, isTimelineTable } from "./timeline-tables.ts";
import { dayLine, isDayLine } from "./zone-notes.ts";

/** A place in which a document tells its timeline, with what stands there. */
export interface TimelinePlace extends KnownSection {
  readonly entries: readonly TimelineEntry[];
  /** Whether they are mails, of which each may tell what happened before it was sent. */
  readonly areMails?: boolean;
}

function isTimelineName(text: string, { headings }: Vocabulary): boolean {
  return headings.timeline.includes(normalizeHeading(text));
}

function asTimeline(heading: Text, blocks: readonly Block[]): KnownSection {
  const range = blocks[0]?.range ?? heading.range;
  return { kind: "timeline", heading, level: 0, blocks, range };
}

/** Items below one that is called a timeline: `- Timeline:` and a list in it. */
function belowItems(items: readonly ListItem[], vocabulary: Vocabulary): readonly KnownSection[] {
  return flattenItems(items).flatMap((item) => {
    if (item.children.length === 0 || !isTimelineName(item.text, vocabulary)) return [];
    const list = { type: "list", items: item.children, range: item.range } as const;
    return [asTimeline({ text: item.text, range: item.range }, [list])];
  });
}

/** Longer lines tell what happened. */
const MOST_WORDS = 6;

function isNameOfPart(text: string, vocabulary: Vocabulary): boolean {
  if (namesOfParts(vocabulary).has(normalizeHeading(text))) return true;
  const isShort = text.split(/\s+/).length <= MOST_WORDS && !/[.:：\d]/.test(text);
  return isShort && kindOfSection(text, vocabulary) !== null;
}

/** The lines of one paragraph behind the one that is called a timeline, up to the name of another part. */
function linesBelow(block: Block, vocabulary: Vocabulary): readonly KnownSection[] {
  if (block.type !== "paragraph") return [];
  const at = block.lines.findIndex(({ text }) => isTimelineName(text, vocabulary));
  const line = block.lines[at];
  if (!line) return [];
  const rest = block.lines.slice(at + 1);
  const end = rest.findIndex(({ text }) => isNameOfPart(text, vocabulary));
  const lines = end === -1 ? rest : rest.slice(0, end);
  return lines.length === 0 ? [] : [asTimeline(line, [{ ...block, lines }])];
}

/** What stands below a plain line that is called a timeline, up to the next plain line. */
function belowLines(blocks: readonly Block[], vocabulary: Vocabulary): readonly KnownSection[] {
  return blocks.flatMap((block, index) => {
    const line = block.type === "paragraph" ? block.lines.at(-1) : undefined;
    if (!line || !isTimelineName(line.text, vocabulary)) return linesBelow(block, vocabulary);
    const rest = blocks.slice(index + 1);
    const end = rest.findIndex(({ type }) => type === "paragraph");
    return [asTimeline(line, end > 0 ? rest.slice(0, end) : rest)];
  });
}

function called(section: KnownSection, vocabulary: Vocabulary): readonly KnownSection[] {
  const lists = section.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
  return [...belowItems(lists, vocabulary), ...belowLines(section.blocks, vocabulary)];
}

function timedLists(items: readonly ListItem[], vocabulary: Vocabulary): readonly KnownSection[] {
  const [first] = items;
  if (!first) return [];
  const texts = items.map(({ text }) => text);
  if (!isTimed(texts, vocabulary)) {
    return items.flatMap(({ children }) => timedLists(children, vocabulary));
  }
  const range = { start: first.range.start, end: items.at(-1)?.range.end ?? first.range.end };
  return [asTimeline({ text: "", range }, [{ type: "list", items, range }])];
}

/** Rows that are a timeline by what they are: nearly each begins with a time. */
function uncalled(block: Block, vocabulary: Vocabulary): readonly KnownSection[] {
  const heading = { text: "", range: block.range };
  switch (block.type) {
    case "list":
      return timedLists(block.items, vocabulary);
    case "table": {
      const isElapsed = vocabulary.elapsed.includes(normalizeHeading(block.head[0]?.text ?? ""));
      const first = block.rows.map(([cell]) => cell && (isElapsed ? `T+${cell.text}` : cell.text));
      return isTimed(first, vocabulary) ? [asTimeline(heading, [block])] : [];
    }
    case "paragraph": {
      const lines = block.lines.map(({ text }) => text);
      if (isTimed(lines, vocabulary)) return [asTimeline(heading, [block])];
      const rows = timedRun(block.lines, vocabulary);
      return rows.length > 0 ? [asTimeline(heading, [{ ...block, lines: rows }])] : [];
    }
    case "code": {
      const lines = block.text
        .split("\n")
        .filter((line) => line.trim() !== "" && !/^\s*(?:---|\*\*\*)\s/.test(line));
      const isSpoken = lines.every((line) => isSpokenLine(line, vocabulary));
      return isSpoken && isTimed(lines, vocabulary) ? [asTimeline(heading, [block])] : [];
    }
    default:
      return [];
  }
}

/** Paragraphs of which nearly each begins with a time, as one place. */
function timedParagraphs(
  blocks: readonly Block[],
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  const story = storyByTimes(blocks, vocabulary);
  return story[0] ? [asTimeline({ text: "", range: story[0].range }, story)] : [];
}

/** Sections of a story by days: each heading is a day, and items below begin with a time; else none. */
function daysOfStory(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  const days = sections.filter(
    ({ heading }) =>
      splitTimeHead(heading.text, vocabulary)?.rest === "" && !CLOCK.test(heading.text),
  );
  const items = days.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === "list" ? block.items : [])),
  );
  const isStory = isTimed(
    items.map(({ text }) => text),
    vocabulary,
  );
  return isStory ? days : [];
}

/** A place that is one block of a section, with the day that the line or the heading above it tells. */
function withDayAbove(
  place: KnownSection,
  { heading, blocks }: KnownSection,
  vocabulary: Vocabulary,
): KnownSection {
  const { line } = place.range.start;
  const index = blocks.findIndex(({ range }) => range.start.line === line);
  if (index === 0 && isDayLine(heading.text, vocabulary)) return { ...place, heading };
  const above = blocks[index - 1];
  return above && dayLine(above, vocabulary)
    ? { ...place, blocks: [above, ...place.blocks] }
    : place;
}

/** The tables of one section that are timelines by their heads; none where several sections have some. */
function timelineTables(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  const found = sections
    .map((section) => {
      const tables = section.blocks.filter((block) => isTimelineTable(block, vocabulary));
      const places = tables.map((block) => asTimeline({ text: "", range: block.range }, [block]));
      return places.map((place) => withDayAbove(place, section, vocabulary));
    })
    .filter((tables) => tables.length > 0);
  return found.length === 1 ? (found[0] ?? []) : [];
}

/** Whether timelines of the same name stand side by side: those of several incidents. */
export function areSeveral(places: readonly KnownSection[], vocabulary: Vocabulary): boolean {
  const names = places
    .filter(({ heading }) => isTimelineName(heading.text, vocabulary))
    .map(({ heading }) => normalizeHeading(heading.text));
  return new Set(names).size < names.length;
}

/**
 * Where a document tells its timeline: in sections with such a heading, else below a line or an item
 * that is called so, else in a table whose head says so, else in the first rows of which nearly each begins with a time.
 */
function placesIn(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly TimelinePlace[] {
  const withEntries = (section: KnownSection): TimelinePlace => {
    return {
      ...section,
      entries: withInnerTimes(timelineEntries(section, vocabulary), vocabulary),
    };
  };
  const headed = sections.filter(({ kind }) => kind === "timeline").map(withEntries);
  if (headed.some(({ entries }) => entries.length > 0)) {
    const phases = phasesOf(sections, headed, vocabulary);
    if (phases.length === 0) return headed;
    return [...headed, ...phases.map(withEntries)].toSorted(byPlace);
  }
  const parts = partsOf(sections).map(withEntries);
  if (parts.some(({ entries }) => entries.length > 0)) return [...headed, ...parts];
  const own = partsOf(sections);
  const entered = sections.filter((one) => one.kind === "timeline" || own.includes(one));
  const journal = headedSections(entered, vocabulary);
  if (journal.length > 0) return journal;
  if (headed.length > 0) return headed;
  const others = sections.filter(({ kind }) => !ELSEWHERE.has(kind));
  const named = others
    .flatMap((section) => called(section, vocabulary))
    .map(withEntries)
    .filter(({ entries }) => entries.length > 0);
  if (named.length > 0) return named;
  const tables = timelineTables(others, vocabulary);
  if (tables.length > 0) return tables.map(withEntries);
  const days = daysOfStory(others, vocabulary);
  if (days.length > 0) return days.map(withEntries);
  const unnamed = others
    .map((section) => {
      const found = section.blocks.flatMap((block) => uncalled(block, vocabulary));
      const places = found.length > 0 ? found : timedParagraphs(section.blocks, vocabulary);
      return places.map((place) => withDayAbove(place, section, vocabulary));
    })
    .filter((places) => places.length > 0);
  // Rows in several sections are those of several incidents, or of other matters.
  if (unnamed.length > 0) return unnamed.length === 1 ? (unnamed[0] ?? []).map(withEntries) : [];
  const tailed = others
    .map((section) => {
      const mails = mailEntries(section, vocabulary);
      const entries = mails.length > 0 ? mails : laterEntries(section.blocks, vocabulary);
      return { ...section, entries, areMails: mails.length > 0 };
    })
    .filter(({ entries }) => entries.length > 0);
  if (tailed.length === 1) return tailed;
  const thread = mailSections(others, vocabulary);
  if (thread.length > 0) return thread.map((mail) => ({ ...mail, areMails: true }));
  const eligible = sections.filter(({ kind }) => kind !== "actions");
  const posted = postedSections(eligible, vocabulary);
  if (posted.length > 0) return posted;
  const headings = headedSections(eligible, vocabulary);
  return headings.length > 0 ? headings : inNumberedDays(others);
}

/** The same, or where nothing else tells one, within what the document quotes. */
export function timelinePlaces(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly TimelinePlace[] {
  const found = placesIn(sections, vocabulary);
  if (found.some(({ entries }) => entries.length > 0)) return found;
  const opened = openQuotes(sections, vocabulary);
  const within = opened === sections ? [] : placesIn(opened, vocabulary);
  return within.length === 0 || areMails(within, vocabulary) ? found : within;
}
