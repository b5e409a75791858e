import type { Temporal } from "temporal-polyfill";
import { memo } from "../../core/memo.ts";
import { type EpochMs, type Milestone, MILESTONES } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { DurationWords } from "../../core/time/duration-words.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { kindOfSection, type KnownSection } from "../sections/sections.ts";
import { resolveDate } from "../written/dates.ts";
import { parseDurationText } from "../written/durations.ts";
import { isNamedBy, normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { instantOf, type WrittenTime } from "../written/times.ts";
import { resolveZone } from "../written/zones.ts";
import { isRemark } from "./labelled-times.ts";
import { writtenOn } from "./mail-heads.ts";
import { inThePast, saidDay, type StoryReading } from "./said-days.ts";
import { timesWithin } from "./times-within.ts";
import {
  LABELLED,
  LONGEST_SENTENCE,
  MOST_SENTENCES,
  type Sentence,
  sentencesBelowRows,
  sentencesOfText,
  TIME_OF_DAY,
  wholeLines,
} from "./told-sentences.ts";
import { withClockWords } from "./word-times.ts";

/** Where a document tells in sentences what happened; a status page calls its report "Postmortem". */
const TOLD_IN: ReadonlySet<KnownSection["kind"]> = new Set([
  null,
  "summary",
  "impact",
  "story",
  "learnings",
  "detection",
  "cause",
  "resolution",
]);
/** Where sentences tell as often of other times: when a job runs, when a check was added. */
export const ALSO_OTHERS: ReadonlySet<KnownSection["kind"]> = new Set([
  "learnings",
  "detection",
  "cause",
  "resolution",
]);
/** What of these a list may tell part by part, each item with its name. */
const TOLD_BELOW_LABELS: ReadonlySet<KnownSection["kind"]> = new Set([
  "impact",
  "detection",
  "cause",
  "resolution",
]);
/** Where the items of a list tell what happened, one after the other. */
const TOLD_IN_ITEMS: ReadonlySet<KnownSection["kind"]> = new Set(["detection", "resolution"]);
const MOST_TO_THE_END = 120;
/** A time within a sentence, with the words before it and what it belongs to. */
export interface TimeInSentence {
  readonly time: WrittenTime;
  readonly until: WrittenTime | null;
  readonly before: string;
  readonly clause: string;
  /** Whether it stands in brackets, as times of details do. */
  readonly isAside: boolean;
  readonly text: Sentence;
}

/** Where one clause ends and the next begins. */
const jointsOf = memo(
  ({ prose_times: { joints } }: Vocabulary) =>
    new RegExp(String.raw`[,;、]|\s${anyWord(joints)}(?=\s)`, "giu"),
);

/** How many words a text has. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

/** Where the clause of a time ends and that of the next begins, in what stands between the two. */
function jointIn(between: string, isAhead: boolean, pattern: RegExp): number {
  const joints = Array.from(between.matchAll(pattern), ({ index }) => index);
  // A clause is more than the word before a time: "at 10:00, and at 10:30 we …".
  const joint = joints.findLast((index) => wordsIn(between.slice(index)) <= 3) ?? joints.at(-1);
  return joint ?? (isAhead ? between.length : 0);
}

/** A sentence without what stands in brackets, where times stand outside of them too. */
function withoutBrackets(sentence: string, context: AssembleContext): string {
  const outside = sentence.replace(/\s?\([^()]*\d(?:[:.]\d\d|\s?[ap]\.?m)[^()]*\)/gi, "");
  return outside !== sentence && timesWithin(outside, context).length > 0 ? outside : sentence;
}

/** Whether a bracket before a place is still open there. */
function isInBrackets(sentence: string, place: number): boolean {
  const lastOf = (signs: readonly string[]) =>
    Math.max(...signs.map((sign) => sentence.lastIndexOf(sign, place - 1)));
  return place > 0 && lastOf(["(", "（"]) > lastOf([")", "）"]);
}

/** The times of a sentence, each with its clause: what follows it, or stands before where nothing does. */
function withClauses(text: Sentence, context: AssembleContext): readonly TimeInSentence[] {
  const sentence = withoutBrackets(text.text, context);
  const places = timesWithin(sentence, context);
  const [first] = places;
  if (!first) return [];
  const isAhead = sentence.slice(0, first.start).split(/\s+/).length <= 3;
  const joint = jointsOf(context.vocabulary);
  const joints = places.map(({ start }, index) => {
    const end = places[index - 1]?.end;
    return end === undefined ? 0 : end + jointIn(sentence.slice(end, start), isAhead, joint);
  });
  return places.map(({ start, end, time, until }, index) => {
    const last = places[index - 1]?.end ?? 0;
    const [from, to] = [joints[index] ?? 0, joints[index + 1] ?? sentence.length];
    const clause = sentence.slice(from, start) + sentence.slice(end, to);
    const isAside = isInBrackets(sentence, start);
    return { time, until, before: sentence.slice(last, end), clause, isAside, text };
  });
}

/** An instant with its day, where it was. */
interface Instant {
  readonly at: EpochMs;
  readonly day: Temporal.PlainDate;
}

/** The instant of a time; one without a date has that of the time nearest before it, else of the document. */
function instantIn(
  { date, time, zone }: WrittenTime,
  near: Temporal.PlainDate | null,
  documentZone: string | null,
  { vocabulary, timeZone }: AssembleContext,
  writtenOn: Temporal.PlainDate | null = null,
): Instant | null {
  const said = date ? resolveDate(date, near) : near;
  const day = said && inThePast(said, { date }, writtenOn);
  if (!day || !time) return null;
  const written = zone ?? documentZone;
  const id = written === null ? null : resolveZone(written, vocabulary.zones);
  return { at: instantOf(day, time, id ?? timeZone), day };
}

/** A paragraph as a whole, or line by line where it has labels; those of sections are no part of it. */
function linesOf(block: Block, names: ReadonlySet<string>, words: DurationWords): readonly Text[] {
  if (block.type !== "paragraph") return [];
  const isLabelled = block.lines.some(({ text }) => LABELLED.test(text));
  return (isLabelled ? wholeLines(block.lines) : [block]).map(({ text, range }) => {
    const [label = ""] = LABELLED.exec(text) ?? [];
    const isNamed = names.has(normalizeHeading(label.replace(/[:：]\s$/, "")));
    const value = text.slice(label.length);
    // "Duration: ~1h40 (most of it the build)" is no time of day.
    return { text: isNamed && parseDurationText(value, words) === null ? value : text, range };
  });
}

/** The parts of a document that labels of milestones name: what stands under them tells the same. */
const PART_OF = {
  started: "impact",
  detected: "detection",
  acknowledged: null,
  diagnosed: "cause",
  mitigated: "resolution",
  resolved: "resolution",
} as const satisfies Readonly<Record<Milestone, KnownSection["kind"]>>;

/** The part that a label at the beginning of an item names, "Detection: …", "Fix: …"; null where it names none. */
function partOf(label: string, vocabulary: Vocabulary): KnownSection["kind"] {
  const name = normalizeHeading(label);
  const named = MILESTONES.find((one) => vocabulary.milestones[one].labels.includes(name));
  const kind = named ? PART_OF[named] : kindOfSection(label, vocabulary);
  return kind !== null && TOLD_BELOW_LABELS.has(kind) ? kind : null;
}

/**
 * The sentences of items that begin with the name of a part, "- Detection: the check failed at 09:17", and of
 * those that tell a time in a section of that name.
 */
function textsOfItems(
  block: Block,
  section: KnownSection["kind"],
  vocabulary: Vocabulary,
): readonly Sentence[] {
  if (block.type !== "list") return [];
  return block.items.flatMap(({ text, range }): readonly Sentence[] => {
    const [lead = ""] = LABELLED.exec(text) ?? [];
    if (lead === "") {
      const isRead = TOLD_IN_ITEMS.has(section) && TIME_OF_DAY.test(text);
      return isRead ? [{ text, range, kind: section }] : [];
    }
    const kind = partOf(lead.replace(/[:：]\s$/, ""), vocabulary);
    const said = text.slice(lead.length);
    const rest = splitTimeHead(said, vocabulary)?.rest;
    // A time with no more than a remark is that of the label alone.
    return kind === null || (rest !== undefined && isRemark(rest))
      ? []
      : [{ text: said, range, kind }];
  });
}

/** What sentences of a section tell: "Remediation and prevention" tells how it ended, beside what is still to do. */
function proseKind(
  { kind, heading }: Pick<KnownSection, "kind" | "heading">,
  { headings }: Vocabulary,
): KnownSection["kind"] {
  return kind === "actions" && isNamedBy(heading.text, headings.resolution) ? "resolution" : kind;
}

/** What labels name whose values tell how long it was, or what happened. */
const namesOfStory = memo(
  ({ headings, spans }: Vocabulary): ReadonlySet<string> =>
    new Set([...headings.summary, ...headings.impact, ...spans]),
);

function sentencesIn(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly Sentence[] {
  const names = namesOfStory(vocabulary);
  const below = sections.flatMap((section) => sentencesBelowRows(section, vocabulary));
  const told = sections
    .map(({ blocks, ...section }) => ({ blocks, kind: proseKind(section, vocabulary) }))
    .filter(({ kind }) => TOLD_IN.has(kind))
    .flatMap(({ blocks, kind }) =>
      blocks.flatMap((block) => [
        ...linesOf(block, names, vocabulary.duration_words)
          .filter(({ text }) => !writtenOn(vocabulary).test(text))
          .map((line) => ({ ...line, kind })),
        ...textsOfItems(block, kind, vocabulary),
      ]),
    )
    .flatMap(({ text, ...place }) =>
      sentencesOfText(text).map((one) => ({ text: withClockWords(one, vocabulary), ...place })),
    )
    .slice(0, MOST_TO_THE_END)
    .map((one, index): Sentence => ({ ...one, isLate: index >= MOST_SENTENCES }))
    .filter(({ text, isLate }) => isLate !== true || TIME_OF_DAY.test(text))
    .filter(({ text }) => text.length <= LONGEST_SENTENCE && !LABELLED.test(text));
  return [...told, ...below];
}

/** A time within a sentence with its instant, and that of the second time of a range. */
export interface SentenceTime extends TimeInSentence, Instant {
  readonly end: Instant | null;
  /** Whether only the order of times tells its day: that after the evening before. */
  readonly isDayGuessed: boolean;
}

/** The times of the first sentences of a document, each with its instant where it has one. */
export function timesInSentences(
  sections: readonly KnownSection[],
  { day, zone, writtenOn }: StoryReading,
  context: AssembleContext,
): readonly SentenceTime[] {
  const found = sentencesIn(sections, context.vocabulary).flatMap((text) =>
    withClauses(text, context),
  );
  const dated = found.find(
    ({ time, text }) => time.date?.year != null && !ALSO_OTHERS.has(text.kind),
  );
  const date = dated?.time.date;
  let near = (date ? resolveDate(date, null) : null) ?? day?.value ?? null;
  const ownZone = found.find(({ time }) => time.zone !== null)?.time.zone ?? zone;
  let firm = near;
  let last: Temporal.PlainTime | null = null;
  return found.flatMap((one) => {
    const place = { ...one, sentence: one.text.text };
    const days = { near, firm, last, writtenOn };
    const said = one.time.date ? null : saidDay(place, days, context.vocabulary);
    const instant = instantIn(one.time, said?.day ?? near, ownZone, context, writtenOn);
    if (!instant) return [];
    near = instant.day;
    if (said?.isGuessed !== true) firm = near;
    last = one.until?.time ?? one.time.time;
    const zoneOfEnd = one.until?.zone ?? one.time.zone ?? ownZone;
    const end = one.until && instantIn(one.until, near, zoneOfEnd, context);
    return [{ ...one, ...instant, end, isDayGuessed: said?.isGuessed === true }];
  });
}

/** The earliest time that the sentences of a story tell, whatever it is that of; null where they tell none. */
export function earliestSaid(found: readonly SentenceTime[]): EpochMs | null {
  const ofStory = found.filter(({ text }) => !ALSO_OTHERS.has(text.kind) && text.isLate !== true);
  return ofStory.length === 0 ? null : Math.min(...ofStory.map(({ at }) => at));
}
