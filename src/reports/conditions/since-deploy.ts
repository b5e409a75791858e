import { bisectRight } from "d3-array";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Deploy } from "../../core/settings/deploy.ts";
import { MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import { NOT_STATED } from "../shared/grouping.ts";
import type { Grouping } from "../trends/groupings.ts";
import { exactStart } from "../trends/span.ts";

const LONGEST_HOURS = 24;
const STEPS = [
  { name: "under 1 h", below: 1 },
  { name: "1–4 h", below: 4 },
  { name: "4–24 h", below: LONGEST_HOURS },
];
const LONGER = `more than ${LONGEST_HOURS} h`;

/** Whether a deploy may have to do with an incident: not where both name services, and none in common. */
function isOfIncident({ service }: Deploy, services: ReadonlySet<string>): boolean {
  return service === null || services.size === 0 || services.has(service);
}

/**
 * Incidents by how long before their start the last deploy was: of one of their services, or of a service
 * that is not known. Before the first deploy that is known, and long after the last, nobody can tell.
 */
export function sinceDeployGrouping(deploys: readonly Deploy[]): Grouping {
  const sorted = deploys.toSorted((a, b) => a.at - b.at);
  const times = sorted.map(({ at }) => at);
  const end = (times.at(-1) ?? 0) + LONGEST_HOURS * MS_PER_HOUR;
  const groupOf = (incident: Postmortem): string => {
    const start = exactStart(incident);
    if (start === null || start > end) return NOT_STATED;
    const services = new Set(incident.services.map(({ value }) => value));
    const before = sorted.slice(0, bisectRight(times, start));
    const last = before.findLast((deploy) => isOfIncident(deploy, services));
    if (last === undefined) return NOT_STATED;
    const hours = (start - last.at) / MS_PER_HOUR;
    return STEPS.find(({ below }) => hours < below)?.name ?? LONGER;
  };
  return {
    name: "since deploy",
    order: [...STEPS.map(({ name }) => name), LONGER],
    groupsOf: (incident) => [groupOf(incident)],
  };
}
