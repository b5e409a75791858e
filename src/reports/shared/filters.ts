import type { Fact, Gap, Postmortem } from "../../core/postmortem.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import { domainOf } from "../../core/taxonomy.ts";
import type { Query } from "../define.ts";
import { lackingTeams, teamsInvolved } from "./lacking.ts";
import { teamLabel, WITHHELD_TEAM } from "./team-label.ts";

/** The competencies by which an incident is found. */
export type CompetenciesOf = (postmortem: Postmortem) => readonly string[];

/** How a report finds incidents: what it counts in them, and which teams `--team` means. */
export interface Finder {
  readonly competenciesOf: CompetenciesOf;
  readonly team: "lacked" | "responded";
}

/** One of the query's filters that is set. */
export interface ActiveFilter {
  readonly about: "service" | "team" | "responder" | "severity" | "competency" | "kind";
  /** For use in a sentence: `team ledger or payments`. */
  readonly label: string;
  readonly passes: (postmortem: Postmortem) => boolean;
  /** Whether it is about what was missing, so that a share is of the incidents without it too. */
  readonly isAboutGaps: boolean;
}

/** The competencies of an incident's gaps. */
export function gapCompetencies({ gaps }: Postmortem): readonly string[] {
  return gaps.map(({ competency }) => competency.value);
}

/** The competencies of an incident's gaps, and those sought in its escalations. */
function gapOrSoughtCompetencies(postmortem: Postmortem): readonly string[] {
  const sought = postmortem.escalations.flatMap(({ competency }) => competency?.value ?? []);
  return [...gapCompetencies(postmortem), ...sought];
}

/** Incidents by their gaps, as most reports find them; `--team` means those that responded. */
export const BY_GAPS: Finder = { competenciesOf: gapCompetencies, team: "responded" };

/** Incidents by what was missing and to whom: `--team` means those that lacked it. */
export const BY_LACKING: Finder = { competenciesOf: gapCompetencies, team: "lacked" };

/** Incidents by their gaps and by what was sought; `--team` means those that responded. */
export const BY_GAPS_OR_SOUGHT: Finder = {
  competenciesOf: gapOrSoughtCompetencies,
  team: "responded",
};

/** Whether a competency passes the competency filter; a domain stands for all of its competencies. */
export function passesCompetency(query: Query, competency: string): boolean {
  const wanted = query.filters.competencies;
  if (wanted.length === 0 || wanted.includes(competency)) return true;
  return wanted.includes(domainOf(query.taxonomy, competency));
}

function isAmong(wanted: readonly string[], value: string | undefined): boolean {
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

/** Whether the filters on competency, kind and lacking team all let a gap through. */
export function passesGap(query: Query, incident: Postmortem, gap: Gap): boolean {
  const { kinds, teams } = query.filters;
  if (!passesCompetency(query, gap.competency.value)) return false;
  if (!isAmong(kinds, gap.kind?.value)) return false;
  if (teams.length === 0) return true;
  return lackingTeams(query.taxonomy, incident, gap).some((team) => teams.includes(team));
}

function hasAny(facts: readonly Fact<string>[], wanted: readonly string[]): boolean {
  return facts.some(({ value }) => wanted.includes(value));
}

/** The filters of a query that are set, in a fixed order. */
export function activeFilters(query: Query, finder: Finder): readonly ActiveFilter[] {
  const { services, teams, responders, severities, competencies, kinds } = query.filters;
  const { taxonomy } = query;
  const shown = (names: readonly string[]) =>
    names.map((team) => (teamLabel(taxonomy, team) === WITHHELD_TEAM ? WITHHELD_TEAM : team));
  const filter = (
    about: ActiveFilter["about"],
    names: readonly string[],
    passes: ActiveFilter["passes"],
    isAboutGaps = false,
  ): readonly ActiveFilter[] =>
    names.length > 0
      ? [{ about, label: `${about} ${names.join(" or ")}`, passes, isAboutGaps }]
      : [];
  const isTeams = (incident: Postmortem) =>
    finder.team === "responded"
      ? hasAny(incident.teams, teams)
      : teamsInvolved(taxonomy, incident).some((team) => teams.includes(team));
  return [
    ...filter("service", services, (incident) => hasAny(incident.services, services)),
    ...filter("team", shown(teams), isTeams),
    ...filter("responder", shown(responders), (incident) => hasAny(incident.teams, responders)),
    ...filter("severity", severities, ({ severity }) => isAmong(severities, severity?.value)),
    ...filter(
      "competency",
      competencies.map((id) => competencyName(taxonomy, id)),
      (incident) =>
        finder.competenciesOf(incident).some((competency) => passesCompetency(query, competency)),
      true,
    ),
    ...filter(
      "kind",
      kinds,
      ({ gaps }) => gaps.some(({ kind }) => isAmong(kinds, kind?.value)),
      true,
    ),
  ];
}
