import { compareBy, compareText } from "../../core/compare.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { isInWindow, type Window } from "../../core/time/window.ts";
import type { Query } from "../define.ts";
import { describeEmptyWindow } from "./empty-window.ts";
import { activeFilters, BY_GAPS, type Finder, passesGap } from "./filters.ts";

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

const oldestFirst = compareBy<Postmortem>(
  (a, b) => (a.milestones.started?.value ?? 0) - (b.milestones.started?.value ?? 0),
  (a, b) => compareText(a.path, b.path),
);

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
    finder.team === "responded" ||
    !narrowed ||
    incident.gaps.some((gap) => passesGap(query, incident, gap));
  const sorted = query.postmortems.toSorted(oldestFirst);
  const base = sorted.filter((incident) => onIncident.every(({ passes }) => passes(incident)));
  const matching = base.filter(
    (incident) => onGaps.every(({ passes }) => passes(incident)) && hasSuchGap(incident),
  );
  const incidents = startedIn(matching, window);
  const inWindow = startedIn(sorted, window);
  return {
    incidents,
    base: startedIn(base, window),
    inWindow: inWindow.length,
    prior: window.prior && startedIn(matching, window.prior),
    priorBase: window.prior && startedIn(base, window.prior),
    undated: matching.filter(({ milestones }) => milestones.started === null),
    later: startingLater(matching, window),
    whenEmpty:
      incidents.length > 0 ? null : describeEmptyWindow({ query, filters, matching, inWindow }),
  };
}
