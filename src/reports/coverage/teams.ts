import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { type Part, partColumns } from "../shared/figures.ts";
import { knownTexts } from "../shared/grouping.ts";
import { teamLabel } from "../shared/team-label.ts";
import type { Evidence } from "./evidence.ts";

interface TeamRow {
  readonly team: string;
  readonly competency: string;
  readonly alone: Part;
  readonly needed: Part;
  /** Incidents in which it was at work, and not only lacked the skill as the owner of a service. */
  readonly atWork: number;
  readonly lacked: number;
  readonly neededFrom: readonly string[];
  /** Incidents in which another team asked this one. */
  readonly asked: number;
}

/**
 * What the incidents say of a team and a skill. One says nothing; being asked outweighs the rest, as
 * others looked for it there. Null where several teams stand behind the row.
 */
function reading({ team, alone, needed, atWork, lacked, asked }: TeamRow): string | null {
  if (isHiddenGroup(team)) return null;
  if (alone.of === 1) return "one incident";
  if (asked > 0) return needed.part > 0 ? "is asked, and asks" : "is asked by others";
  if (needed.part > 0) return alone.part > 0 ? "alone or with others" : "needs others";
  if (atWork === 0) return "lacked it";
  if (alone.part === 0) return "works with others";
  return lacked > 0 ? "alone, and lacked it" : "manages alone";
}

const COLUMNS: readonly ColumnOf<TeamRow>[] = [
  column("team", "Team", "text", 1, ({ team }) => team),
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  ...partColumns<TeamRow>("alone", "Alone", 1, ({ alone }) => alone),
  ...partColumns<TeamRow>("needed", "Needed others", 2, ({ needed }) => needed),
  column("needed_from", "Asked whom", "list", 3, ({ neededFrom }) => neededFrom),
  column("lacked", "Lacked it", "count", 2, ({ lacked }) => lacked),
  column("asked", "Was asked", "count", 2, ({ asked }) => asked),
  column("reading", "Reads as", "text", 1, reading),
];

const byTeam = compareBy<TeamRow>(
  (a, b) => compareText(a.team, b.team),
  (a, b) => compareText(a.competency, b.competency),
);

/** One row for each printed team and competency; teams with one label are taken together. */
function rowsOf(evidence: readonly Evidence[], { taxonomy }: Query): readonly TeamRow[] {
  const label = (team: string) => teamLabel(taxonomy, team);
  const cells = new Map<string, { readonly team: string; readonly competency: string }>();
  const isAtWork = ({ atWork }: Evidence, team: string) => atWork.map(label).includes(team);
  const hasLacked = ({ lackings }: Evidence, team: string, competency: string) =>
    lackings.some((own) => own.competency === competency && label(own.team) === team);
  for (const { atWork, inPlay, lackings } of evidence) {
    const pairs = [
      ...atWork.flatMap((team) => inPlay.map((competency) => ({ team, competency }))),
      ...lackings,
    ].map(({ team, competency }) => ({ team: label(team), competency }));
    for (const pair of pairs) cells.set(JSON.stringify(pair), pair);
  }
  return [...cells.values()].map(({ team, competency }): TeamRow => {
    const some = evidence.filter(
      (one) =>
        one.inPlay.includes(competency) &&
        (isAtWork(one, team) || hasLacked(one, team, competency)),
    );
    const askings = (one: Evidence) =>
      one.askings.filter((asking) => asking.competency === competency);
    const asks = (one: Evidence) =>
      askings(one).filter(({ from }) => from !== null && label(from) === team);
    const isAsked = (one: Evidence) => askings(one).some(({ to }) => label(to) === team);
    const partOf = (isIn: (one: Evidence) => boolean): Part => {
      return { part: some.filter(isIn).length, of: some.length };
    };
    return {
      team,
      competency,
      atWork: some.filter((one) => isAtWork(one, team)).length,
      lacked: some.filter((one) => hasLacked(one, team, competency)).length,
      alone: partOf((one) => one.atWork.length === 1 && isAtWork(one, team)),
      needed: partOf((one) => asks(one).length > 0),
      neededFrom: knownTexts(some.flatMap((one) => asks(one).map(({ to }) => label(to)))),
      asked: some.filter(isAsked).length,
    };
  });
}

/** Which team managed, needed or gave which skill. */
export function teamsSection(
  evidence: readonly Evidence[],
  query: Query,
  whenEmpty: string,
): Section {
  const rows = rowsOf(evidence, query);
  const silent = evidence.filter(({ atWork, inPlay, lackings }) => {
    return inPlay.length > 0 && atWork.length === 0 && lackings.length === 0;
  }).length;
  return tabulate({
    key: "teams",
    title: "Teams and competencies",
    columns: COLUMNS,
    items: rows.toSorted(byTeam),
    finding:
      rows.length > 0
        ? `${counted(new Set(rows.map(({ team }) => team)).size, "team")} met ${counted(new Set(rows.map(({ competency }) => competency)).size, "skill")} that incidents tested`
        : null,
    chart: {
      kind: "matrix",
      row: "team",
      column: "competency",
      value: "alone_n",
      called: "Incidents that needed the skill",
    },
    whenEmpty,
    notes: [
      ...(rows.length > 0
        ? [
            "Both shares are of the incidents in which the skill was missing or sought, and in which the team worked or lacked it. Alone: no other team worked on the incident. Needed others: the team asked another team for the skill. Teams are sorted by name.",
          ]
        : []),
      ...(silent > 0
        ? [
            `Incidents that name no team, and no service whose owner is known: ${silent}, left out here.`,
          ]
        : []),
    ],
  });
}
