import type { Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { uniqueTexts } from "../reports/shared/grouping.ts";
import { teamLabels } from "../reports/shared/team-label.ts";
import { defineTable, field, type Table } from "./define.ts";
import { incidentKey, incidentOf, type Part, partsOf } from "./of-incident.ts";

interface Named {
  readonly name: string;
  readonly summary: string;
  /** The name of its field, and what that says. */
  readonly field: string;
  readonly description: string;
  readonly namesOf: (incident: Postmortem, taxonomy: Taxonomy) => readonly string[];
}

/** A table of what an incident names several of. */
function listTable({ name, summary, field: key, description, namesOf }: Named): Table {
  return defineTable<Part<string>>({
    ...{ name, summary, key: ["incident_key", key] },
    fields: [incidentKey(), field(key, "text", description, ({ part }) => part)],
    items: (context) =>
      partsOf(context, ({ incident }) => uniqueTexts(namesOf(incident, context.taxonomy))),
    incidentOf,
  });
}

/** The services of each incident. */
export const incidentServices = listTable({
  name: "incident_services",
  summary: "One row for each service of an incident.",
  field: "service",
  description: "The service, as in services.",
  namesOf: ({ services }) => services.map(({ value }) => value),
});

/** The teams that responded to each incident. */
export const incidentTeams = listTable({
  name: "incident_teams",
  summary: "One row for each team that responded to an incident.",
  field: "team",
  description: "The team, as in teams; small teams share one name.",
  namesOf: ({ teams }, taxonomy) =>
    teamLabels(
      taxonomy,
      teams.map(({ value }) => value),
    ),
});

/** The causes of each incident. */
export const incidentCauses = listTable({
  name: "incident_causes",
  summary: "One row for each cause of an incident.",
  field: "cause",
  description: "The cause.",
  namesOf: ({ causes }) => causes.map(({ value }) => value),
});
