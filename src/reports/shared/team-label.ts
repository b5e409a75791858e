import { counted } from "../../core/counted.ts";
import { memoTextOf } from "../../core/memo.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import { NOT_SHOWN, SMALL_TEAMS, UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { namesPerson } from "../../people/people.ts";
import { uniqueTexts } from "./grouping.ts";
import { verb } from "./words.ts";

/** Stands for teams of one person, and for people named as a team. */
export const WITHHELD_TEAM = "(withheld)";

const labelOf = memoTextOf((team, taxonomy: Taxonomy): string => {
  if (team === UNKNOWN) return UNKNOWN;
  if (!team.startsWith(NOT_SHOWN) && namesPerson(team)) return WITHHELD_TEAM;
  const listed = taxonomy.teams.find(({ id }) => id === team);
  if (!listed) return taxonomy.teams.some(({ id }) => id === SMALL_TEAMS) ? SMALL_TEAMS : UNLISTED;
  return listed.size === 1 ? WITHHELD_TEAM : team;
});

/** The name of a team in an aggregate, so that no row points to one person. */
export function teamLabel(taxonomy: Taxonomy, team: string): string {
  return labelOf(team, taxonomy);
}

/** Whether a team, as written, appears in aggregates under its own name. */
export function isShownTeam(taxonomy: Taxonomy, team: string): boolean {
  return ![SMALL_TEAMS, UNLISTED, WITHHELD_TEAM].includes(teamLabel(taxonomy, team));
}

/** The labels of the teams, each once and in order. */
export function teamLabels(taxonomy: Taxonomy, teams: Iterable<string>): readonly string[] {
  return uniqueTexts(Array.from(new Set(teams), (team) => teamLabel(taxonomy, team)));
}

/**
 * Notes for a report in which names of teams could point to a person. Of names that the taxonomy does not
 * list the folder's notes tell: a report has them under one name, and cannot count them.
 */
export function teamNotes(taxonomy: Taxonomy, teams: Iterable<string>): readonly string[] {
  const labels = uniqueTexts(teams).map((team) => teamLabel(taxonomy, team));
  const withheld = labels.filter((label) => label === WITHHELD_TEAM).length;
  if (withheld === 0) return [];
  const could = verb(
    withheld,
    "could point to one person; it is",
    "could each point to one person; they are",
  );
  return [`${counted(withheld, "team name")} ${could} counted as ${WITHHELD_TEAM}.`];
}
