import { isoInstant } from "../../core/calendar.ts";
import { countSuggested } from "../../core/confirmed.ts";
import { counted } from "../../core/counted.ts";
import { PHASE_TITLES, phaseDuration, timelineDuration } from "../../core/durations.ts";
import type { Fact, Gap, Postmortem, Source, Timeline } from "../../core/postmortem.ts";
import { MILESTONES, PHASES } from "../../core/postmortem.ts";
import { instantOrDay, mannerOf, placeOf } from "../../core/provenance.ts";
import type { Column, Report, Row, Section } from "../../core/table.ts";
import { DATE_ORDER_HINT, whyUnclear } from "../../core/unclear-day.ts";

const FROM_COLUMNS: readonly Column[] = [
  { key: "from", label: "From", type: "text", priority: 1 },
  { key: "how", label: "How", type: "text", priority: 2 },
];

function from(source: Source): Row {
  return [placeOf(source), mannerOf(source)];
}

/** The same of what `pm suggest` may have written: until somebody confirms it, nobody has stated it. */
function confirmedFrom({ source, confirmed }: Pick<Gap, "source" | "confirmed">): Row {
  return confirmed ? from(source) : [placeOf(source), "suggested, not confirmed"];
}

function text(key: string, label: string, priority: Column["priority"] = 1): Column {
  return { key, label, type: "text", priority };
}

function factRow(name: string, fact: Fact<string | number> | null): Row {
  return fact ? [name, String(fact.value), ...from(fact.source)] : [name, null, null, null];
}

function factRows(name: string, facts: readonly Fact<string>[]): readonly Row[] {
  return facts.length === 0 ? [factRow(name, null)] : facts.map((fact) => factRow(name, fact));
}

function factsSection(document: Postmortem): Section {
  const { conditions, review } = document;
  return {
    key: "facts",
    title: "Facts",
    columns: [text("fact", "Fact"), text("value", "Value"), ...FROM_COLUMNS],
    rows: [
      factRow("id", document.id),
      factRow("title", document.title),
      factRow("status", document.status),
      factRow("severity", document.severity),
      ...factRows("service", document.services),
      ...factRows("team", document.teams),
      factRow("detected by", document.detectedBy),
      factRow("trigger", document.trigger),
      ...factRows("cause", document.causes),
      ...Object.entries(conditions ?? {}).flatMap(
        ([name, fact]: [string, Fact<string | number> | null]) =>
          fact ? [factRow(name, fact)] : [],
      ),
      factRow("review due", review?.due ?? null),
      factRow("review criteria", review?.criteria ?? null),
    ],
    whenEmpty: "",
    notes: [],
  };
}

function timesSection(document: Postmortem, timeZone: string): Section {
  const { unclearDay: unclear } = document;
  const milestoneRows = MILESTONES.map((name): Row => {
    const fact = document.milestones[name];
    if (fact) return [name, instantOrDay(fact, timeZone), ...from(fact.source)];
    const said = document.unknownMilestones.includes(name) ? "unknown" : null;
    return [name, said, said && "frontmatter", said && "stated"];
  });
  return {
    key: "milestones",
    title: "Milestones",
    columns: [
      text("milestone", "Milestone"),
      { key: "at", label: "At", type: "instant", priority: 1 },
      ...FROM_COLUMNS,
    ],
    rows: milestoneRows,
    whenEmpty: "",
    notes: unclear ? [`No day is known: ${whyUnclear(unclear.value)}. ${DATE_ORDER_HINT}`] : [],
  };
}

function durationsSection(document: Postmortem): Section {
  const rows = PHASES.map((phase): Row => {
    const used = phaseDuration(document, phase);
    const stated = document.statedDurations[phase]?.value ?? null;
    const computed = timelineDuration(document, phase);
    const isLow = computed?.source.confidence === "low";
    const how = used ? mannerOf(used.source) : isLow ? "not counted: low confidence" : null;
    return [PHASE_TITLES[phase], used?.value ?? null, how, stated, computed?.value ?? null];
  });
  return {
    key: "durations",
    title: "Durations",
    columns: [
      text("phase", "Phase"),
      { key: "used_minutes", label: "Counted as", type: "minutes", priority: 1 },
      text("how", "How"),
      { key: "stated_minutes", label: "As stated", type: "minutes", priority: 1 },
      { key: "timeline_minutes", label: "As the timeline tells", type: "minutes", priority: 1 },
    ],
    rows,
    whenEmpty: "",
    notes: [],
  };
}

function gapsSection({ gaps }: Postmortem): Section {
  return {
    key: "gaps",
    title: "Gaps",
    columns: [
      text("competency", "Competency"),
      text("kind", "Kind"),
      text("team", "Team"),
      text("phase", "Phase"),
      text("evidence", "Evidence", 2),
      ...FROM_COLUMNS,
    ],
    rows: gaps.map((gap): Row => {
      const { competency, kind, team, phase, evidence } = gap;
      const values = [competency, kind, team, phase, evidence].map((fact) => fact?.value ?? null);
      return [...values, ...confirmedFrom(gap)];
    }),
    whenEmpty: "No gap is tagged.",
    notes: [],
  };
}

function escalationsSection({ escalations }: Postmortem): Section {
  return {
    key: "escalations",
    title: "Escalations",
    columns: [
      { key: "at", label: "At", type: "instant", priority: 2 },
      text("from_team", "From team"),
      text("to_team", "To team"),
      text("reason", "Reason"),
      text("competency", "Competency"),
      text("evidence", "Evidence", 3),
      ...FROM_COLUMNS,
    ],
    rows: escalations.map((escalation): Row => {
      const { at, from: asking, to, reason, competency, evidence } = escalation;
      const values = [asking, to, reason, competency, evidence].map((fact) => fact?.value ?? null);
      return [at ? isoInstant(at.value) : null, ...values, ...confirmedFrom(escalation)];
    }),
    whenEmpty: "No escalation is stated.",
    notes: [],
  };
}

function actionsSection({ actions }: Postmortem): Section {
  return {
    key: "actions",
    title: "Actions",
    columns: [
      text("action", "Action"),
      text("owner", "Owner"),
      text("due", "Due"),
      text("status", "Status"),
      text("competency", "Competency", 2),
      ...FROM_COLUMNS,
    ],
    rows: actions.map(({ title, owner, due, status, competency, source }): Row => {
      const values = [title, owner, due, status, competency].map((fact) => fact?.value ?? null);
      return [...values, ...from(source)];
    }),
    whenEmpty: "No action is stated.",
    notes: [],
  };
}

function zoneNotes({ zone, clocks }: Timeline): readonly string[] {
  if (zone === null) return ["The timeline states no zone; the configured one is assumed."];
  if (clocks === undefined) return [];
  return [`${zone} is not in force on those days; times are read as the local time of ${clocks}.`];
}

function timelineSection({ timeline }: Postmortem): Section {
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

function factorsSection({ factors }: Postmortem): Section {
  return {
    key: "factors",
    title: "Contributing factors",
    columns: [text("factor", "Factor"), ...FROM_COLUMNS],
    rows: factors.map(({ value, source }): Row => [value, ...from(source)]),
    whenEmpty: "No contributing factor was found.",
    notes: [],
  };
}

function sectionsSection({ sections }: Postmortem): Section {
  return {
    key: "sections",
    title: "Sections",
    columns: [
      text("heading", "Heading"),
      text("read_as", "Read as"),
      { key: "words", label: "Words", type: "count", priority: 1 },
      { key: "line", label: "Line", type: "count", priority: 2 },
    ],
    rows: sections.map(({ heading, kind, words, range }): Row => {
      return [
        heading === "" ? "(before the first heading)" : heading,
        kind,
        words,
        range.start.line,
      ];
    }),
    whenEmpty: "The body is empty.",
    notes: [],
  };
}

function waitingNotes(document: Postmortem): readonly string[] {
  const waiting = countSuggested([document]);
  if (waiting === null) return [];
  const { what, total } = waiting;
  const [wait, them] = total === 1 ? ["waits", "it"] : ["wait", "them"];
  return [`${what} ${wait} to be confirmed, and no report counts ${them} before: see \`pm lint\`.`];
}

/**
 * Everything that was understood of one document, and from where.
 * @param timeZone the zone in which days begin where only they are told.
 */
export function documentReport(document: Postmortem, timeZone: string): Report {
  const problems = document.problems.length;
  return {
    name: "show",
    title: document.title?.value ?? document.id.value,
    subtitle: document.path,
    sections: [
      factsSection(document),
      timesSection(document, timeZone),
      durationsSection(document),
      gapsSection(document),
      escalationsSection(document),
      actionsSection(document),
      factorsSection(document),
      timelineSection(document),
      sectionsSection(document),
    ],
    notes: [
      ...waitingNotes(document),
      ...(problems === 0 ? [] : [`${counted(problems, "problem")} found in it: see \`pm lint\`.`]),
    ],
  };
}
