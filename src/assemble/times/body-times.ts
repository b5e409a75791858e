import { inDoubt } from "../../core/document/fact.ts";
import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import { type EpochMs, type Fact, type Milestone, MILESTONES } from "../../core/postmortem.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { shorterNames } from "../labels/shorter-names.ts";
import type { KnownSection } from "../sections/sections.ts";
import { resolveDate } from "../written/dates.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readWrittenTime, startOfDay, type WrittenTime } from "../written/times.ts";
import { timeBesideDate } from "./beside-date.ts";
import { declaredIn } from "./declared.ts";
import { isFixAlone, isImpactAlone, postsAmong, withImpactEnd, withoutPaperwork } from "./ends.ts";
import { type BodyTimesReading, factOf, instantOfTime, withZoneOf } from "./instants.ts";
import { isBracketed, type LabelledTime } from "./labelled-times.ts";
import { isInapplicable, leftOpen } from "./left-open.ts";
import { measuredSpans } from "./measured-spans.ts";
import { namesBothEnds, pointOf } from "./named-milestone.ts";
import { isOfOther, spanOf } from "./spans.ts";
import { timeBehind } from "./time-behind.ts";
import { areTimesAlone, betweenFact, rangeFact } from "./time-range.ts";
import { timesUnderLabels } from "./times-apart.ts";

/** Milestones that a body states under a label, "Detected: 2026-03-14 02:21 UTC". */
export type BodyTimes = Readonly<Partial<Record<Milestone, Fact<EpochMs>>>>;

/** A time of day behind its date without a colon: `2026-03-14 0215`. */
const BARE_CLOCK = /^([01]\d|2[0-3])([0-5]\d)(?!\d)/;
/** An end of a span that is only about right: `~06:27 → ~13:25`. */
const ABOUT_CLOCK = /[~≈]\s?\d{1,2}[:.h]\d{2}/;
const hedgeOf = memo(({ label_words: { hedges } }: Vocabulary): RegExp => {
  return new RegExp(String.raw`^${longestWord(hedges)}\s+(?=[\p{L}\d~])`, "iu");
});

/** The same behind a time: "15:00 UTC (estimated by the vendor)". */
const hedgedOf = memo(({ label_words: { hedges } }: Vocabulary): RegExp => {
  return new RegExp(String.raw`^\P{L}*${longestWord(hedges)}(?!\p{L})`, "iu");
});

/** A time that counts from the start, "Detected: T+10m"; null where nothing tells the start. */
function countedFact(
  { counted, time }: WrittenTime,
  zero: Fact<EpochMs> | null,
  range: Range,
): Fact<EpochMs> | null {
  const minutes = time === null ? (counted?.minutes ?? null) : null;
  if (minutes === null || zero === null || zero.source.precision === "day") return null;
  const { confidence, unsure } = zero.source;
  const doubt = { ...(confidence ? { confidence } : {}), ...(unsure ? { unsure } : {}) };
  return factOf({ value: zero.value + minutes * MS_PER_MINUTE, ...doubt }, range);
}

/** A length as a clock shows it, before both ends in brackets: "01:35 (10:02–11:37 UTC)". */
const LENGTH_OF_SPAN = /^[~≈]?\d{1,3}:[0-5]\d\s*\p{L}{0,7}\s*\(([^()]{9,60})\)$/u;

function isDayAlone(
  time: WrittenTime,
): time is WrittenTime & { readonly date: NonNullable<WrittenTime["date"]> } {
  return time.date !== null && time.time === null && time.counted === null && !time.hasDigitsLeft;
}

function isSpanLabel(label: string, context: AssembleContext): boolean {
  const { spans, headings } = context.vocabulary;
  const name = normalizeHeading(label);
  return spans.includes(name) || headings.date.includes(name) || namesBothEnds(label, context);
}

type Found = readonly {
  readonly milestone: Milestone;
  readonly fact: Fact<EpochMs>;
  /** Whether it stands under the label of a date, "When: 14 March, 10:05–11:40". */
  readonly isOfDate?: boolean;
}[];

function isDateLabel(label: string, { headings }: Vocabulary): boolean {
  return headings.date.includes(normalizeHeading(label));
}

/** Whether the times of a span are of something else, or only about right. */
function isInexact(span: string, vocabulary: Vocabulary): boolean {
  return isOfOther(span, vocabulary) || ABOUT_CLOCK.test(span);
}

/** The first of the facts, doubtful where another differs: those are of several incidents. */
function firstOf(name: Milestone, found: Found): Fact<EpochMs> | null {
  const [first, ...others] = found.flatMap(({ milestone, fact }) =>
    milestone === name ? [fact] : [],
  );
  if (!first) return null;
  const isOnly = others.every(({ value }) => value === first.value);
  return isOnly ? first : inDoubt(first);
}

/** Whether a label tells when a fault came in, which may fail only later: "Introduced: commit 4f2a9c1 — 07:07". */
function isIntroduction(label: string, { introductions }: Vocabulary): boolean {
  return introductions.includes(normalizeHeading(label));
}

/** The times that labels of milestones have, with the instant of each where it can be computed. */
function timesOfLabels(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
) {
  const { vocabulary, dateOrder = null } = context;
  const near = reading.day?.value ?? null;
  const isPost = postsAmong(
    labelled.map(({ label }) => label),
    vocabulary,
  );
  const ofLabels = labelled.flatMap(({ label, value, rest, range, above }) => {
    const milestone = pointOf(label, context);
    const sure = value.replace(hedgeOf(vocabulary), "");
    if (!milestone) return [];
    // "Root cause: PR-12 (10:05)" is when that came, not when it was found.
    const isOfCause = vocabulary.headings.cause.includes(normalizeHeading(label));
    const start =
      splitTimeHead(sure, vocabulary) ?? (isOfCause ? null : timeBehind(sure, vocabulary));
    if (!start || (start.rest.length > rest && !isBracketed(start.rest))) return [];
    const [, hour, minute] = BARE_CLOCK.exec(start.rest) ?? [];
    const head = hour === undefined ? start.head : `${start.head} ${hour}:${minute ?? "00"}`;
    const written = readWrittenTime(head, vocabulary, dateOrder);
    const time = withZoneOf({ label, above: [start.rest, ...above] }, written, context);
    // What was identified by then, a post of a status page leaves open.
    const isOpen = milestone === "diagnosed" && isPost(label);
    const isHedged = sure !== value || hedgedOf(vocabulary).test(start.rest);
    const isUnsure = isHedged || isOpen || isIntroduction(label, vocabulary);
    return [{ milestone, label, range, time, isUnsure }];
  });
  return ofLabels.map((one) => {
    const found = instantOfTime(one.time, near, reading, context);
    const date = one.time.date && resolveDate(one.time.date, near);
    return { ...one, at: found?.value ?? (date && startOfDay(date, context.timeZone)) };
  });
}

/** What a body states under labels. */
export interface LabelledMilestones {
  readonly times: BodyTimes;
  /** The end of the impact where no other end stands under a label: it is read as `mitigated`. */
  readonly endOfImpact: Fact<EpochMs> | null;
  /** When the fault was mended where no label tells an end: it may be the end as well. */
  readonly endOfFix: Fact<EpochMs> | null;
  /** The time of day that the label of a date has, where no label names the start: "Date & time: 2026-03-14 02:15". */
  readonly dateAndTime: Fact<EpochMs> | null;
  /** The start that the span under the label of a date begins with, "Date: 2026-03-14 (10:05 - 11:40)": it may be that of the work on it. */
  readonly startOfDate: Fact<EpochMs> | null;
  /** When the incident was declared, in doubt as the time of its detection. */
  readonly declared: Fact<EpochMs> | null;
  /** Those of which a label says that there is none, or that nobody knows it. */
  readonly leftOpen: readonly Milestone[];
  /** Of these, those of which it says that there was none: "N/A". */
  readonly inapplicable: readonly Milestone[];
}

/** The instant of a label of the incident's date that tells one time of day. */
function timeOfDate(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
): Fact<EpochMs> | null {
  const { vocabulary, dateOrder = null } = context;
  const { date: names } = vocabulary.headings;
  for (const { label, value, rest, range, above } of labelled) {
    const isDate = shorterNames(normalizeHeading(label), vocabulary).some((one) =>
      names.includes(one),
    );
    const start = isDate ? splitTimeHead(value, vocabulary) : null;
    if (!start || start.rest.length > rest || /\d/.test(start.rest)) continue;
    if (spanOf(value, { label, above }, reading, context) !== null) continue;
    const written = readWrittenTime(start.head, vocabulary, dateOrder);
    const time = withZoneOf({ label, above: [start.rest, ...above] }, written, context);
    if (time.date === null || time.counted !== null) continue;
    const fact = factOf(instantOfTime(time, null, reading, context), range);
    if (fact) return { ...fact, source: { ...fact.source, how: "inferred" } };
  }
  return null;
}

/** Milestones that labels only say to lie between two times. */
function rangedTimes(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
): Found {
  return labelled.flatMap((one): Found => {
    const milestone = pointOf(one.label, context);
    if (!milestone) return [];
    // "Started: 09:00–11:00" is both ends of the incident; any other milestone lies between the two.
    const isAlone = areTimesAlone(one.value) && !isOfOther(one.value, context.vocabulary);
    const isPoint = milestone !== "started" && isAlone;
    const ends = isPoint ? spanOf(one.value, one, reading, context) : null;
    const fact = rangeFact(one, reading, context) ?? (ends && betweenFact(...ends, one.range));
    return fact ? [{ milestone, fact }] : [];
  });
}

/** Both ends of the incident that labels of spans have, or those of its date. */
function spansUnder(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
): Found {
  const { vocabulary } = context;
  return labelled.flatMap(({ label, value, range, above, isUnsure }): Found => {
    const isSpan = isSpanLabel(label, context);
    // "Begin / end: 18:20 / 19:05"
    const [, ownEnds = value] = isSpan ? (LENGTH_OF_SPAN.exec(value) ?? []) : [];
    const parted = isSpan ? ownEnds.replace(/(?<=[\dA-Z])\s\/\s(?=\d)/, " – ") : value;
    const ends = isSpan ? spanOf(parted, { label, above }, reading, context) : null;
    const isDoubtful = isUnsure === true || isInexact(parted, vocabulary);
    const doubt = ends && isDoubtful ? ({ confidence: "low" } as const) : {};
    const [started, resolved] = ends?.map((end) => factOf({ ...end, ...doubt }, range)) ?? [];
    if (!started || !resolved) return [];
    return [
      { milestone: "started", fact: started, isOfDate: isDateLabel(label, vocabulary) },
      { milestone: "resolved", fact: resolved },
    ];
  });
}

/** Reads the milestones that a body states under labels, wherever they stand. */
export function bodyTimes(
  sections: readonly KnownSection[],
  reading: BodyTimesReading,
  context: AssembleContext,
): LabelledMilestones {
  const { vocabulary } = context;
  const near = reading.day?.value ?? null;
  const labelled = timesUnderLabels(sections, context);
  const ranged = rangedTimes(labelled, reading, context);
  const isRanged = new Set(ranged.map(({ fact }) => fact.source.range));
  const single = labelled.filter(({ range }) => !isRanged.has(range));
  const ofLabels = timesOfLabels(single, reading, context);
  const written = withImpactEnd(withoutPaperwork(ofLabels, vocabulary), vocabulary);
  const clocked = written.flatMap(({ milestone, label, range, time, isUnsure }): Found => {
    const fact = factOf(instantOfTime(time, near, reading, context), range);
    const isOfDate = isDateLabel(label, vocabulary);
    return fact ? [{ milestone, fact: isUnsure ? inDoubt(fact) : fact, isOfDate }] : [];
  });
  const spans = spansUnder(labelled, reading, context);
  const zero = reading.started ?? firstOf("started", clocked) ?? firstOf("started", spans);
  const counted = written.flatMap(({ milestone, range, time }): Found => {
    const fact = countedFact(time, zero, range);
    return fact ? [{ milestone, fact }] : [];
  });
  const days = written.flatMap(({ milestone, range, time, isUnsure }): Found => {
    const date = isDayAlone(time) ? resolveDate(time.date, near) : null;
    if (!date || (milestone === "started" && !isUnsure)) return [];
    const value = startOfDay(date, context.timeZone);
    const doubt = isUnsure ? ({ confidence: "low" } as const) : {};
    const source = { origin: "body", how: "stated", range, precision: "day", ...doubt } as const;
    return [{ milestone, fact: { value, source } }];
  });
  const points = [...clocked, ...counted, ...ranged];
  const measured = measuredSpans(labelled, reading, context);
  const found: Partial<Record<Milestone, Fact<EpochMs>>> = {};
  for (const name of MILESTONES) {
    const fact =
      firstOf(name, points) ??
      firstOf(name, spans) ??
      firstOf(name, measured) ??
      firstOf(name, days);
    if (fact) found[name] = fact;
  }
  const endOfImpact =
    found.resolved || !isImpactAlone(ofLabels, vocabulary) ? null : (found.mitigated ?? null);
  const dateAndTime = found.started
    ? null
    : (timeOfDate(labelled, reading, context) ?? timeBesideDate(labelled, reading, context));
  const declared = declaredIn(labelled, reading, context);
  const open = leftOpen(labelled, context).filter((name) => found[name] === undefined);
  const inapplicable = leftOpen(labelled, context, isInapplicable);
  const ofDate = [...clocked, ...spans].find(
    ({ fact, isOfDate }) => isOfDate === true && fact === found.started,
  );
  const mended = !found.resolved && isFixAlone(ofLabels, vocabulary) ? found.mitigated : undefined;
  const isEndOpen = () => labelled.some(({ label }) => pointOf(label, context) === "resolved");
  const endOfFix = mended && !isEndOpen() ? mended : null;
  const ofImpact = { endOfImpact, endOfFix, startOfDate: ofDate?.fact ?? null };
  return { times: found, ...ofImpact, dateAndTime, declared, leftOpen: open, inapplicable };
}
