import { counted } from "../../core/counted.ts";
import { firstOf } from "../../core/first-of.ts";
import type { Phase, Postmortem } from "../../core/postmortem.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { isPhaseDoubted, PHASE_TITLES, phaseDuration } from "../../core/time/durations.ts";
import type { Reference } from "../../core/time/window.ts";
import type { Query } from "../define.ts";
import type { Selection } from "./selection.ts";
import { verb } from "./words.ts";

const PRIOR_NAMES = {
  prior: "the prior window",
  "year-ago": "the same window a year ago",
  given: "the window to compare with",
} as const satisfies Record<Reference, string>;

/** What the window is called that a query's window is compared with. */
export function priorName({ window: { reference = "prior" } }: Query): string {
  return PRIOR_NAMES[reference];
}

/** How many incidents the window holds; where filters leave fewer, how many, and how many with such a gap. */
function heldText({ inWindow, base, incidents }: Selection): string {
  const whole = counted(inWindow, "incident");
  if (incidents.length === inWindow) return whole;
  const gaps =
    incidents.length < base.length ? `, ${incidents.length} of them with such a gap` : "";
  const left = base.length < inWindow ? `, of which the filters leave ${base.length}` : "";
  return `${whole}${left}${gaps}`;
}

/** Which stretch the figures are of, and how many incidents it and the one before hold. */
export function windowNote(query: Query, selection: Selection): string {
  const { since, until, prior } = query.window;
  const date = (ms: number) => isoDate(ms, query.timeZone);
  const held = heldText(selection);
  if (since === null || prior === null) {
    return `The window, up to ${date(until)} (${query.timeZone}), holds ${held}; it has no prior window.`;
  }
  const window = `The window, ${date(since)} to ${date(until)} (${query.timeZone}), holds ${held}`;
  const before = `${date(prior.since)} to ${date(prior.until)}`;
  if (selection.inWindow > selection.incidents.length) {
    return `${window}; ${priorName(query)}, ${before}, holds ${selection.prior?.length ?? 0} such.`;
  }
  return `${window}; ${priorName(query)}, ${before}, holds ${selection.prior?.length ?? 0}.`;
}

/** Names incidents whose start is still to come, most often by a slip in the year; none where there are none. */
export function laterNotes(later: readonly Postmortem[]): readonly string[] {
  if (later.length === 0) return [];
  const start = verb(later.length, "starts in the future and is", "start in the future and are");
  const named = firstOf(later.map(({ path }) => path));
  return [`${counted(later.length, "incident")} ${start} left out: ${named}.`];
}

/** Names the incidents that no window can hold, and those that start later than now; none where all are in time. */
export function undatedNotes({ undated, later }: Selection): readonly string[] {
  if (undated.length === 0) return laterNotes(later);
  const named = firstOf(undated.map(({ path }) => path));
  const have = verb(
    undated.length,
    "has no readable start and is",
    "have no readable start and are",
  );
  return [
    `${counted(undated.length, "incident")} ${have} left out: ${named}.`,
    ...laterNotes(later),
  ];
}

/** Of how many incidents a phase is only known with doubt, and how to end that; none where there are none. */
function doubtedNotes(doubted: number): readonly string[] {
  if (doubted === 0) return [];
  return [
    `For ${counted(doubted, "more incident")} pm is not sure of the times, so none is counted: pm import --interactive --write asks about them.`,
  ];
}

/** Of how many incidents of a window a phase is known, and where it is known from: the same in each report. */
export function durationNotes(incidents: readonly Postmortem[], phase: Phase): readonly string[] {
  if (incidents.length === 0) return [];
  const counts = { stated: 0, computed: 0, inferred: 0 };
  let inDoubt = 0;
  for (const incident of incidents) {
    const duration = phaseDuration(incident, phase);
    if (duration !== null) counts[duration.source.how] += 1;
    else if (isPhaseDoubted(incident, phase)) inDoubt += 1;
  }
  const { stated, computed, inferred } = counts;
  const known = stated + computed + inferred;
  const whole = counted(incidents.length, "incident");
  const title = PHASE_TITLES[phase];
  const doubted = doubtedNotes(inDoubt);
  if (known === 0) return [`${title} is known for none of ${whole} in the window.`, ...doubted];
  const sources = `${computed} from stated milestones, ${stated} from stated durations`;
  return [
    `${title} is known for ${known} of ${whole} in the window: ${sources}, ${inferred} read from timelines.`,
    ...doubted,
  ];
}

/** Warns where figures rest on few incidents. */
export function smallCountNotes(incidents: number, query: Query): readonly string[] {
  if (incidents === 0 || incidents >= query.thresholds.smallCount) return [];
  return [
    `These figures rest on ${counted(incidents, "incident")}: read them as cases, not as rates.`,
  ];
}
