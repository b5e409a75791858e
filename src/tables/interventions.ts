import type { Intervention } from "../core/settings/intervention.ts";
import { domainOf } from "../core/taxonomy.ts";
import { defineTable, field, sentence } from "./define.ts";

const KEY = "The id of the intervention, as in interventions.yaml.";

/** What was done so that competencies are missing less often. */
export const interventions = defineTable<Intervention>({
  name: "interventions",
  summary: "One row for each training, runbook or tool in interventions.yaml.",
  key: ["source", "intervention_id"],
  fields: [
    field("intervention_id", "text", KEY, ({ id }) => id),
    field("on_date", "date", "When it took place, or was over.", ({ date }) => date),
    field("kind", "text", "exercise, course, runbook, tool or pairing.", ({ kind }) => kind),
    field(
      "competency",
      "text",
      "A competency, or a domain for all of its competencies.",
      (one) => one.competency,
    ),
    field("domain", "text", "The domain of the competency.", ({ competency }, { taxonomy }) =>
      domainOf(taxonomy, competency),
    ),
    field("hours", "number", "What it took each participant.", ({ hours }) => hours, "hours"),
    sentence("note", "The note of the entry.", ({ note }) => note),
  ],
  items: ({ interventions: all }) => all,
});

interface Attended {
  readonly id: string;
  readonly team: string;
}

/** For which teams an intervention was. */
export const interventionTeams = defineTable<Attended>({
  name: "intervention_teams",
  summary: "One row for each team that an intervention was for; none if it was for everybody.",
  key: ["source", "intervention_id", "team"],
  fields: [
    field("intervention_id", "text", KEY, ({ id }) => id),
    field("team", "text", "The team, as in teams; small teams share one name.", ({ team }) => team),
  ],
  items: ({ interventions: all }) =>
    all.flatMap(({ id, teams }) => teams.map((team) => ({ id, team }))),
});
