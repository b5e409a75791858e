import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import type { Section } from "../../core/table.ts";
import { groupColumn } from "../shared/dimensions.ts";
import { groupByEach, uniqueTexts } from "../shared/grouping.ts";
import { listedBehind } from "../shared/listed-behind.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { GAP_LABELS } from "./columns.ts";
import { type GapDimension, namesOf } from "./groups.ts";
import { type GapData, type GapMention } from "./mentions.ts";
import { isJudged, isTime } from "./rows.ts";

/** The columns that a narrow terminal keeps before all others. */
const FIRST_COLUMNS = 6;

interface Line {
  readonly name: string;
  readonly mentions: readonly GapMention[];
}

const mostFirst = compareBy<Line>(
  (a, b) => incidentsOf(b.mentions).length - incidentsOf(a.mentions).length,
  (a, b) => compareText(a.name, b.name),
);

function linesOf({ mentions, query }: GapData, by: GapDimension): readonly Line[] {
  const groups = groupByEach(mentions, (mention) => namesOf(mention, by, query));
  const lines = Array.from(groups, ([name, members]) => ({ name, mentions: members }));
  return lines.toSorted(isTime(by) ? (a, b) => compareText(a.name, b.name) : mostFirst);
}

/** Keys of columns: the names in snake_case, numbered where two would be the same. */
function keysFor(names: readonly string[]): ReadonlyMap<string, string> {
  const slugs = names.map((name) => {
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|(?<!_)_+$/g, "");
    return `incidents_${slug === "" ? "other" : slug}`;
  });
  const times = (slug: string, before: number) =>
    slugs.slice(0, before).filter((one) => one === slug).length;
  return new Map(
    names.map((name, index) => {
      const slug = slugs[index] ?? "";
      const seen = times(slug, index);
      return [name, seen === 0 ? slug : `${slug}_again_${seen}`];
    }),
  );
}

/** Incidents by two dimensions: a row for each of the first, a column for each of the second. */
export function matrixSection(
  data: GapData,
  [rowsBy, columnsBy]: readonly [GapDimension, GapDimension],
  whenEmpty: string,
): Section {
  const heads = linesOf(data, columnsBy);
  const keys = keysFor(heads.map(({ name }) => name));
  const cell = (line: Line, head: string) =>
    incidentsOf(
      line.mentions.filter((mention) =>
        uniqueTexts(namesOf(mention, columnsBy, data.query)).includes(head),
      ),
    ).length;
  const called = (name: string, by: GapDimension) =>
    isJudged(by) ? competencyName(data.query.taxonomy, name) : name;
  const columns: readonly ColumnOf<Line>[] = [
    groupColumn<Line>("group", GAP_LABELS[rowsBy], rowsBy, ({ name }) => name),
    column("incidents", "Incidents", "count", 1, ({ mentions }) => incidentsOf(mentions).length),
    ...heads.map(({ name }, index) =>
      column<Line>(
        keys.get(name) ?? name,
        called(name, columnsBy),
        "count",
        index < FIRST_COLUMNS ? 2 : 3,
        (line) => cell(line, name),
      ),
    ),
  ];
  const lines = linesOf(data, rowsBy);
  const [first] = lines.toSorted(mostFirst);
  return tabulate({
    key: "matrix",
    title: `Incidents with a gap, by ${rowsBy} and ${columnsBy}`,
    columns,
    items: lines,
    membersOf: ({ mentions }) =>
      listedBehind(
        rowsBy,
        incidentsOf(mentions).map(({ path }) => path),
      ),
    finding: first
      ? `${called(first.name, rowsBy)}: ${counted(incidentsOf(first.mentions).length, "incident")} with a gap`
      : null,
    chart: {
      ...{ kind: "grid", row: "group", across: GAP_LABELS[columnsBy], called: "Incidents" },
      values: heads.map(({ name }) => keys.get(name) ?? name),
    },
    whenEmpty,
  });
}
