import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import type { Query } from "../define.ts";
import { NOT_STATED } from "../shared/grouping.ts";
import {
  clockAtStart,
  clockGroupings,
  conditionGroupings,
  type Grouping,
  originGroupings,
} from "../trends/groupings.ts";
import { sinceDeployGrouping } from "./since-deploy.ts";

const MINUTES_PER_PART = 6 * 60;
const PARTS = ["00–06", "06–12", "12–18", "18–24"];

/** The quarter of the day: single hours would leave too few incidents each. */
function dayPart({ timeZone }: Query): Grouping {
  return {
    name: "hour",
    order: PARTS,
    groupsOf: (incident) => {
      const at = clockAtStart(incident, timeZone);
      return [(at && PARTS[Math.floor(at.minute / MINUTES_PER_PART)]) ?? NOT_STATED];
    },
  };
}

/** The conditions before and during an incident that can be compared, in the order of the report. */
export function comparedGroupings(query: Query): readonly Grouping[] {
  const named = (groupings: readonly Grouping[], names: readonly string[]) =>
    groupings.filter(({ name }) => names.includes(name));
  return [
    ...named(originGroupings(query), ["trigger"]),
    ...named(clockGroupings(query), ["working hours", "weekday"]),
    dayPart(query),
    ...(query.deploys && query.deploys.length > 0 ? [sinceDeployGrouping(query.deploys)] : []),
    ...named(conditionGroupings(), ["staffing", "familiarity"]),
  ];
}

/** What an incident says of a condition; nothing where it does not say, or nobody knows. */
export function statedGroups(grouping: Grouping, incident: Postmortem): readonly string[] {
  return grouping.groupsOf(incident).filter((name) => name !== NOT_STATED && name !== UNKNOWN);
}
