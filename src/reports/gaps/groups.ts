import type { Gap, Postmortem } from "../../core/postmortem.ts";
import { domainOf, type Taxonomy } from "../../core/taxonomy.ts";
import type { Query } from "../define.ts";
import { passesCompetency } from "../shared/filters.ts";
import { groupByEach, NOT_STATED, orNotStated } from "../shared/grouping.ts";
import { teamLabels } from "../shared/team-label.ts";

/** What gaps can be counted by; the first is the default. */
export const GAP_DIMENSIONS = ["competency", "domain", "kind", "team", "service"] as const;
export type GapDimension = (typeof GAP_DIMENSIONS)[number];

/** One gap of one incident. */
export interface GapMention {
  readonly incident: Postmortem;
  readonly gap: Gap;
}

/** The gaps of one group, and the incidents that they are in, each once. */
export interface GapGroup {
  readonly name: string;
  readonly mentions: readonly GapMention[];
  readonly incidents: readonly Postmortem[];
}

/** The gaps of incidents, as far as the competency filter lets them through. */
export function gapMentions(incidents: readonly Postmortem[], query: Query): readonly GapMention[] {
  return incidents.flatMap((incident) =>
    incident.gaps
      .filter(({ competency }) => passesCompetency(query, competency.value))
      .map((gap) => ({ incident, gap })),
  );
}

/** The teams that lacked it, as written: the gap's own, else all that responded. */
export function teamsOfGap({ incident, gap }: GapMention): readonly string[] {
  return gap.team ? [gap.team.value] : incident.teams.map(({ value }) => value);
}

function namesOf(mention: GapMention, by: GapDimension, taxonomy: Taxonomy): readonly string[] {
  const { incident, gap } = mention;
  switch (by) {
    case "competency":
      return [gap.competency.value];
    case "domain":
      return [domainOf(taxonomy, gap.competency.value)];
    case "kind":
      return [gap.kind?.value ?? NOT_STATED];
    case "team":
      return orNotStated(teamLabels(taxonomy, teamsOfGap(mention)));
    case "service":
      return orNotStated(incident.services.map(({ value }) => value));
  }
}

/** Gaps in groups; one without a value for the dimension is in the group "(not stated)". */
export function groupGaps(
  mentions: readonly GapMention[],
  by: GapDimension,
  taxonomy: Taxonomy,
): readonly GapGroup[] {
  const groups = groupByEach(mentions, (mention) => namesOf(mention, by, taxonomy));
  return Array.from(groups, ([name, members]) => ({
    name,
    mentions: members,
    incidents: [...new Set(members.map(({ incident }) => incident))],
  }));
}
