import type { Postmortem } from "../../core/postmortem.ts";
import { isPartOf, type Taxonomy } from "../../core/taxonomy.ts";
import { adjustedPValues } from "../../statistics/adjusted-p-values.ts";
import type { Query } from "../define.ts";
import type { JudgedImpact } from "../impact/judge.ts";
import { startDay } from "../shared/days.ts";
import { LEVEL } from "../shared/share-change.ts";
import type { PlanItem } from "./rows.ts";

/** How long a gap has not been missing, among the incidents of the window. */
interface Pause {
  /** The day of the last incident in which it was missing. */
  readonly last: string;
  /** How many incidents since, all without it. */
  readonly incidents: number;
  /** How often chance alone leaves so many. */
  readonly chance: number;
}

/** What was done about a gap, and whether it has been missing since. */
export interface Progress {
  readonly interventions: readonly JudgedImpact[];
  /** Null where none of its incidents is in the window. */
  readonly pause: Pause | null;
  /** The last intervention that worked, where the gap was missing in no incident since. */
  readonly solvedBy: JudgedImpact | null;
  /** Whether the pause is longer than chance explains, with all gaps looked at together. */
  readonly isLongPause: boolean;
}

/** How often `count` of `of` incidents, in any order, leave so many at the end without one. */
function chanceOfPause(count: number, of: number, pause: number): number {
  let chance = 1;
  for (let at = 0; at < count; at += 1) chance *= (of - pause - at) / (of - at);
  return chance;
}

function pauseOf({ incidents }: PlanItem, base: readonly Postmortem[], query: Query): Pause | null {
  const at = base.findLastIndex((one) => incidents.includes(one));
  const last = base[at];
  if (!last) return null;
  const since = base.length - 1 - at;
  return {
    ...{ last: startDay(last, query), incidents: since },
    chance: chanceOfPause(incidents.length, base.length, since),
  };
}

function solvedBy(
  pause: Pause | null,
  interventions: readonly JudgedImpact[],
): JudgedImpact | null {
  // Everybody's incidents count, also where the intervention was for one team.
  const isOver = ({ intervention }: JudgedImpact) =>
    pause !== null && pause.last <= intervention.date;
  return interventions.findLast((one) => one.verdict === "worked" && isOver(one)) ?? null;
}

function interventionsFor(
  { id }: PlanItem,
  impacts: readonly JudgedImpact[],
  taxonomy: Taxonomy,
): readonly JudgedImpact[] {
  return impacts.filter(({ intervention }) => isPartOf(taxonomy, id, intervention.competency));
}

/** Whether an item rests on enough incidents to be acted on at all. */
export function isEnough({ gap }: PlanItem): boolean {
  return (gap.judgement?.kind ?? "too few") !== "too few";
}

/**
 * What became of each item of a plan so far.
 * @param base the incidents of the window, whatever was missing in them, the oldest first
 */
export function progressOf(
  items: readonly PlanItem[],
  impacts: readonly JudgedImpact[],
  base: readonly Postmortem[],
  query: Query,
): readonly Progress[] {
  const paused = items.map((item) => ({ item, pause: pauseOf(item, base, query) }));
  const tested = paused.flatMap(({ item, pause }) => (pause && isEnough(item) ? [pause] : []));
  const adjusted = adjustedPValues(tested.map(({ chance }) => chance));
  const long = tested.filter((_, at) => (adjusted[at] ?? 1) <= LEVEL);
  return paused.map(({ item, pause }) => {
    const interventions = interventionsFor(item, impacts, query.taxonomy);
    return {
      ...{ interventions, pause, solvedBy: solvedBy(pause, interventions) },
      isLongPause: pause !== null && long.includes(pause),
    };
  });
}
