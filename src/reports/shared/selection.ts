import { compareText } from "../../core/compare.ts";
import { memo } from "../../core/memo.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { isInWindow, type Window } from "../../core/time/window.ts";
import type { Query } from "../define.ts";
import { describeEmptyWindow } from "./empty-window.ts";
import { type ActiveFilter, activeFilters, BY_GAPS, type Finder, passesGap } from "./filters.ts";

/** The incidents that a report is about, oldest first. */
export interface Selection {
  /** In the window and through every filter. */
  readonly incidents: readonly Postmortem[];
  /** The same, whatever was missing in them: the denominator of shares. */
  readonly base: readonly Postmortem[];
  /** How many incidents the window holds, whatever the filters are. */
  readonly inWindow: number;
  /** In the prior window and through every filter; null where there is no prior window. */
  readonly prior: readonly Postmortem[] | null;
  /** The same, whatever was missing in them. */
  readonly priorBase: readonly Postmortem[] | null;
  /** Through every filter, but with no readable start and so in no window. */
  readonly undated: readonly Postmortem[];
  /** Through every filter, but only to start after this moment, which no window up to now holds. */
  readonly later: readonly Postmortem[];
  /** Why there are no incidents and where the nearest is; null where there are some. */
  readonly whenEmpty: string | null;
}

function startOf({ milestones: { started } }: Postmortem): number {
  return started === null ? 0 : started.value;
}

/** The order of incidents in reports: by their start, those without one first, and then by their path. */
export function oldestFirst(a: Postmortem, b: Postmortem): number {
  return startOf(a) - startOf(b) || compareText(a.path, b.path);
}

/** Those through some filters; all of them, and not a copy, where there is none. */
function through(
  postmortems: readonly Postmortem[],
  filters: readonly ActiveFilter[],
): readonly Postmortem[] {
  if (filters.length === 0) return postmortems;
  return postmortems.filter((incident) => filters.every(({ passes }) => passes(incident)));
}

/** The incidents that started in a window; none without a readable start. */
export function startedIn(
  postmortems: readonly Postmortem[],
  window: Pick<Window, "since" | "until">,
): readonly Postmortem[] {
  return postmortems.filter(
    ({ milestones: { started } }) => started !== null && isInWindow(started.value, window),
  );
}

/** Those that start after the moment at which a window up to now was asked for; none for another window. */
export function startingLater(
  postmortems: readonly Postmortem[],
  { until, asOf = until, isUpToNow = false }: Window,
): readonly Postmortem[] {
  if (!isUpToNow) return [];
  return postmortems.filter(({ milestones: { started } }) => started && started.value >= asOf);
}

/** The incidents that match a query's window and filters, and those that fell outside. */
export function selectIncidents(query: Query, finder: Finder = BY_GAPS): Selection {
  const window: Window = query.window;
  const filters = activeFilters(query, finder);
  const onGaps = filters.filter(({ isAboutGaps }) => isAboutGaps);
  const onIncident = filters.filter(({ isAboutGaps }) => !isAboutGaps);
  const narrowed = query.filters.teams.length > 0 || onGaps.length > 0;
  // One and the same gap has to pass: the skill that was missing, its kind and who lacked it.
  const hasSuchGap = (incident: Postmortem) =>
    incident.gaps.some((gap) => passesGap(query, incident, gap));
  const sorted = query.postmortems.toSorted(oldestFirst);
  const base = through(sorted, onIncident);
  const isWhole = finder.team === "responded" || !narrowed;
  const ofGaps = through(base, onGaps);
  const matching = isWhole ? ofGaps : ofGaps.filter(hasSuchGap);
  // Without filters these are the same lists.
  const started = memo((some: readonly Postmortem[]) => startedIn(some, window));
  const startedBefore = memo(
    (some: readonly Postmortem[]) => window.prior && startedIn(some, window.prior),
  );
  const incidents = started(matching);
  const inWindow = started(sorted);
  return {
    incidents,
    base: started(base),
    inWindow: inWindow.length,
    prior: startedBefore(matching),
    priorBase: startedBefore(base),
    undated: matching.filter(({ milestones }) => milestones.started === null),
    later: startingLater(matching, window),
    whenEmpty:
      incidents.length > 0 ? null : describeEmptyWindow({ query, filters, matching, inWindow }),
  };
}
