import { type EpochMs, type Escalation, UNKNOWN } from "../postmortem.ts";
import { foldName } from "../taxonomy.ts";
import { MS_PER_MINUTE } from "../time/milliseconds.ts";

/** What distinguishes an escalation from others: who asked whom, and when. */
export interface EscalationMarks {
  readonly at: EpochMs | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The marks of an escalation, without where they stand. */
export function marksOf({ at, from, to }: Escalation): EscalationMarks {
  return { at: at?.value ?? null, from: from?.value ?? null, to: to?.value ?? null };
}

/** A mark as it is compared: a team whatever its spelling, a time to the minute; null for one not known. */
function comparable(mark: string | EpochMs | null): string | number | null {
  if (mark === null) return null;
  if (typeof mark === "number") return Math.floor(mark / MS_PER_MINUTE);
  return mark === UNKNOWN ? null : foldName(mark);
}

/**
 * On how many marks two escalations agree; 0 where they are not the same one: where they differ in a
 * mark that both give, or have no team in common.
 */
export function agreement(one: EscalationMarks, other: EscalationMarks): number {
  const compared = (["at", "from", "to"] as const).map((name) => {
    const [first, second] = [comparable(one[name]), comparable(other[name])];
    return first === null || second === null ? null : first === second;
  });
  const [, from, to] = compared;
  if (compared.includes(false) || (from === null && to === null)) return 0;
  return compared.filter((isSame) => isSame === true).length;
}
