import type { Fact, Postmortem } from "../../core/postmortem.ts";
import { domainOf } from "../../core/taxonomy.ts";
import type { Query } from "../define.ts";
import { teamLabel, WITHHELD_TEAM } from "./team-label.ts";

/** The competencies by which an incident is found. */
export type CompetenciesOf = (postmortem: Postmortem) => readonly string[];

/** One of the query's filters that is set. */
export interface ActiveFilter {
  readonly about: "service" | "team" | "severity" | "competency";
  /** For use in a sentence: `team ledger or payments`. */
  readonly label: string;
  readonly passes: (postmortem: Postmortem) => boolean;
}

/** The competencies of an incident's gaps. */
export function gapCompetencies({ gaps }: Postmortem): readonly string[] {
  return gaps.map(({ competency }) => competency.value);
}

/** The competencies of an incident's gaps, and those sought in its escalations. */
export function gapOrSoughtCompetencies(postmortem: Postmortem): readonly string[] {
  const sought = postmortem.escalations.flatMap(({ competency }) => competency?.value ?? []);
  return [...gapCompetencies(postmortem), ...sought];
}

/** Whether a competency passes the competency filter; a domain stands for all of its competencies. */
export function passesCompetency(query: Query, competency: string): boolean {
  const wanted = query.filters.competencies;
  if (wanted.length === 0 || wanted.includes(competency)) return true;
  return wanted.includes(domainOf(query.taxonomy, competency));
}

function hasAny(facts: readonly Fact<string>[], wanted: readonly string[]): boolean {
  return facts.some(({ value }) => wanted.includes(value));
}

/** The filters of a query that are set, in a fixed order. */
export function activeFilters(
  query: Query,
  competenciesOf: CompetenciesOf,
): readonly ActiveFilter[] {
  const { services, teams, severities, competencies } = query.filters;
  const teamNames = teams.map((team) =>
    teamLabel(query.taxonomy, team) === WITHHELD_TEAM ? WITHHELD_TEAM : team,
  );
  const filter = (
    about: ActiveFilter["about"],
    names: readonly string[],
    passes: ActiveFilter["passes"],
  ) => (names.length > 0 ? [{ about, label: `${about} ${names.join(" or ")}`, passes }] : []);
  return [
    ...filter("service", services, (postmortem) => hasAny(postmortem.services, services)),
    ...filter("team", teamNames, (postmortem) => hasAny(postmortem.teams, teams)),
    ...filter("severity", severities, ({ severity }) =>
      severity ? severities.includes(severity.value) : false,
    ),
    ...filter("competency", competencies, (postmortem) =>
      competenciesOf(postmortem).some((competency) => passesCompetency(query, competency)),
    ),
  ];
}
