import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Fact, Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { phaseDuration } from "../../core/time/durations.ts";
import type { Query } from "../define.ts";
import { gapCompetencies } from "../shared/filters.ts";
import { uniqueTexts } from "../shared/grouping.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { verb } from "../shared/words.ts";

interface Diagnosis {
  readonly incident: Postmortem;
  readonly minutes: Fact<number>;
}

const longestFirst = compareBy<Diagnosis>(
  (a, b) => b.minutes.value - a.minutes.value,
  (a, b) => startOf(a) - startOf(b),
  (a, b) => compareText(a.incident.path, b.incident.path),
);

function startOf({ incident }: Diagnosis): number {
  return incident.milestones.started?.value ?? 0;
}

function extendedColumns(timeZone: string): readonly ColumnOf<Diagnosis>[] {
  return [
    column("date", "Date", "date", 2, (diagnosis) => isoDate(startOf(diagnosis), timeZone)),
    ...incidentColumns<Diagnosis>(({ incident }) => incident),
    column("severity", "Severity", "text", 2, ({ incident }) => incident.severity?.value ?? null),
    column("services", "Services", "list", 3, ({ incident }) =>
      uniqueTexts(incident.services.map(({ value }) => value)),
    ),
    column("time_to_diagnose_minutes", "To diagnose", "minutes", 1, ({ minutes }) => minutes.value),
    column("time_to_diagnose_how", "How known", "text", 3, ({ minutes }) => minutes.source.how),
    competencyColumn("gaps", "Gaps", "list", 1, ({ incident }) =>
      uniqueTexts(gapCompetencies(incident)),
    ),
  ];
}

function whenEmpty(incidents: readonly Postmortem[], limit: number): string {
  if (incidents.length === 0) return "No incident started in the window.";
  const listed = incidents.filter((one) => !one.areTimesWithheld);
  if (listed.length === 0) return "No incident in the window may be listed.";
  const known = listed.filter((one) => phaseDuration(one, "diagnose") !== null).length;
  return known === 0
    ? `The time to diagnose is known for none of ${counted(listed.length, "incident")}.`
    : `None of ${counted(known, "known diagnosis", "known diagnoses")} took more than ${limit} minutes.`;
}

/** The incidents with a diagnosis longer than the threshold, longest first. */
export function extendedSection(incidents: readonly Postmortem[], query: Query): Section {
  const limit = query.thresholds.extendedDiagnosisMinutes;
  const diagnoses = incidents.flatMap((incident) => {
    const minutes = phaseDuration(incident, "diagnose");
    return minutes && minutes.value > limit ? [{ incident, minutes }] : [];
  });
  const many = verb(diagnoses.length, "diagnosis", "diagnoses");
  return tabulate({
    key: "extended",
    title: `Extended diagnoses: more than ${limit} minutes`,
    columns: extendedColumns(query.timeZone),
    items: diagnoses.toSorted(longestFirst),
    finding:
      diagnoses.length > 0 ? `${diagnoses.length} ${many} took more than ${limit} minutes` : null,
    chart: {
      kind: "ranking",
      label: "incident",
      value: "time_to_diagnose_minutes",
      called: "Time to diagnose",
    },
    places: ({ incident, minutes }) => [
      { path: incident.path, line: minutes.source.range.start.line },
    ],
    whenEmpty: whenEmpty(incidents, limit),
  });
}
