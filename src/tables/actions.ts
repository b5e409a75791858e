import type { Action } from "../core/postmortem.ts";
import { isHiddenGroup } from "../core/stand-in-names.ts";
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

/** Whether too few people may have done an action to say when: without an owner, whoever worked did it. */
function isOfTooFew({ of, part: { owner } }: Part<Action>): boolean {
  return owner ? isHiddenGroup(owner.value) : of.incident.areTimesWithheld === true;
}

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
      (row) => (isOfTooFew(row) ? null : dateOf(row.part.done)),
    ),
    field("competency", "text", "The competency that it builds.", ({ part }) =>
      valueOf(part.competency),
    ),
  ],
  items: (context) => partsOf(context, ({ incident }) => incident.actions),
  incidentOf,
});
