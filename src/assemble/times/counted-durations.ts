import { isExact, unlessInDoubt } from "../../core/document/fact.ts";
import { FILE_START } from "../../core/position.ts";
import {
  type EpochMs,
  type Fact,
  type Phase,
  PHASES,
  type Postmortem,
} from "../../core/postmortem.ts";
import { PHASE_BOUNDS } from "../../core/time/durations.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { timelineMilestones } from "../milestones/milestones.ts";
import type { TimelinePlace } from "../timeline/places.ts";
import type { Start } from "../timeline/start.ts";
import { readTimeline } from "../timeline/timeline.ts";

/** Stands for the instant that nobody tells: no more than lengths may be read from what counts from it. */
const ANY_ZERO: Fact<EpochMs> = {
  value: 0,
  source: { origin: "body", how: "computed", range: FILE_START },
};

/** What phases took by rows that all count from a start that nobody tells: "T+12 min". */
export function countedDurations(
  places: readonly TimelinePlace[],
  start: Start,
  vocabulary: Vocabulary,
): Postmortem["statedDurations"] {
  const timeline = readTimeline(places, { ...start, statedStart: () => ANY_ZERO }, vocabulary);
  if (!timeline || timeline.rows.some(({ at }) => at === null)) return {};
  const milestones = timelineMilestones(timeline, vocabulary);
  const found = PHASES.flatMap((phase): readonly (readonly [Phase, Fact<number>])[] => {
    const [from, to] = PHASE_BOUNDS[phase].map((name) => unlessInDoubt(milestones[name] ?? null));
    if (!from || !to || !isExact(from) || to.value <= from.value) return [];
    const { range } = to.source;
    const value = Math.round((to.value - from.value) / MS_PER_MINUTE);
    return [[phase, { value, source: { origin: "body", how: "computed", range } }]];
  });
  return Object.fromEntries(found);
}
