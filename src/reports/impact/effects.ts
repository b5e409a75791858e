import type { Gap, Postmortem } from "../../core/postmortem.ts";
import type { Intervention } from "../../core/settings/intervention.ts";
import type { Place } from "../../core/table.ts";
import { isPartOf } from "../../core/taxonomy.ts";
import { phaseMinutes } from "../../core/time/durations.ts";
import { logSpread } from "../../statistics/detect-durations.ts";
import {
  durationsAfterNeeded,
  incidentsAfterNeeded,
  incidentsWithoutNeeded,
  smallestCountEffect,
  smallestDurationEffect,
} from "../../statistics/detect-effects.ts";
import {
  type BeforeAfter,
  countEffect,
  durationEffect,
  type Effect,
} from "../../statistics/difference-in-differences.ts";
import type { Share } from "../../statistics/fisher.ts";
import type { Query } from "../define.ts";
import { placeOfGap } from "../gaps/mentions.ts";
import { startDay } from "../shared/days.ts";
import { lackingTeams } from "../shared/lacking.ts";
import { teamLabels } from "../shared/team-label.ts";

/** Clocks are read to the minute: a shorter time counts as one. */
const SHORTEST_MINUTES = 1;

/** The effect that is worth looking for. */
export const HALVING = 0.5;

/** Beyond so many incidents, no number is worth giving. */
const MOST_NEEDED = 500;

/** What was to change in one respect, and what the incidents could have shown. */
export interface Outcome {
  /** Null where there is nothing to compare. */
  readonly effect: Effect | null;
  /** Incidents that count after. */
  readonly after: number;
  /** The smallest fall, as a ratio, that so many would show in 4 of 5 cases; null for none. */
  readonly smallest: number | null;
  /** How many would have to count after to show a halving in 4 of 5 cases; null for no number. */
  readonly needed: number | null;
}

/** An intervention with the incidents before and after it. */
export interface Impact {
  readonly intervention: Intervention;
  /** The files of the incidents with it, before and after. */
  readonly paths: readonly string[];
  /** Where these gaps are written. */
  readonly places: readonly Place[];
  /** Incidents in which its teams lacked what it is about, of all. */
  readonly missing: BeforeAfter<Share>;
  /** Minutes to diagnose these. */
  readonly minutes: BeforeAfter<readonly number[]>;
  /** Minutes to diagnose all others. */
  readonly otherMinutes: BeforeAfter<readonly number[]>;
  readonly frequency: Outcome;
  readonly duration: Outcome;
  /** How many incidents since, all without it, would show that it is gone; null for no number. */
  readonly goneNeeded: number | null;
}

function mapBoth<A, B>({ before, after }: BeforeAfter<A>, of: (value: A) => B): BeforeAfter<B> {
  return { before: of(before), after: of(after) };
}

/** Whether a gap is one that the intervention is about: its competency, in one of its teams. */
function isAbout(
  { competency, teams }: Intervention,
  incident: Postmortem,
  gap: Gap,
  { taxonomy, filters }: Query,
): boolean {
  const { value } = gap.competency;
  if (!isPartOf(taxonomy, value, competency)) return false;
  if (filters.kinds.length > 0 && !filters.kinds.includes(gap.kind?.value ?? "")) return false;
  if (teams.length === 0) return true;
  const lacking = teamLabels(taxonomy, lackingTeams(taxonomy, incident, gap));
  return lacking.some((team) => teams.includes(team));
}

function frequencyOf(missing: BeforeAfter<Share>): Outcome {
  const { before, after } = missing;
  const most = { most: MOST_NEEDED };
  return {
    effect: countEffect(missing),
    after: after.of,
    smallest: smallestCountEffect(before, after.of),
    needed: incidentsAfterNeeded(HALVING, before, most),
  };
}

function durationOf(
  minutes: BeforeAfter<readonly number[]>,
  others: BeforeAfter<readonly number[]>,
): Outcome {
  const groups = [minutes.before, minutes.after, others.before, others.after];
  const spread = logSpread(groups, SHORTEST_MINUTES);
  const [own, control] = [minutes, others].map((group) => mapBoth(group, ({ length }) => length));
  const known = spread !== null && own !== undefined && control !== undefined;
  const detection = { most: MOST_NEEDED };
  return {
    effect: durationEffect(minutes, others, SHORTEST_MINUTES),
    after: minutes.after.length,
    smallest: known ? smallestDurationEffect(own, control, spread) : null,
    needed: known ? durationsAfterNeeded(HALVING, own.before, control, spread, detection) : null,
  };
}

/**
 * What became of a competency after an intervention, in all of a report's incidents.
 * @param incidents those of the window, with a start
 */
export function impactOf(
  intervention: Intervention,
  incidents: readonly Postmortem[],
  query: Query,
): Impact {
  const isLater = (incident: Postmortem) => startDay(incident, query) > intervention.date;
  const parts: BeforeAfter<readonly Postmortem[]> = {
    before: incidents.filter((incident) => !isLater(incident)),
    after: incidents.filter(isLater),
  };
  const isMissing = (incident: Postmortem) =>
    incident.gaps.some((gap) => isAbout(intervention, incident, gap, query));
  const lacking = mapBoth(parts, (some) => some.filter(isMissing));
  const others = mapBoth(parts, (some) => some.filter((incident) => !isMissing(incident)));
  const missing = {
    before: { count: lacking.before.length, of: parts.before.length },
    after: { count: lacking.after.length, of: parts.after.length },
  };
  const diagnosed = (some: readonly Postmortem[]) => phaseMinutes(some, "diagnose");
  const [minutes, otherMinutes] = [mapBoth(lacking, diagnosed), mapBoth(others, diagnosed)];
  return {
    ...{ intervention, missing, minutes, otherMinutes },
    places: [...lacking.before, ...lacking.after].flatMap((incident) =>
      incident.gaps
        .filter((gap) => isAbout(intervention, incident, gap, query))
        .map((gap) => placeOfGap({ incident, gap })),
    ),
    paths: [...lacking.before, ...lacking.after].map(({ path }) => path),
    frequency: frequencyOf(missing),
    duration: durationOf(minutes, otherMinutes),
    goneNeeded: incidentsWithoutNeeded(missing.before, { most: MOST_NEEDED }),
  };
}
