import { column, type ColumnOf } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Cell } from "../../core/table.ts";
import { domainOf } from "../../core/taxonomy.ts";
import { isoMonth, isoQuarter } from "../../core/time/calendar.ts";
import type { Query } from "../define.ts";
import { gapCompetencies, passesCompetency } from "./filters.ts";
import { NOT_STATED, orNotStated } from "./grouping.ts";
import { teamLabels } from "./team-label.ts";

/** What durations can be grouped by; the first is the default. */
export const DURATION_DIMENSIONS = [
  "service",
  "team",
  "severity",
  "competency",
  "domain",
  "trigger",
  "detected-by",
  "month",
  "quarter",
  "all",
] as const;
export type DurationDimension = (typeof DURATION_DIMENSIONS)[number];

/** The group of incidents without a gap. */
export const NO_GAP = "(no gap)";

/** The column heading of each dimension. */
export const DIMENSION_LABELS: Readonly<Record<DurationDimension, string>> = {
  service: "Service",
  team: "Team",
  severity: "Severity",
  competency: "Competency",
  domain: "Domain",
  trigger: "Trigger",
  "detected-by": "Detected by",
  month: "Month",
  quarter: "Quarter",
  all: "Group",
};

/** Declares the column of what the rows are grouped by: people read competencies by their plain names. */
export function groupColumn<T>(
  key: string,
  label: string,
  by: string,
  cell: (row: T) => Cell,
): ColumnOf<T> {
  const group = column(key, label, "text", 1, cell);
  return by === "competency" || by === "domain" ? { ...group, isCompetency: true } : group;
}

function competenciesOf(incident: Postmortem, query: Query): readonly string[] {
  return gapCompetencies(incident).filter((competency) => passesCompetency(query, competency));
}

function orNoGap(names: readonly string[]): readonly string[] {
  return names.length > 0 ? names : [NO_GAP];
}

/** The groups that an incident is in; at least one, except for the dimension "all". */
export function groupsOfIncident(
  incident: Postmortem,
  by: DurationDimension,
  query: Query,
): readonly string[] {
  const { taxonomy, timeZone } = query;
  const { started } = incident.milestones;
  switch (by) {
    case "service":
      return orNotStated(incident.services.map(({ value }) => value));
    case "team":
      return orNotStated(
        teamLabels(
          taxonomy,
          incident.teams.map(({ value }) => value),
        ),
      );
    case "severity":
      return [incident.severity?.value ?? NOT_STATED];
    case "competency":
      return orNoGap(competenciesOf(incident, query));
    case "domain":
      return orNoGap(competenciesOf(incident, query).map((name) => domainOf(taxonomy, name)));
    case "trigger":
      return [incident.trigger?.value ?? NOT_STATED];
    case "detected-by":
      return [incident.detectedBy?.value ?? NOT_STATED];
    case "month":
      return [started ? isoMonth(started.value, timeZone) : NOT_STATED];
    case "quarter":
      return [started ? isoQuarter(started.value, timeZone) : NOT_STATED];
    case "all":
      return [];
  }
}
