import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { domainOf } from "../../core/taxonomy.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { Query } from "../define.ts";
import {
  type Estimate,
  estimateColumns,
  medianEstimate,
  type Part,
  partColumns,
} from "../shared/figures.ts";
import { gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { knownTexts } from "../shared/grouping.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { verb } from "../shared/words.ts";
import { startOf } from "./span.ts";

const ANY = "(any)";

interface RepeatRow {
  readonly of: string;
  readonly name: string;
  readonly repeats: Part;
  readonly days: Estimate;
  readonly last: string | null;
  /** The files of the incidents that repeat one. */
  readonly paths: readonly string[];
}

/** What is looked for again: a competency, or its domain, which is its family. */
interface Subject {
  readonly of: string;
  readonly namesOf: (incident: Postmortem) => readonly string[];
}

/** The days since the last earlier incident of a name; null where there is none. */
type DaysSince = (incident: Postmortem, name: string) => number | null;

const COLUMNS: readonly ColumnOf<RepeatRow>[] = [
  column("of", "Same", "text", 1, ({ of }) => of),
  competencyColumn("name", "Name", "text", 1, ({ name }) => name),
  ...partColumns<RepeatRow>("repeats", "Repeats", 1, ({ repeats }) => repeats),
  ...estimateColumns<RepeatRow>(
    {
      ...{ key: "days_since_last_median", label: "Days since the one before, median" },
      ...{ priority: 2, type: "number", countKey: "days_since_last_n" },
      attains: true,
    },
    ({ days }) => days,
  ),
  column("last_repeat", "Last", "date", 2, ({ last }) => last),
];

const mostFirst = compareBy<RepeatRow>(
  (a, b) => b.repeats.part - a.repeats.part,
  (a, b) => compareText(a.name, b.name),
);

function daysSinceIn(history: readonly Postmortem[], { namesOf }: Subject): DaysSince {
  return (incident, name) => {
    const before = history
      .filter((one) => startOf(one) < startOf(incident) && namesOf(one).includes(name))
      .map(startOf);
    const last = before.at(-1);
    return last === undefined ? null : (startOf(incident) - last) / MS_PER_DAY;
  };
}

/** The shortest time since any of an incident's names was seen. */
function shortest(incident: Postmortem, names: readonly string[], since: DaysSince): number | null {
  const days = names.flatMap((name) => since(incident, name) ?? []);
  return days.length > 0 ? Math.min(...days) : null;
}

function rowsOf(
  subject: Subject,
  observed: readonly Postmortem[],
  history: readonly Postmortem[],
  within: number,
  query: Query,
): readonly RepeatRow[] {
  const since = daysSinceIn(history, subject);
  const rowOf = (name: string, some: readonly Postmortem[], only: string | null): RepeatRow => {
    const all = some.map((incident) => ({
      incident,
      days: shortest(incident, only === null ? subject.namesOf(incident) : [only], since),
    }));
    const repeats = all.filter(({ days }) => days !== null && days <= within);
    const last = repeats.at(-1);
    return {
      ...{ of: subject.of, name },
      repeats: { part: repeats.length, of: some.length },
      days: medianEstimate(repeats.flatMap(({ days }) => days ?? [])),
      last: last ? isoDate(startOf(last.incident), query.timeZone) : null,
      paths: repeats.map(({ incident }) => incident.path),
    };
  };
  const holding = (name: string) => observed.filter((one) => subject.namesOf(one).includes(name));
  // Names that no list has are counted in (any) alone.
  const names = knownTexts(observed.flatMap(subject.namesOf)).filter(
    (name) => listedLabel(query.taxonomy.competencies, name) === name,
  );
  const rows = names.map((name) => rowOf(name, holding(name), name));
  const again = rows.filter(({ repeats }) => repeats.part > 0).toSorted(mostFirst);
  return observed.length > 0 ? [rowOf(ANY, observed, null), ...again] : [];
}

/**
 * Incidents that lack what an incident lacked shortly before.
 * @param history all incidents up to the end of the window, oldest first
 */
export function repeatsSection(
  incidents: readonly Postmortem[],
  history: readonly Postmortem[],
  within: number,
  query: Query,
): Section {
  const competencies = (incident: Postmortem) =>
    knownTexts(gapCompetencies(incident).filter((name) => passesCompetency(query, name)));
  const domains = (incident: Postmortem) =>
    knownTexts(competencies(incident).map((name) => domainOf(query.taxonomy, name)));
  const [first] = history;
  const observedFrom = first ? startOf(first) + within * MS_PER_DAY : 0;
  const withGaps = incidents.filter((incident) => competencies(incident).length > 0);
  const observed = withGaps.filter((incident) => startOf(incident) >= observedFrom);
  const early = withGaps.length - observed.length;
  const started = verb(early, "started", "started");
  const subjects: readonly Subject[] = [
    { of: "competency", namesOf: competencies },
    { of: "domain", namesOf: domains },
  ];
  const rows = subjects.flatMap((subject) => rowsOf(subject, observed, history, within, query));
  const any = rows.find(({ of, name }) => of === "competency" && name === ANY);
  return tabulate({
    key: "repeats",
    title: `Repeats: the same gap within ${counted(within, "day")}`,
    columns: COLUMNS,
    items: rows,
    membersOf: ({ paths }) => paths,
    finding: any
      ? `${any.repeats.part} of ${counted(observed.length, "incident")} with a gap ${verb(any.repeats.part, "repeats", "repeat")} one of the last ${counted(within, "day")}`
      : null,
    whenEmpty:
      withGaps.length > 0
        ? `No incident with a gap has ${counted(within, "day")} of postmortems before it.`
        : "No incident records a gap.",
    notes: [
      ...(observed.length > 0
        ? [
            "Incidents with a gap that another incident already had within that time before; --within changes it.",
          ]
        : []),
      ...(early > 0
        ? [
            `${counted(early, "incident")} ${started} within ${counted(within, "day")} of the oldest postmortem; what came before is unknown, so they do not count.`,
          ]
        : []),
    ],
  });
}
