import type { Temporal } from "temporal-polyfill";
import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import { MS_PER_DAY } from "../../core/milliseconds.ts";
import type { EpochMs, Fact, Milestone } from "../../core/postmortem.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { rowCues, sentencesOf } from "../milestones/cues.ts";
import type { KnownSection } from "../sections/sections.ts";
import { saysHalf } from "../written/clock-times.ts";
import { resolveDate } from "../written/dates.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { instantOf, readWrittenTime, type WrittenTime } from "../written/times.ts";
import { resolveZone } from "../written/zones.ts";
import type { BodyTimes } from "./body-times.ts";
import type { BodyTimesReading } from "./instants.ts";

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
const ALSO_OTHERS: ReadonlySet<KnownSection["kind"]> = new Set([
  "learnings",
  "detection",
  "cause",
  "resolution",
]);
/** A story begins with its times; later ones are those of details. */
const MOST_SENTENCES = 12;
const LONGEST_SENTENCE = 400;
/** What stands under a label is read by its label. */
const LABELLED = /^[^:：.]{2,60}[:：]\s/;

/** What parts the two times of a range. */
const rangeOf = memo(({ clock_words: { to, range } }: Vocabulary) => {
  const words = anyWord([...to, ...range.and]);
  return new RegExp(String.raw`[–—]|\s(?:-|${words})\s(?=\d)`, "iu");
});

/** A sentence with what its section is for. */
interface Sentence extends Text {
  readonly kind: KnownSection["kind"];
}

/** A time within a sentence, with the words before it and what it belongs to. */
interface TimeInSentence {
  readonly time: WrittenTime;
  readonly until: WrittenTime | null;
  readonly before: string;
  readonly clause: string;
  readonly text: Sentence;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly time: WrittenTime;
  /** The second time of a range. */
  readonly until: WrittenTime | null;
}

/** Every time of day in a sentence; what begins with one at a word is that one. */
function timesIn(sentence: string, { vocabulary, dateOrder = null }: AssembleContext) {
  const places: Place[] = [];
  const range = rangeOf(vocabulary);
  let from = 0;
  for (const { index } of sentence.matchAll(/(?<![\p{L}\d:.])[\p{L}\d~≈]/gu)) {
    if (index < from) continue;
    const head = splitTimeHead(sentence.slice(index), vocabulary)?.head;
    const time = head === undefined ? null : readWrittenTime(head, vocabulary, dateOrder);
    // "11.20 % of them" is no time: one with a dot says that it is by its half of the day or its zone.
    const isAmount =
      head !== undefined && /\d\.\d/.test(head) && time?.zone === null && !saysHalf(head);
    if (head === undefined || !time?.time || time.counted || isAmount) continue;
    from = index + head.length;
    const [, second] = head.split(range);
    const until = second ? readWrittenTime(second, vocabulary, dateOrder) : null;
    places.push({ start: index, end: from, time, until });
  }
  return places;
}

/** Where one clause ends and the next begins. */
const jointsOf = memo(
  ({ prose_times: { joints } }: Vocabulary) =>
    new RegExp(String.raw`[,;、]|\s${anyWord(joints)}(?=\s)`, "giu"),
);

function wordsIn(text: string): number {
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
  return outside !== sentence && timesIn(outside, context).length > 0 ? outside : sentence;
}

/** The times of a sentence, each with its clause: what follows it, or stands before where nothing does. */
function withClauses(text: Sentence, context: AssembleContext): readonly TimeInSentence[] {
  const sentence = withoutBrackets(text.text, context);
  const places = timesIn(sentence, context);
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
    return { time, until, before: sentence.slice(last, end), clause, text };
  });
}

interface Prepositions {
  readonly start: RegExp;
  readonly end: RegExp;
  readonly between: RegExp;
  readonly and: RegExp;
}

const prepositionsOf = memo(
  ({ prose_times: { start, end, between, and, around } }: Vocabulary): Prepositions => {
    const behind = String.raw`\s*(?:[~≈]|${anyWord(around)}\s)?\s*\d`;
    const at = (words: readonly string[]) =>
      new RegExp(String.raw`(?<!\p{L})${anyWord(words)}(?:${behind}|$)`, "iu");
    return {
      start: at(start),
      end: at(end),
      between: at(between),
      and: at(and),
    };
  },
);

/** What the times before one in a story told. */
interface Told {
  /** Whether the last opened a range: "between 10:00". */
  readonly isOpen: boolean;
  readonly isDetected: boolean;
}

/** A sentence that tells what happened from when to when has as many words. */
const LEAST_WORDS = 3;

function isWindow({ time }: WrittenTime, until: WrittenTime | null): boolean {
  return time !== null && until?.time != null && !time.equals(until.time);
}

/** What a time in a sentence tells: by the word before it, else by what its clause says. */
function meaningOf(
  { time, before, clause, until, text: { kind } }: TimeInSentence,
  { isOpen, isDetected }: Told,
  { vocabulary }: AssembleContext,
): { readonly milestone: Milestone; readonly isSure: boolean } | null {
  const words = prepositionsOf(vocabulary);
  const cues = rowCues(vocabulary);
  const told = sentencesOf(clause);
  const isOther = ALSO_OTHERS.has(kind);
  if (isOpen && words.and.test(before)) return { milestone: "resolved", isSure: !isOther };
  const isWork = cues.isKind(told, "investigating") || cues.isKind(told, "mending");
  if (words.start.test(before) || words.between.test(before)) {
    return { milestone: "started", isSure: !isWork && !isOther };
  }
  if (words.end.test(before)) return { milestone: "resolved", isSure: !isWork && !isOther };
  for (const milestone of ["resolved", "diagnosed", "detected", "started"] as const) {
    if (milestone === "detected" && isDetected) continue;
    if (cues.strengthOf(told, milestone) === "strong") {
      const isEnd = milestone === "resolved" && kind === "resolution";
      return { milestone, isSure: !isOther || isEnd };
    }
  }
  const isFound = isDetected && cues.isKind(told, "finding") && !cues.isKind(told, "fruitless");
  if (isFound || cues.strengthOf(told, "diagnosed") === "weak") {
    return { milestone: "diagnosed", isSure: false };
  }
  if (kind === "detection" && !isDetected) return { milestone: "detected", isSure: false };
  const isTrouble =
    cues.isKind(told, "failure") ||
    kind === "cause" ||
    (isWindow(time, until) && wordsIn(clause) >= LEAST_WORDS && !isOther && !isWork) ||
    (!isDetected && cues.isKind(told, "change") && !isWork);
  return isTrouble ? { milestone: "started", isSure: false } : null;
}

type Meaning = NonNullable<ReturnType<typeof meaningOf>>;

/** Whether a milestone is told already: the last end counts, and a sure start more than one in doubt. */
function isTold({ milestone, isSure }: Meaning, before: Fact<EpochMs> | undefined): boolean {
  if (milestone === "resolved" || before === undefined) return false;
  return !(milestone === "started" && isSure && before.source.confidence === "low");
}

/** The instant of a time; one without a date has that of the time nearest before it, else of the document. */
function instantIn(
  { date, time, zone }: WrittenTime,
  near: Temporal.PlainDate | null,
  documentZone: string | null,
  { vocabulary, timeZone }: AssembleContext,
): { readonly at: EpochMs; readonly day: Temporal.PlainDate } | null {
  const day = date ? resolveDate(date, near) : near;
  if (!day || !time) return null;
  const written = zone ?? documentZone;
  const id = written === null ? null : resolveZone(written, vocabulary.zones);
  return { at: instantOf(day, time, id ?? timeZone), day };
}

/** A paragraph as a whole, or line by line where it has labels; those of sections are no part of it. */
function linesOf(block: Block, names: ReadonlySet<string>): readonly Text[] {
  if (block.type !== "paragraph") return [];
  const isLabelled = block.lines.some(({ text }) => LABELLED.test(text));
  return (isLabelled ? block.lines : [block]).map(({ text, range }) => {
    const [label = ""] = LABELLED.exec(text) ?? [];
    const isNamed = names.has(normalizeHeading(label.replace(/[:：]\s$/, "")));
    return { text: isNamed ? text.slice(label.length) : text, range };
  });
}

function sentencesIn(
  sections: readonly KnownSection[],
  { headings, spans }: Vocabulary,
): readonly Sentence[] {
  const names = new Set([...headings.summary, ...headings.impact, ...spans]);
  return sections
    .filter(({ kind }) => TOLD_IN.has(kind))
    .flatMap(({ blocks, kind }) =>
      blocks.flatMap((block) => linesOf(block, names).map((line) => ({ ...line, kind }))),
    )
    .flatMap(({ text, ...place }) =>
      text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u).map((one) => ({ text: one, ...place })),
    )
    .slice(0, MOST_SENTENCES)
    .filter(({ text }) => text.length <= LONGEST_SENTENCE && !LABELLED.test(text));
}

/**
 * The milestones that the first sentences of a document tell, for one that has no timeline: "From
 * 11:20 UTC on 11 February pages were slow; by 12:05 UTC it had recovered". The first start, the
 * first detection and cause, and the last end; with low confidence where the wording leaves doubt.
 */
export function proseTimes(
  sections: readonly KnownSection[],
  { day, zone }: Pick<BodyTimesReading, "day" | "zone">,
  context: AssembleContext,
): BodyTimes {
  const found = new Map<Milestone, Fact<EpochMs>>();
  const told = sentencesIn(sections, context.vocabulary).flatMap((text) =>
    withClauses(text, context),
  );
  const dated = told.find(
    ({ time, text }) => time.date?.year != null && !ALSO_OTHERS.has(text.kind),
  );
  const date = dated?.time.date;
  let near = (date ? resolveDate(date, null) : null) ?? day?.value ?? null;
  const ownZone = told.find(({ time }) => time.zone !== null)?.time.zone ?? zone;
  let isOpen = false;
  for (const one of told) {
    const instant = instantIn(one.time, near, ownZone, context);
    if (!instant) continue;
    near = instant.day;
    const meaning = meaningOf(one, { isOpen, isDetected: found.has("detected") }, context);
    isOpen = prepositionsOf(context.vocabulary).between.test(one.before);
    if (!meaning || isTold(meaning, found.get(meaning.milestone))) continue;
    const isLow = !meaning.isSure || day?.isUnsure === true;
    const doubt = isLow ? ({ confidence: "low" } as const) : {};
    const source = { origin: "body", how: "inferred", range: one.text.range, ...doubt } as const;
    found.set(meaning.milestone, { value: instant.at, source });
    const zoneOfEnd = one.until?.zone ?? one.time.zone ?? ownZone;
    const end = one.until && instantIn(one.until, near, zoneOfEnd, context);
    if (!end || meaning.milestone !== "started" || found.has("resolved")) continue;
    const value = end.at < instant.at ? end.at + MS_PER_DAY : end.at;
    found.set("resolved", { value, source });
  }
  return Object.fromEntries(found);
}
