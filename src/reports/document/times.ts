import { instantOrDay, mannerOf } from "../../core/document/provenance.ts";
import { DATE_ORDER_HINT, whyUnclear } from "../../core/document/unclear-day.ts";
import {
  type Fact,
  MILESTONES,
  PHASES,
  type Postmortem,
  type Timeline,
} from "../../core/postmortem.ts";
import type { Column, Row, Section } from "../../core/table.ts";
import { isoInstant } from "../../core/time/calendar.ts";
import {
  isLengthDoubted,
  PHASE_BOUNDS,
  PHASE_TITLES,
  phaseDuration,
  timelineDuration,
} from "../../core/time/durations.ts";
import { from, FROM_COLUMNS, text } from "./columns.ts";

/** Only where a document tells a range: the end of it. */
const LATEST: Column = { key: "latest", label: "At the latest", type: "instant", priority: 1 };

function latestOf({ source }: Fact<number>, timeZone: string): string | null {
  return source.until === undefined
    ? null
    : instantOrDay({ value: source.until, source }, timeZone);
}

const DOUBTED = "not counted: start and end are in doubt";

/** The milestones of a document, each with its time. */
export function timesSection(document: Postmortem, timeZone: string): Section {
  const { unclearDay: unclear } = document;
  const facts = MILESTONES.map((name) => document.milestones[name]);
  const isRanged = facts.some((fact) => fact?.source.until !== undefined);
  const milestoneRows = MILESTONES.map((name): Row => {
    const fact = document.milestones[name];
    const latest = isRanged ? [fact && latestOf(fact, timeZone)] : [];
    if (fact) return [name, instantOrDay(fact, timeZone), ...latest, ...from(fact.source)];
    const isNone = document.inapplicableMilestones?.includes(name) === true;
    const open = document.unknownMilestones.includes(name) ? "unknown" : null;
    const said = isNone ? "not applicable" : open;
    const place = document.hasFrontmatter ? "frontmatter" : "body";
    return [name, said, ...latest, said && place, said && "stated"];
  });
  return {
    key: "milestones",
    title: "Milestones",
    columns: [
      text("milestone", "Milestone"),
      { key: "at", label: "At", type: "instant", priority: 1 },
      ...(isRanged ? [LATEST] : []),
      ...FROM_COLUMNS,
    ],
    rows: milestoneRows,
    whenEmpty: "",
    notes: unclear
      ? [`The date is not clear: ${whyUnclear(unclear.value)}. ${DATE_ORDER_HINT}`]
      : [],
  };
}

/** How long its phases took. */
export function durationsSection(document: Postmortem): Section {
  const isDoubted = isLengthDoubted(document);
  const rows = PHASES.map((phase): Row => {
    const used = phaseDuration(document, phase);
    const stated = document.statedDurations[phase] ?? null;
    const computed = timelineDuration(document, phase);
    const isLow = [stated, computed].some((one) => one?.source.confidence === "low");
    const isLeftOut = isDoubted && PHASE_BOUNDS[phase].every((name) => document.milestones[name]);
    const why = isLow ? "not counted: low confidence" : isLeftOut ? DOUBTED : null;
    const how = used ? mannerOf(used.source) : why;
    return [
      PHASE_TITLES[phase],
      used?.value ?? null,
      how,
      stated?.value ?? null,
      computed?.value ?? null,
    ];
  });
  return {
    key: "durations",
    title: "Durations",
    columns: [
      text("phase", "Phase"),
      { key: "used_minutes", label: "Counted as", type: "minutes", priority: 1 },
      text("how", "How"),
      { key: "stated_minutes", label: "As stated", type: "minutes", priority: 1 },
      { key: "timeline_minutes", label: "By the timeline", type: "minutes", priority: 1 },
    ],
    rows,
    whenEmpty: "",
    notes: [],
  };
}

function zoneNotes({ zone, clocks }: Timeline): readonly string[] {
  if (zone === null) return ["The timeline states no zone; the configured one is assumed."];
  if (clocks === undefined) return [];
  return [`${zone} is not in force on those days; times are read as the local time of ${clocks}.`];
}

/** The rows of its timeline. */
export function timelineSection({ timeline }: Postmortem): Section {
  return {
    key: "timeline",
    title: "Timeline",
    columns: [
      { key: "at", label: "At (UTC)", type: "instant", priority: 1 },
      text("written", "As written", 3),
      text("event", "Event"),
      { key: "line", label: "Line", type: "count", priority: 2 },
    ],
    rows: (timeline?.rows ?? []).map((row): Row => {
      const at = row.at === null ? null : isoInstant(row.at);
      return [at, row.written, row.text, row.range.start.line];
    }),
    whenEmpty: "No timeline was found.",
    notes: timeline ? zoneNotes(timeline) : [],
  };
}
