import type { Escalation } from "../core/postmortem.ts";
import { isHiddenGroup } from "../core/settings/stand-in-names.ts";
import { domainOf } from "../core/taxonomy.ts";
import { minutesToEscalation } from "../reports/escalations/mentions.ts";
import { teamLabel } from "../reports/shared/team-label.ts";
import { defineTable, field, sentence, type TableContext } from "./define.ts";
import { incidentKey, incidentOf, type Part, partKey, partsOf, valueOf } from "./of-incident.ts";

type Row = Part<Escalation>;

/** When it was; null if too few people worked, or a side is a team that is not shown: how soon it asked is its own affair. */
function ifShown<V>({ of, part }: Row, { taxonomy }: TableContext, value: V): V | null {
  const { from, to } = part;
  const isHidden = [from, to].some((end) => end && isHiddenGroup(teamLabel(taxonomy, end.value)));
  return isHidden || of.incident.areTimesWithheld ? null : value;
}

/** One row for each escalation. */
export const escalations = defineTable<Part<Escalation>>({
  name: "escalations",
  summary: "One row for each escalation: a hand-over from one team to another.",
  key: ["escalation_key"],
  fields: [
    partKey("escalation"),
    incidentKey(),
    field("at", "instant", "When it happened; empty if a side is a small team.", (row, context) =>
      ifShown(row, context, valueOf(row.part.at)),
    ),
    field(
      "from_team",
      "text",
      "The team that escalated.",
      ({ part }, { taxonomy }) => part.from && teamLabel(taxonomy, part.from.value),
    ),
    field(
      "to_team",
      "text",
      "The team that was called in.",
      ({ part }, { taxonomy }) => part.to && teamLabel(taxonomy, part.to.value),
    ),
    field("reason", "text", "Why: expertise, access, authority, capacity or policy.", ({ part }) =>
      valueOf(part.reason),
    ),
    field("competency", "text", "The competency that was sought.", ({ part }) =>
      valueOf(part.competency),
    ),
    field(
      "domain",
      "text",
      "The domain of that competency.",
      ({ part }, { taxonomy }) => part.competency && domainOf(taxonomy, part.competency.value),
    ),
    field(
      "detection_to_escalation_minutes",
      "integer",
      "Time from detection to the escalation; empty if a side is a small team.",
      (row, context) => {
        const { of, part } = row;
        return ifShown(
          row,
          context,
          minutesToEscalation({ incident: of.incident, escalation: part }),
        );
      },
      "minutes",
    ),
    field(
      "is_confirmed",
      "boolean",
      "False for one that pm suggest proposed and nobody has confirmed; reports leave it out.",
      ({ part }) => part.confirmed,
    ),
    sentence("evidence", "A sentence that describes it.", ({ part }) => valueOf(part.evidence)),
  ],
  items: (context) => partsOf(context, ({ incident }) => incident.escalations),
  incidentOf,
});
