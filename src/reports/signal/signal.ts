import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { describeAddition, scoreSignal, type Signal } from "../../core/document/signal.ts";
import { SIGNAL_PARTS } from "../../core/document/signal-parts.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Report, Section } from "../../core/table.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { defineReport, type Query } from "../define.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { median } from "../shared/stats.ts";
import { subtitle } from "../shared/subtitle.ts";
import { verb } from "../shared/words.ts";
import { type ScoredIncident, signalGroupsSection } from "./groups.ts";

/** Parts in which finished documents differ most; the others are dropped on a narrow terminal. */
const TELLING_PARTS: readonly string[] = ["factors", "gaps", "learnings", "actions"];

const startOf = ({ incident }: ScoredIncident) => incident.milestones.started?.value ?? 0;

const lowestFirst = compareBy<ScoredIncident>(
  (a, b) => a.signal.score - b.signal.score,
  (a, b) => startOf(a) - startOf(b),
  (a, b) => compareText(a.incident.path, b.incident.path),
);

function pointsIn({ parts }: Signal, key: string): number | null {
  return parts.find(({ part }) => part.key === key)?.points ?? null;
}

function pathOf({ incident }: ScoredIncident): string {
  return incident.path;
}

function documentColumns(timeZone: string): readonly ColumnOf<ScoredIncident>[] {
  return [
    ...incidentColumns<ScoredIncident>(({ incident }) => incident),
    { ...column("file", "File", "text", 3, pathOf), isPath: true },
    column("date", "Date", "date", 3, (scored) => isoDate(startOf(scored), timeZone)),
    column("status", "Status", "text", 3, ({ incident }) => incident.status?.value ?? null),
    column("score", "Score", "count", 1, ({ signal }) => signal.score),
    ...SIGNAL_PARTS.map(({ key, label, most }) =>
      column<ScoredIncident>(
        `${key}_points`,
        `${label} of ${most}`,
        "count",
        TELLING_PARTS.includes(key) ? 2 : 3,
        ({ signal }) => pointsIn(signal, key),
      ),
    ),
    column("next_addition", "Next addition", "text", 1, ({ signal: { nextAddition } }) =>
      nextAddition ? describeAddition(nextAddition) : null,
    ),
  ];
}

/** The middle score of all documents; null for none. */
function scoreFinding(scored: readonly ScoredIncident[]): string | null {
  const middle = median(scored.map(({ signal }) => signal.score));
  if (middle === null) return null;
  return `Median score of ${counted(scored.length, "document")}: ${Math.floor(middle)} of 100`;
}

function documentsSection(scored: readonly ScoredIncident[], query: Query, whenEmpty: string) {
  return tabulate({
    key: "documents",
    title: "Documents, lowest score first",
    columns: documentColumns(query.timeZone),
    items: scored.toSorted(lowestFirst),
    finding: scoreFinding(scored),
    places: ({ incident }) => [{ path: incident.path, line: null }],
    whenEmpty,
  });
}

function draftNotes(incidents: readonly Postmortem[]): readonly string[] {
  const drafts = incidents.filter(({ status }) => status?.value === "draft").length;
  if (drafts === 0) return [];
  const are = verb(drafts, "is still a draft", "are still drafts");
  return [`${drafts} of ${counted(incidents.length, "incident")} ${are}.`];
}

/** Says which parts did not apply, and how many points the score is out of. */
function partNotes(scored: readonly ScoredIncident[]): readonly string[] {
  return SIGNAL_PARTS.flatMap(({ key, label, most }) => {
    const without = scored.filter(({ signal }) => pointsIn(signal, key) === null).length;
    if (without === 0) return [];
    const record = verb(without, "records", "record");
    const are = verb(without, "is", "are");
    return [
      `${counted(without, "incident")} ${record} no ${label.toLowerCase()} and ${are} scored out of ${100 - most} points.`,
    ];
  });
}

function signalNotes(
  query: Query,
  selection: Selection,
  scored: readonly ScoredIncident[],
): readonly string[] {
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    "A score says how much a document records for others to learn from. It says nothing about the people who wrote it or how the incident was handled.",
    ...draftNotes(selection.incidents),
    ...partNotes(scored),
    ...smallCountNotes(selection.incidents.length, query),
  ];
}

function buildSignal(query: Query): Report {
  const selection = selectIncidents(query);
  const scored = selection.incidents.map((incident) => {
    return { incident, signal: scoreSignal(incident) };
  });
  const whenEmpty = selection.whenEmpty ?? "";
  const groups = (by: "month" | "service"): Section =>
    signalGroupsSection(scored, by, query, whenEmpty);
  return {
    name: "signal",
    title: "Signal: how much each postmortem records for learning",
    subtitle: subtitle(query, selection),
    sections: [documentsSection(scored, query, whenEmpty), groups("month"), groups("service")],
    notes: signalNotes(query, selection, scored),
  };
}

const PART_TEXTS = SIGNAL_PARTS.map(({ label, most, earns }) => `${label} (${most}): ${earns}.`);

/** How much each document records for learning, and which addition would help most. */
export const signal = defineReport({
  name: "signal",
  summary: "How much each postmortem records for learning, and which addition would help most",
  details: [
    "Score: points earned, as a percentage of the points possible; see docs/signal.md.",
    ...PART_TEXTS,
    "Next addition: what would raise the score most, and by how much.",
    "By month and by service: medians, rounded down. Weakest part: the one with the lowest median share of its points, among those that apply to at least half of the incidents.",
    "Teams get no score: this is not a league table.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations", "actions", "sections", "texts"],
  options: { [INCLUDE_DRAFTS]: DRAFTS_OPTION },
  build: (query) => buildSignal(query),
});
