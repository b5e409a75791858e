import { compareBy, compareText } from "../../core/compare.ts";
import type { ForeseenGap } from "../../core/document/foreseen.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { isPartOf } from "../../core/taxonomy.ts";
import { isoDate } from "../../core/time/calendar.ts";
import type { Query } from "../define.ts";
import { firstDay } from "./days.ts";
import { gapCompetencies, passesCompetency } from "./filters.ts";
import { groupByEach, knownTexts, uniqueTexts } from "./grouping.ts";

/** The foreseen gaps of a query's window that its filters let through. */
function foreseenIn(query: Query): readonly ForeseenGap[] {
  const { foreseen = [], window, timeZone, filters } = query;
  const since = firstDay(query) ?? "";
  const until = isoDate(window.until, timeZone);
  return foreseen.filter(
    ({ date, competency, team }) =>
      date >= since &&
      date < until &&
      passesCompetency(query, competency) &&
      (filters.teams.length === 0 || (team !== null && filters.teams.includes(team))),
  );
}

/** The column of how often a row's competency was foreseen; none where nothing was. */
export function foreseenColumns<T>(
  query: Query,
  competencyOf: (row: T) => string,
): readonly ColumnOf<T>[] {
  const found = foreseenIn(query);
  if (found.length === 0) return [];
  const count = (competency: string) =>
    found.filter((one) => isPartOf(query.taxonomy, one.competency, competency)).length;
  return [column("foreseen", "Foreseen", "count", 2, (row) => count(competencyOf(row)))];
}

interface ForeseenRow {
  readonly competency: string;
  readonly source: string;
  readonly gaps: readonly ForeseenGap[];
  readonly incidents: number;
}

const COLUMNS: readonly ColumnOf<ForeseenRow>[] = [
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  column("foreseen_by", "Foreseen by", "text", 1, ({ source }) => source),
  column("foreseen", "Foreseen", "count", 1, ({ gaps }) => gaps.length),
  column("team_names", "Team names", "list", 1, ({ gaps }) =>
    knownTexts(gaps.flatMap(({ team }) => team ?? [])),
  ),
  column(
    "foreseen_last",
    "Last",
    "date",
    2,
    ({ gaps }) => uniqueTexts(gaps.map(({ date }) => date)).at(-1) ?? null,
  ),
  column("incidents", "Incidents since", "count", 1, ({ incidents }) => incidents),
];

const mostFirst = compareBy<ForeseenRow>(
  (a, b) => b.gaps.length - a.gaps.length,
  (a, b) => compareText(a.competency, b.competency),
  (a, b) => compareText(a.source, b.source),
);

/**
 * The gaps that were foreseen in the window, by competency and source; no section where none was. They
 * stand beside those of incidents and are added to no figure of theirs.
 * @param incidents those of the window.
 */
export function foreseenSections(
  query: Query,
  incidents: readonly Postmortem[],
): readonly Section[] {
  const found = foreseenIn(query);
  if (found.length === 0) return [];
  const groups = groupByEach(found, ({ competency, source }) => [
    JSON.stringify([competency, source]),
  ]);
  const items = [...groups.values()].flatMap((gaps): readonly ForeseenRow[] => {
    const [first] = gaps;
    if (!first) return [];
    const { competency, source } = first;
    const from = uniqueTexts(gaps.map(({ date }) => date))[0] ?? "";
    const since = incidents.filter(
      ({ milestones: { started } }) =>
        started !== null && isoDate(started.value, query.timeZone) >= from,
    );
    const lagging = since.filter((incident) =>
      gapCompetencies(incident).some((tag) => isPartOf(query.taxonomy, tag, competency)),
    ).length;
    return [{ competency, source, gaps, incidents: lagging }];
  });
  return [
    tabulate({
      key: "foreseen",
      title: "Gaps that were foreseen",
      columns: COLUMNS,
      items: items.toSorted(mostFirst),
      whenEmpty: "",
      notes: [
        "From signals.yaml, dated in the window. No other figure counts them. Incidents since: incidents of the window with such a gap, from the first of these days on.",
      ],
    }),
  ];
}
