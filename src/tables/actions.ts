import type { Action } from "../core/postmortem.ts";
import { isOfTooFew } from "../reports/actions/mentions.ts";
import { defineTable, field } from "./define.ts";
import {
  dateOf,
  incidentKey,
  incidentOf,
  type Part,
  partKey,
  partsOf,
  valueOf,
} from "./of-incident.ts";

/** One row for each action. */
export const actions = defineTable<Part<Action>>({
  name: "actions",
  summary: "One row for each action of a postmortem.",
  key: ["action_key"],
  fields: [
    partKey("action"),
    incidentKey(),
    field("title", "text", "What is to be done.", ({ part }) => part.title.value),
    field("owner", "text", "The team that does it; small teams share one name.", ({ part }) =>
      valueOf(part.owner),
    ),
    field("status", "text", "open, in-progress, done, dropped or proposed.", ({ part }) =>
      valueOf(part.status),
    ),
    field("due_on", "date", "When it is due.", ({ part }) => dateOf(part.due)),
    field(
      "done_on",
      "date",
      "When it was done; empty if its owner is a small team, or nobody where only small teams, or one person, worked.",
      ({ of, part }) =>
        isOfTooFew({ action: part, incident: of.incident }) ? null : dateOf(part.done),
    ),
    field("competency", "text", "The competency that it builds.", ({ part }) =>
      valueOf(part.competency),
    ),
  ],
  items: (context) => partsOf(context, ({ incident }) => incident.actions),
  incidentOf,
});
