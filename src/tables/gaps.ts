import type { Gap } from "../core/postmortem.ts";
import { domainOf } from "../core/taxonomy.ts";
import { askedFor, lackingTeams } from "../reports/shared/lacking.ts";
import { teamLabel, teamLabels } from "../reports/shared/team-label.ts";
import {
  defineTable,
  type ExportedIncident,
  field,
  sentence,
  type TableContext,
} from "./define.ts";
import {
  incidentKey,
  incidentOf,
  keyOf,
  type Part,
  partKey,
  partsOf,
  valueOf,
} from "./of-incident.ts";

const gapsOf = ({ incident }: ExportedIncident): readonly Gap[] => incident.gaps;

/** One row for each gap. */
export const gaps = defineTable<Part<Gap>>({
  name: "gaps",
  summary: "One row for each gap: a competency that was missing in an incident.",
  key: ["gap_key"],
  fields: [
    partKey("gap"),
    incidentKey(),
    field(
      "competency",
      "text",
      "The competency that was missing.",
      ({ part }) => part.competency.value,
    ),
    field("domain", "text", "The domain of the competency.", ({ part }, { taxonomy }) =>
      domainOf(taxonomy, part.competency.value),
    ),
    field("kind", "text", "The kind of gap.", ({ part }) => valueOf(part.kind)),
    field("phase", "text", "The phase that it slowed.", ({ part }) => valueOf(part.phase)),
    field(
      "team",
      "text",
      "The team that the gap itself names; see gap_teams for who lacked the skill.",
      ({ part }, { taxonomy }) => part.team && teamLabel(taxonomy, part.team.value),
    ),
    field(
      "is_confirmed",
      "boolean",
      "False for one that pm suggest proposed and nobody has confirmed; reports leave it out.",
      ({ part }) => part.confirmed,
    ),
    sentence("evidence", "The sentence that shows it.", ({ part }) => valueOf(part.evidence)),
  ],
  items: (context) => partsOf(context, gapsOf),
  incidentOf,
});

/** A team in its role for a gap. */
interface GapTeam {
  readonly gapKey: string;
  readonly role: "asked" | "lacked";
  readonly team: string;
}

function gapTeamsOf(part: Part<Gap>, { taxonomy }: TableContext): readonly Part<GapTeam>[] {
  const { of, part: gap } = part;
  // As reports do: a confirmed gap is not judged by escalations that nobody has confirmed.
  const incident = gap.confirmed ? of.confirmed : of.incident;
  const named = (role: GapTeam["role"], teams: readonly string[]) =>
    teamLabels(taxonomy, teams).map((team) => {
      return { ...part, part: { gapKey: keyOf("gap", part), role, team } };
    });
  return [
    ...named("lacked", lackingTeams(taxonomy, incident, gap)),
    ...named("asked", askedFor(taxonomy, incident, gap.competency.value)),
  ];
}

/** Who lacked the skill of each gap, and who was asked for it. */
export const gapTeams = defineTable<Part<GapTeam>>({
  name: "gap_teams",
  summary: "One row for each team that lacked the skill of a gap, or was asked for it.",
  key: ["gap_key", "role", "team"],
  fields: [
    field("gap_key", "text", "The gap, as in gaps.", ({ part }) => part.gapKey),
    incidentKey(),
    field(
      "role",
      "text",
      "lacked: the gap's own team, else the responders that were not asked for it, else the owners of the services; asked: it was asked for the skill.",
      ({ part }) => part.role,
    ),
    field(
      "team",
      "text",
      "The team, as in teams; small teams share one name.",
      ({ part }) => part.team,
    ),
  ],
  items: (context) => partsOf(context, gapsOf).flatMap((part) => gapTeamsOf(part, context)),
  incidentOf,
});
