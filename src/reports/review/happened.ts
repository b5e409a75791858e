import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Phase, Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { phaseDuration } from "../../core/time/durations.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import type { Query } from "../define.ts";
import { groupByEach, NOT_STATED } from "../shared/grouping.ts";

interface SeverityRow {
  readonly severity: string;
  readonly incidents: readonly Postmortem[];
}

/** The minutes of a phase of some incidents, added up; null where none is known. */
function total(incidents: readonly Postmortem[], phase: Phase): number | null {
  const minutes = incidents.flatMap((incident) => phaseDuration(incident, phase)?.value ?? []);
  return minutes.length > 0 ? minutes.reduce((sum, one) => sum + one, 0) : null;
}

function without(incidents: readonly Postmortem[]): number {
  return incidents.filter((incident) => phaseDuration(incident, "resolve") === null).length;
}

const COLUMNS: readonly ColumnOf<SeverityRow>[] = [
  column("severity", "Severity", "text", 1, ({ severity }) => severity),
  column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents.length),
  column("time_to_diagnose_total_minutes", "Diagnosing, total", "minutes", 1, ({ incidents }) =>
    total(incidents, "diagnose"),
  ),
  column("time_to_resolve_total_minutes", "Until resolved, total", "minutes", 1, (row) =>
    total(row.incidents, "resolve"),
  ),
  column("incidents_without_time", "Without a time", "count", 2, (row) => without(row.incidents)),
];

/** How many incidents there were, of what severity, and how long they took together. */
export function happenedSection(
  incidents: readonly Postmortem[],
  prior: readonly Postmortem[] | null,
  { taxonomy }: Query,
  whenEmpty: string,
): Section {
  const order = taxonomy.severities.map(({ id }) => id);
  const rank = ({ severity }: SeverityRow) =>
    order.includes(severity) ? order.indexOf(severity) : order.length;
  const groups = groupByEach(incidents, ({ severity }) => [severity?.value ?? NOT_STATED]);
  const rows = Array.from(groups, ([severity, some]) => ({ severity, incidents: some })).toSorted(
    compareBy<SeverityRow>(
      (a, b) => rank(a) - rank(b),
      (a, b) => compareText(a.severity, b.severity),
    ),
  );
  const minutes = total(incidents, "resolve");
  const unknown = without(incidents);
  const known = incidents.length - unknown;
  const isWithheld = incidents.some(({ areTimesWithheld }) => areTimesWithheld);
  const reasons = isWithheld ? "unknown or withheld" : "unknown";
  const some = unknown === 0 ? "" : ` in the ${known} with a known time`;
  const lasting = minutes === null ? "" : `, ${minutesText(minutes)} in all until resolved${some}`;
  const before = prior === null ? "" : `; ${prior.length} in the window before`;
  return tabulate({
    key: "happened",
    title: "What happened",
    columns: COLUMNS,
    items: rows,
    finding: `${counted(incidents.length, "incident")}${lasting}${before}`,
    chart: { kind: "ranking", label: "severity", value: "incidents" },
    places: ({ incidents: all }) => all.map(({ path }) => ({ path, line: null })),
    whenEmpty,
    notes:
      unknown > 0 ? [`How long it took is ${reasons} for ${counted(unknown, "incident")}.`] : [],
  });
}
