import type { Milestone } from "../postmortem.ts";

/** Something for each milestone, asked for in their order. */
export function byMilestone<T>(of: (name: Milestone) => T): Readonly<Record<Milestone, T>> {
  return {
    started: of("started"),
    detected: of("detected"),
    acknowledged: of("acknowledged"),
    diagnosed: of("diagnosed"),
    mitigated: of("mitigated"),
    resolved: of("resolved"),
  };
}
