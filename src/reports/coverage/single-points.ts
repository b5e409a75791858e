import { compareBy, compareText } from "../../core/compare.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { SMALL_TEAMS, UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import { wilsonInterval } from "../../statistics/wilson.ts";
import type { Query } from "../define.ts";
import { type Part, partColumns } from "../shared/figures.ts";
import { groupByEach, knownTexts } from "../shared/grouping.ts";
import { teamLabel, teamLabels } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import type { Evidence } from "./evidence.ts";

interface PointRow {
  readonly competency: string;
  readonly team: string;
  readonly asked: Part;
  readonly askedBy: readonly string[];
  /** The files of the incidents. */
  readonly paths: readonly string[];
}

/** Likely where more than half of all askings go to the team, at 95 %; that takes four of four. */
function sureness({ asked: { part, of } }: PointRow): string {
  const interval = of === null ? null : wilsonInterval(part, of);
  return (interval?.low ?? 0) > 0.5 ? "likely" : "a hint";
}

const COLUMNS: readonly ColumnOf<PointRow>[] = [
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  column("team", "Only team asked", "text", 1, ({ team }) => team),
  ...partColumns<PointRow>("asked", "Incidents", 1, ({ asked }) => asked),
  column("sureness", "How sure", "text", 1, sureness),
  column("asked_by", "Asked by", "list", 2, ({ askedBy }) => askedBy),
];

const surestFirst = compareBy<PointRow>(
  (a, b) => b.asked.part - a.asked.part,
  (a, b) => compareText(a.competency, b.competency),
);

/** The skills that one team alone is asked for. */
export function singlePointsSection(evidence: readonly Evidence[], { taxonomy }: Query): Section {
  const groups = groupByEach(evidence, ({ askings }) =>
    // Names that no list has may mean different skills.
    askings.map(({ competency }) => competency).filter((name) => name !== UNLISTED),
  );
  const single = Array.from(groups, ([competency, some]) => {
    const askings = some.flatMap((one) =>
      one.askings.filter((asking) => asking.competency === competency),
    );
    // As written: a label may stand for several teams.
    const teams = knownTexts(askings.map(({ to }) => to));
    const from = askings.flatMap((asking) => asking.from ?? []);
    const row: PointRow = {
      competency,
      team: teamLabel(taxonomy, teams[0] ?? ""),
      asked: { part: some.length, of: some.length },
      askedBy: teamLabels(taxonomy, from),
      paths: some.map(({ incident }) => incident.path),
    };
    return { row, teams };
  }).flatMap(({ row, teams }) => (teams.length === 1 && row.team !== SMALL_TEAMS ? [row] : []));
  const rows = single.filter(({ asked }) => asked.part > 1);
  const once = single.length - rows.length;
  return tabulate({
    key: "single_points",
    title: "Single points of knowledge",
    columns: COLUMNS,
    items: rows.toSorted(surestFirst),
    membersOf: ({ paths }) => paths,
    finding:
      rows.length > 0
        ? `${rows.length} ${verb(rows.length, "skill is", "skills are")} asked of one team alone`
        : null,
    chart: { kind: "ranking", label: "competency", value: "asked", called: "Incidents" },
    whenEmpty: "No competency was sought from one team alone in two or more incidents.",
    notes: [
      ...(rows.length > 0
        ? [
            "The interval: which share of all such questions goes to this team. Other teams may know it and never have been asked.",
          ]
        : []),
      ...(once > 0
        ? [
            `${once} more ${verb(once, "was", "were")} asked for in one incident only, which is too few to tell.`,
          ]
        : []),
    ],
  });
}
