import { confirmedOnly } from "../core/document/confirmed.ts";
import type { EpochMs, Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { isInWindow, type Window } from "../core/time/window.ts";
import { lastInstant } from "./moment.ts";
import { type Copy } from "./shared/counted-once.ts";
import { teamsInvolved } from "./shared/lacking.ts";

/** What decides on which postmortems of a folder the report of a window rests: by their places. Plain data. */
export interface Outlines {
  /** When each started; null where that cannot be read. */
  readonly started: readonly (EpochMs | null)[];
  /** The last instant that each states; null where it states none. */
  readonly last: readonly (EpochMs | null)[];
  /** Those of which something is said whatever the window: nobody confirmed all that they record. */
  readonly always: readonly number[];
  /** Drafts, copies and those that name no team: where a window holds no other, the whole folder matters. */
  readonly silent: readonly number[];
}

function placesOf(
  postmortems: readonly Postmortem[],
  has: (postmortem: Postmortem) => boolean,
): readonly number[] {
  return postmortems.flatMap((postmortem, at) => (has(postmortem) ? [at] : []));
}

/** The outlines of a folder, as its reports know it. */
export function outlinesOf(
  postmortems: readonly Postmortem[],
  taxonomy: Taxonomy,
  copies: readonly Copy[],
): Outlines {
  const copied = new Set(copies.map(({ path }) => path));
  return {
    started: postmortems.map(({ milestones }) => milestones.started?.value ?? null),
    last: postmortems.map(lastInstant),
    always: placesOf(postmortems, (one) => confirmedOnly(one) !== one),
    silent: placesOf(
      postmortems,
      (one) =>
        one.status?.value === "draft" ||
        copied.has(one.path) ||
        teamsInvolved(taxonomy, confirmedOnly(one)).length === 0,
    ),
  };
}

/** Whether the postmortem of a place states an instant at `now` or later. */
export function isAhead({ last }: Outlines, place: number | undefined, now: EpochMs): boolean {
  return place !== undefined && (last[place] ?? Number.NEGATIVE_INFINITY) >= now;
}

/** The stretch that holds a window, the one that it is compared with, and what lies between them. */
function stretchOf({ since, until, prior }: Window): Pick<Window, "since" | "until"> {
  return {
    since: since && Math.min(since, prior?.since ?? since),
    until: Math.max(until, prior?.until ?? until),
  };
}

/**
 * The places of the postmortems on which the report of a window rests, if it rests on windows at all;
 * null where it may rest on any.
 */
export function restingOn(
  { started, last, always, silent }: Outlines,
  window: Window,
  now: EpochMs,
): readonly number[] | null {
  const [stretch, later] = [stretchOf(window), Math.min(window.until, now)];
  const isAlways = new Set(always);
  const places = started.flatMap((start, at) => {
    const isIn = start === null || isInWindow(start, stretch) || isAlways.has(at);
    return isIn || (last[at] ?? Number.NEGATIVE_INFINITY) >= later ? [at] : [];
  });
  if (places.length === started.length) return places;
  const isSilent = new Set(silent);
  const isUsed = places.some((at) => {
    const start = started[at] ?? null;
    return start !== null && isInWindow(start, window) && !isSilent.has(at);
  });
  return isUsed ? places : null;
}
