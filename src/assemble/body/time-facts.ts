import type { Temporal } from "temporal-polyfill";
import { inDoubt, isExact } from "../../core/document/fact.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type Postmortem,
} from "../../core/postmortem.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { zoned } from "../../core/time/calendar.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { AssembleContext } from "../context.ts";
import { timelineMilestones } from "../milestones/milestones.ts";
import type { KnownSection } from "../sections/sections.ts";
import { movedProblems } from "../timeline/moved.ts";
import { type TimelinePlace, timelinePlaces } from "../timeline/places.ts";
import { arePosts } from "../timeline/posted.ts";
import { mentionedStart } from "../timeline/since.ts";
import { readTimeline } from "../timeline/timeline.ts";
import {
  hasUnknownNote,
  hasUnknownZone,
  notedZone,
  timelineZone,
  zoneElsewhere,
} from "../timeline/zone.ts";
import {
  APART_MS,
  besideOwnTimes,
  besideRows,
  besideSentences,
  isClear,
} from "../times/beside-rows.ts";
import { type BodyTimes, bodyTimes, type LabelledMilestones } from "../times/body-times.ts";
import { countedDurations } from "../times/counted-durations.ts";
import {
  type DocumentDay,
  documentDay,
  impossibleDays,
  unclearDay,
} from "../times/document-day.ts";
import { zoneOfSender } from "../times/mail-heads.ts";
import { phaseTimes } from "../times/phase-times.ts";
import { proseTimes } from "../times/prose-times.ts";
import { writtenDay } from "../times/said-days.ts";
import { earliestSaid, timesInSentences } from "../times/sentence-times.ts";
import { zeroTime } from "../times/zero-time.ts";
import { zoneOfFacts } from "../times/zone-of-facts.ts";
import { startOfDay } from "../written/times.ts";
import { startBesideDate, withDeclared, withTimeOfDate } from "./row-milestones.ts";

/** What the frontmatter tells of the day of an incident. */
export interface KeyedTimes {
  /** Null where the frontmatter has none. */
  readonly started: Fact<number> | null;
  /** The earliest milestone that it states, other than the end: on its day the timeline begins. */
  readonly anchor: Fact<number> | null;
  readonly keyedDay: Fact<Temporal.PlainDate> | null;
  readonly keyedTitle: Fact<string> | null;
  /** Whether the day of the frontmatter is that of publishing, as in a weblog. */
  readonly isPublishing: boolean;
  readonly published: Fact<number> | null;
}

/** The day of an incident, its timeline, and the milestones in its rows, under labels and in its prose. */
export interface TimeFacts extends Pick<
  Postmortem,
  "unclearDay" | "timeline" | "timelineMilestones" | "problems"
> {
  readonly places: readonly TimelinePlace[];
  /** The day that the document tells as its own. */
  readonly plainDay: Temporal.PlainDate | null;
  /** The beginning of that day. */
  readonly day: Fact<number> | null;
  readonly times: BodyTimes;
  /** Milestones of which a label says that there is none, or that nobody knows them. */
  readonly leftOpen: readonly Milestone[];
  /** Of these, those of which it says that there was none: "N/A". */
  readonly inapplicable: readonly Milestone[];
  /** What phases took by rows that count from a start that nobody tells. */
  readonly durations: Postmortem["statedDurations"];
  /** The earliest time that sentences tell; null where they tell none, or nobody needs it. */
  readonly earliestSaid: EpochMs | null;
}

/** The times of a body that nobody asked for. */
export const NO_TIMES: TimeFacts = {
  places: [],
  plainDay: null,
  day: null,
  unclearDay: null,
  timeline: null,
  timelineMilestones: {},
  times: {},
  leftOpen: [],
  inapplicable: [],
  durations: {},
  earliestSaid: null,
  problems: [],
};

/**
 * Whether "Identified" is when it was noticed: a row tells the detection at that very time, no label
 * another one, and a later row tells the cause.
 */
function isOfDetection(
  { detected, diagnosed }: BodyTimes,
  inRows: TimeFacts["timelineMilestones"],
): boolean {
  const { detected: noticed, diagnosed: known } = inRows;
  if (detected || !diagnosed || !isClear(noticed) || !isClear(known)) return false;
  const isNoticed = Math.abs(diagnosed.value - noticed.value) < MS_PER_MINUTE;
  return isNoticed && known.value - diagnosed.value > APART_MS;
}

/** The row of the end, where "Fixed" may be when the impact ended: rows tell that at that time, and the end later. */
function endAfterImpact(
  { mitigated, resolved }: BodyTimes,
  { mitigated: eased, resolved: over }: TimeFacts["timelineMilestones"],
): Fact<number> | null {
  if (mitigated || !resolved || !eased || !over || !isExact(eased) || !isExact(over)) return null;
  const isEased = Math.abs(resolved.value - eased.value) < MS_PER_MINUTE;
  return isEased && over.value - resolved.value > APART_MS ? over : null;
}

/** What labels state, but for what is in doubt there and clear in a row of the timeline. */
function besideClearRows(stated: BodyTimes, inRows: TimeFacts["timelineMilestones"]): BodyTimes {
  const isNoticed = isOfDetection(stated, inRows);
  const end = endAfterImpact(stated, inRows);
  const isEased = end !== null && isClear(end) && isClear(inRows.mitigated);
  const kept = MILESTONES.flatMap((name) => {
    const [fact, row] = [stated[name], inRows[name]];
    const isLess = isClear(row) && fact?.source.confidence === "low";
    const isOther = (name === "diagnosed" && isNoticed) || (name === "resolved" && isEased);
    if (!fact || isLess || isOther) return [];
    return [[name, name === "resolved" && end ? inDoubt(fact) : fact] as const];
  });
  return Object.fromEntries(kept);
}

/** The first of some milestones that a label states surely: its day is that of the rows. */
function firstDated(times: BodyTimes, names: readonly Milestone[]): Fact<number> | null {
  const facts = names.flatMap((name) => times[name] ?? []);
  return facts.find((fact) => isExact(fact) && fact.source.confidence !== "low") ?? null;
}

/** The end of the impact as the end of the incident, or in doubt that of the fix, where nothing tells another. */
function withEndOfImpact(
  times: BodyTimes,
  { endOfImpact: end, endOfFix }: LabelledMilestones,
  inRows: TimeFacts["timelineMilestones"],
): BodyTimes {
  if (times.resolved || inRows.resolved) return times;
  if (!end) return endOfFix ? { ...times, resolved: inDoubt(endOfFix) } : times;
  const others = Object.entries(times).filter(([name]) => name !== "mitigated");
  return { ...Object.fromEntries(others), resolved: end };
}

/** The day that a document tells as its own; null where it tells none. */
export function dayFact(
  sections: readonly KnownSection[],
  { path }: SourceFile,
  { keyedDay, keyedTitle, isPublishing, published: at }: KeyedTimes,
  { vocabulary, dateOrder = null, timeZone }: AssembleContext,
): DocumentDay | null {
  const published = at && { ...at, value: zoned(at.value, timeZone).toPlainDate() };
  const reading = { order: dateOrder, keyed: keyedDay, keyedTitle, isPublishing, published };
  return documentDay(sections, path, vocabulary, reading);
}

/** The beginning of a day that a document tells as its own. */
function beginningOf(day: DocumentDay | null, timeZone: string): Fact<number> | null {
  return day && { value: startOfDay(day.value, timeZone), source: day.source };
}

/** The day alone. */
export function dayAlone(day: DocumentDay | null, { timeZone }: AssembleContext): TimeFacts {
  return { ...NO_TIMES, plainDay: day?.value ?? null, day: beginningOf(day, timeZone) };
}

/** The timeline of a body, with what its rows are dated by. */
function datedTimeline(
  sections: readonly KnownSection[],
  file: SourceFile,
  keyed: KeyedTimes,
  context: AssembleContext,
) {
  const { started, anchor } = keyed;
  const { timeZone, vocabulary, dateOrder = null } = context;
  const day = dayFact(sections, file, keyed, context);
  const places = timelinePlaces(sections, vocabulary);
  const zone =
    timelineZone(places, sections, vocabulary) ??
    zoneOfFacts([anchor, keyed.keyedDay], places, file, vocabulary);
  const zoneOfAll = zone ?? notedZone(sections, vocabulary) ?? zoneElsewhere(sections, vocabulary);
  const ofSender = zoneOfAll === null ? zoneOfSender(sections, vocabulary) : null;
  const isZoneUnnamed = hasUnknownNote(sections, vocabulary) || ofSender !== null;
  const said = { day, zone: zoneOfAll ?? ofSender, isZoneUnknown: isZoneUnnamed };
  const reading = { ...said, started };
  const labelled = bodyTimes(sections, reading, context);
  const labelledTimes = { ...phaseTimes(sections, reading, context), ...labelled.times };
  const inLabels = MILESTONES.map((name) => labelledTimes[name]);
  const rowZone = zone ?? zoneOfFacts(inLabels, places, file, vocabulary) ?? ofSender;
  // A day that the document tells comes before that of a later milestone.
  const isDayOpen = day === null || day.isUnsure;
  const dating = day === null ? anchor : started;
  const datedBy = dating ?? firstDated(labelledTimes, isDayOpen ? MILESTONES : ["started"]);
  const start = {
    ...{ day, zone: rowZone, timeZone, dateOrder, startedAt: datedBy?.value ?? null },
    statedStart: () =>
      zeroTime(sections, reading, context) ?? started ?? labelledTimes.started ?? null,
    isZoneUnknown: isZoneUnnamed || hasUnknownZone(places, vocabulary),
  };
  const timeline = readTimeline(places, start, vocabulary);
  const isPlaced = timeline?.rows.some((row) => row.at !== null || row.day !== null) !== false;
  const durations = isPlaced ? {} : countedDurations(places, start, vocabulary);
  return { day, places, said, labelled, labelledTimes, timeline, durations };
}

/** The timeline alone, without what its rows and the rest of a body tell of milestones. */
export function timelineFacts(...from: Parameters<typeof datedTimeline>): TimeFacts {
  const { day, timeline } = datedTimeline(...from);
  return { ...NO_TIMES, plainDay: day?.value ?? null, timeline };
}

/** Reads when things happened, from all parts of a body. */
export function timeFacts(
  sections: readonly KnownSection[],
  file: SourceFile,
  keyed: KeyedTimes,
  context: AssembleContext,
): TimeFacts {
  const { started } = keyed;
  const { timeZone, vocabulary, dateOrder = null } = context;
  const { places, day, said, labelled, labelledTimes, timeline, durations } = datedTimeline(
    sections,
    file,
    keyed,
    context,
  );
  const hasRows = timeline?.rows.some(({ at }) => at !== null) === true;
  const weights = hasRows ? (context.rowWeights?.() ?? null) : null;
  const chosen = timelineMilestones(timeline, vocabulary, weights);
  const mentioned = timeline && mentionedStart(timeline, chosen, timeZone, vocabulary);
  const story = { ...said, writtenOn: writtenDay(day, keyed, timeZone) };
  const inSentences = timesInSentences(sections, story, context);
  const inProse = proseTimes(inSentences, said, context);
  const ofMails = places.some(({ areMails }) => areMails);
  const ofPosts = arePosts(timeline, vocabulary) || ofMails;
  const inOrder = mentioned ? { ...chosen, started: mentioned } : chosen;
  const ordered = ofMails ? besideOwnTimes(inOrder, timeline) : inOrder;
  const { inRows: dated, started: atDate } = withTimeOfDate(
    besideSentences(ordered, inProse, ofPosts),
    labelled.dateAndTime,
    timeline,
  );
  const { inRows, detected } = withDeclared(dated, labelled);
  const besides = hasRows ? besideRows(inProse, ordered, ofPosts) : inProse;
  const dateTime = atDate && !besides.started ? { started: atDate } : {};
  const times = {
    ...detected,
    ...besides,
    ...dateTime,
    ...besideClearRows(labelledTimes, inRows),
    ...startBesideDate(labelled, inRows, timeline),
  };
  return {
    places,
    plainDay: day?.value ?? null,
    day: beginningOf(day, timeZone),
    unclearDay: day ? null : unclearDay(sections, file.path, vocabulary, dateOrder),
    timeline,
    timelineMilestones: inRows,
    earliestSaid: started ? earliestSaid(inSentences) : null,
    leftOpen: labelled.leftOpen,
    inapplicable: labelled.inapplicable,
    durations,
    times: withEndOfImpact(times, labelled, inRows),
    problems: [
      ...movedProblems(places, day, started, vocabulary),
      ...impossibleDays(sections, file.path, vocabulary),
    ],
  };
}
