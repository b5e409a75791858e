import { unlessInDoubt } from "../document/fact.ts";
import type { Fact, Milestone, Phase, Postmortem, Source } from "../postmortem.ts";
import { MS_PER_DAY } from "./milliseconds.ts";

const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

/** The milestones between which each phase's time runs. */
export const PHASE_BOUNDS: Readonly<Record<Phase, readonly [Milestone, Milestone]>> = {
  detect: ["started", "detected"],
  diagnose: ["detected", "diagnosed"],
  mitigate: ["started", "mitigated"],
  resolve: ["started", "resolved"],
};

/** What a phase's time is called in print: `ttd` is always time to diagnose. */
export const PHASE_TITLES: Readonly<Record<Phase, string>> = {
  detect: "Time to detect",
  diagnose: "Time to diagnose",
  mitigate: "Time to mitigate",
  resolve: "Time to resolve",
};

/** Whether a milestone's place in time is doubtful by itself, and not with all of its timeline. */
function isDoubted({ confidence, unsure }: Source): boolean {
  return confidence === "low" && unsure === undefined;
}

/** Minutes between two milestones, to the second; null where one is missing, out of order, or only a day. */
function minutesBetween(
  from: Fact<number> | null | undefined,
  to: Fact<number> | null | undefined,
): Fact<number> | null {
  if (!from || !to || to.value < from.value) return null;
  if (from.source.precision === "day" || to.source.precision === "day") return null;
  const inferred = from.source.how === "inferred" || to.source.how === "inferred";
  const { origin, range } = to.source;
  const isLow =
    isDoubted(from.source) || isDoubted(to.source) || from.source.unsure !== to.source.unsure;
  const how = inferred ? "inferred" : "computed";
  const source: Source = isLow ? { origin, how, range, confidence: "low" } : { origin, how, range };
  const seconds = Math.round((to.value - from.value) / MS_PER_SECOND);
  return { value: seconds / SECONDS_PER_MINUTE, source };
}

/** Days that an incident may last beside whole years that are one mistyped year. */
const MOST_DAYS_BESIDE = 3;
const DAYS_A_YEAR = 365.25;

/**
 * Whether an incident ends when it starts, as its times were filled in to have some, or a whole year
 * or more later, as a year was mistyped: no phase of it is counted.
 */
export function isLengthDoubted({ milestones }: Pick<Postmortem, "milestones">): boolean {
  const { started, resolved } = milestones;
  if (!started || !resolved) return false;
  if (started.source.precision === "day" || resolved.source.precision === "day") return false;
  if (started.value === resolved.value) return true;
  const days = Math.abs(resolved.value - started.value) / MS_PER_DAY;
  const years = Math.round(days / DAYS_A_YEAR);
  return years > 0 && Math.abs(days - years * DAYS_A_YEAR) <= MOST_DAYS_BESIDE;
}

/** Minutes between the milestones of a phase; null where that is no length of time. */
function computedDuration(postmortem: Postmortem, phase: Phase): Fact<number> | null {
  if (isLengthDoubted(postmortem)) return null;
  const [from, to] = PHASE_BOUNDS[phase];
  return minutesBetween(postmortem.milestones[from], postmortem.milestones[to]);
}

/**
 * Minutes that a phase took in one incident. Stated milestones answer first, then the duration that
 * the document itself states, then milestones inferred from the timeline; null if none can, or if they
 * are withheld. What is read with low confidence is left out: it would count in medians as much as what
 * is stated.
 */
export function phaseDuration(postmortem: Postmortem, phase: Phase): Fact<number> | null {
  if (postmortem.areTimesWithheld) return null;
  const sure = unlessInDoubt(computedDuration(postmortem, phase));
  if (sure?.source.how === "computed") return sure;
  return unlessInDoubt(postmortem.statedDurations[phase] ?? null) ?? sure;
}

/** Whether a document tells how long a phase took, but in doubt, so that it is not counted. */
export function isPhaseDoubted(postmortem: Postmortem, phase: Phase): boolean {
  if (postmortem.areTimesWithheld || phaseDuration(postmortem, phase) !== null) return false;
  const known = [computedDuration(postmortem, phase), postmortem.statedDurations[phase]];
  return known.some((one) => one?.source.confidence === "low");
}

/** Minutes that a phase took as the timeline's rows alone tell it, to compare with what is stated. */
export function timelineDuration(postmortem: Postmortem, phase: Phase): Fact<number> | null {
  const [from, to] = PHASE_BOUNDS[phase];
  return minutesBetween(postmortem.timelineMilestones[from], postmortem.timelineMilestones[to]);
}

/** The minutes of a phase, of the incidents that know it. */
export function phaseMinutes(incidents: readonly Postmortem[], phase: Phase): readonly number[] {
  const minutes: number[] = [];
  for (const incident of incidents) {
    const duration = phaseDuration(incident, phase);
    if (duration !== null) minutes.push(duration.value);
  }
  return minutes;
}
