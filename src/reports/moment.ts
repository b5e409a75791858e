import { type EpochMs, type Fact, MILESTONES, type Postmortem } from "../core/postmortem.ts";
import { zoned } from "../core/time/calendar.ts";
import type { Stretch, Window } from "../core/time/window.ts";

/** Calls back with the instants that a document states, with which a report may compare the end of its window. */
function eachInstant(
  { milestones, timelineMilestones, published, escalations }: Postmortem,
  take: (at: EpochMs) => void,
): void {
  const tell = (fact: Fact<EpochMs> | null | undefined) => {
    if (fact) take(fact.value);
  };
  for (const milestone of MILESTONES) {
    tell(milestones[milestone]);
    tell(timelineMilestones[milestone]);
  }
  tell(published);
  for (const { at } of escalations) tell(at);
}

/** The last instant that a document states; null where it states none. */
export function lastInstant(postmortem: Postmortem): EpochMs | null {
  let last = Number.NEGATIVE_INFINITY;
  eachInstant(postmortem, (at) => {
    last = Math.max(last, at);
  });
  return Number.isFinite(last) ? last : null;
}

/** The first instant of documents at `now` or after it; infinite for none. */
function nextInstant(postmortems: readonly Postmortem[], now: EpochMs): EpochMs {
  let next = Number.POSITIVE_INFINITY;
  const take = (at: EpochMs) => {
    if (at >= now && at < next) next = at;
  };
  for (const postmortem of postmortems) eachInstant(postmortem, take);
  return next;
}

/** A window but for the ends that lie at an instant, which is that at which the report is asked. */
function withoutNow({ until, asOf, ...window }: Window, now: EpochMs): string {
  return JSON.stringify([window, until === now ? null : until, asOf === now ? null : asOf]);
}

/**
 * The part of a day in which a report on the same documents says the same, whenever it is asked; null
 * where only this very moment gives it.
 * @param windowAt the window that is asked for, by when it is asked.
 */
export function sameThrough(
  { restsOnMoment }: { readonly restsOnMoment?: boolean | undefined },
  windowAt: (now: EpochMs) => Window,
  postmortems: readonly Postmortem[],
  { now, timeZone }: { readonly now: EpochMs; readonly timeZone: string },
): Stretch | null {
  const begin = zoned(now, timeZone).startOfDay();
  const day = { since: begin.epochMilliseconds, until: begin.add({ days: 1 }).epochMilliseconds };
  const last = day.until - 1;
  const [first, other] = [windowAt(now), windowAt(last)];
  if (JSON.stringify(first) === JSON.stringify(other)) return day;
  // A moment before the first of a day still is the day before.
  if (restsOnMoment || now === day.since) return null;
  if (withoutNow(first, now) !== withoutNow(other, last)) return null;
  const until = Math.min(day.until, nextInstant(postmortems, now));
  return until > now ? { since: now, until } : null;
}
