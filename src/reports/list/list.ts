import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Report } from "../../core/table.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { phaseDuration } from "../../core/time/durations.ts";
import { defineReport, type Query } from "../define.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { activeFilters, BY_GAPS, gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { uniqueTexts } from "../shared/grouping.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { laterNotes, undatedNotes } from "../shared/notes.ts";
import { selectIncidents } from "../shared/selection.ts";
import { teamLabels } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";

function startOf({ milestones }: Postmortem): number | null {
  return milestones.started?.value ?? null;
}

/** The newest first, and those without a date last. */
const newestFirst = compareBy<Postmortem>(
  (a, b) => (startOf(b) ?? -1) - (startOf(a) ?? -1),
  (a, b) => compareText(a.path, b.path),
);

function dateOf(incident: Postmortem, { timeZone }: Query): string | null {
  const started = startOf(incident);
  return started === null ? null : isoDate(started, timeZone);
}

function columnsFor(query: Query): readonly ColumnOf<Postmortem>[] {
  const minutes = (incident: Postmortem) => phaseDuration(incident, "diagnose")?.value ?? null;
  return [
    column("date", "Date", "date", 1, (incident) => dateOf(incident, query)),
    column("severity", "Severity", "text", 2, ({ severity }) => severity?.value ?? null),
    column("services", "Services", "list", 3, ({ services }) =>
      uniqueTexts(services.map(({ value }) => value)),
    ),
    column(
      "teams",
      "Teams",
      "list",
      3,
      ({ teams }) =>
        teamLabels(
          query.taxonomy,
          teams.map(({ value }) => value),
        ),
      "Teams that responded.",
    ),
    // People know an incident by its title; its id and its file say which one it is where there is room.
    ...incidentColumns<Postmortem>((incident) => incident, 3, 1),
    column("time_to_diagnose_minutes", "To diagnose", "minutes", 1, minutes),
    competencyColumn("gaps", "Gaps", "list", 2, (incident) =>
      uniqueTexts(gapCompetencies(incident).filter((name) => passesCompetency(query, name))),
    ),
    column("status", "Status", "text", 3, ({ status }) => status?.value ?? null),
    { ...column<Postmortem>("file", "File", "text", 3, ({ path }) => path), isPath: true },
  ];
}

/** The days of the first and the last incident: an index that is written again tomorrow stays as it is. */
function spanText(incidents: readonly Postmortem[], query: Query): string {
  const days = incidents.flatMap((one) => dateOf(one, query) ?? []).toSorted(compareText);
  const [first, last] = [days.at(0), days.at(-1)];
  return first === undefined || last === undefined ? "" : `${first} to ${last}`;
}

function findingOf(incidents: readonly Postmortem[]): string | null {
  if (incidents.length === 0) return null;
  const lacking = incidents.filter(({ gaps }) => gaps.length > 0).length;
  const record = verb(lacking, "records", "record");
  return `${lacking} of ${counted(incidents.length, "incident")} ${record} a gap`;
}

function buildList(query: Query): Report {
  const selection = selectIncidents(query);
  // No window can hold them, but an index of everything has them too.
  const undated = query.window.since === null ? selection.undated : [];
  const incidents = [...selection.incidents, ...undated].toSorted(newestFirst);
  const filters = activeFilters(query, BY_GAPS).map(({ label }) => label);
  const parts = [spanText(incidents, query), counted(incidents.length, "incident"), ...filters];
  return {
    name: "list",
    title: "Postmortems",
    subtitle: parts.filter((part) => part !== "").join(" · "),
    sections: [
      tabulate({
        key: "incidents",
        title: "Incidents, newest first",
        columns: columnsFor(query),
        items: incidents,
        membersOf: ({ path }) => [path],
        finding: findingOf(incidents),
        whenEmpty: selection.whenEmpty ?? "",
      }),
    ],
    notes: undated.length > 0 ? laterNotes(selection.later) : undatedNotes(selection),
  };
}

/** The incidents of a window, one row each: at a terminal, or as the index page of a folder. */
export const list = defineReport({
  name: "list",
  summary: "List the incidents of a window, or write the index page of a folder",
  details: [
    "One row for each postmortem, newest first; drafts with --include-drafts; without --since also those without a readable start.",
    "To diagnose: time from detection to diagnosis; none if only small teams worked. Gaps: the competencies that were missing.",
    "As an index page: pm list --output postmortems/README.md --force. Written again, it changes only where incidents did.",
    "With lines `<!-- pm: begin -->` and `<!-- pm: end -->` in that page, only what stands between them is written, without --force.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "names"],
  options: { [INCLUDE_DRAFTS]: DRAFTS_OPTION },
  build: (query) => buildList(query),
});
