import { counted } from "../../core/counted.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import type { BeforeAfter, Effect } from "../../statistics/difference-in-differences.ts";
import type { Share } from "../../statistics/fisher.ts";
import { median } from "../shared/stats.ts";
import { verb } from "../shared/words.ts";
import type { Outcome } from "./effects.ts";
import type { JudgedImpact, Respect } from "./judge.ts";

function frequencyText({ before, after }: BeforeAfter<Share>): string {
  return `missing in ${after.count} of ${counted(after.of, "incident")} since, ${before.count} of ${before.of} before`;
}

function medianText(minutes: readonly number[]): string {
  const value = median(minutes);
  return value === null ? "unknown" : minutesText(value);
}

function durationText({ minutes, otherMinutes }: JudgedImpact): string {
  const { before, after } = minutes;
  const others = `others ${medianText(otherMinutes.after)} after ${medianText(otherMinutes.before)}`;
  return `median time to diagnose ${medianText(after)} (n ${after.length}) since, ${medianText(before)} (n ${before.length}) before; ${others}`;
}

function times(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio));
}

/** The interval of an effect in words: how many times as much as before, beside all other incidents. */
function intervalText({ interval, atLeast }: Effect, isBelow: boolean): string {
  if (isBelow) return ` (at least ${times(atLeast)} times as much as before)`;
  if (interval === null) return "";
  const { low, high } = interval;
  if (!Number.isFinite(high)) return ` (at least ${times(low)} times as much as before)`;
  if (low < 0.05) return ` (at most ${times(high)} times as much as before)`;
  return ` (between ${times(low)} and ${times(high)} times as much as before)`;
}

function factsOf(impact: JudgedImpact, respects: readonly Respect[], isBelow = false): string {
  const texts = respects.map((respect) => {
    const facts = respect === "frequency" ? frequencyText(impact.missing) : durationText(impact);
    const { effect } = impact[respect];
    return effect === null ? facts : facts + intervalText(effect, isBelow);
  });
  return texts.join("; ");
}

interface Prospect {
  readonly outcome: Outcome;
  readonly unit: string;
  readonly what: string;
}

function prospectsOf({ frequency, duration }: JudgedImpact): readonly Prospect[] {
  return [
    { outcome: duration, unit: "with a time since", what: "of the time to diagnose" },
    { outcome: frequency, unit: "since", what: "of how often it is missing" },
  ];
}

/** What it would take to tell, or that it never will be. */
function cannotTell(impact: JudgedImpact): string {
  const prospects = prospectsOf(impact);
  const waiting = prospects.filter(({ outcome: { needed, after } }) => (needed ?? 0) > after);
  const [first] = waiting.toSorted(
    (a, b) =>
      (a.outcome.needed ?? 0) - a.outcome.after - ((b.outcome.needed ?? 0) - b.outcome.after),
  );
  if (first) {
    const { outcome, unit, what } = first;
    const since = `${counted(outcome.after, "incident")} ${unit}`;
    return `Cannot tell yet: ${since}, ${outcome.needed ?? 0} would show a halving ${what}.`;
  }
  const { goneNeeded, missing } = impact;
  if (missing.after.count === 0 && goneNeeded !== null && goneNeeded > missing.after.of) {
    const { of } = missing.after;
    const since =
      of === 0 ? "No incidents since" : `${counted(of, "incident")} since, none with this gap`;
    return `${since}. It would take ${goneNeeded} without this gap to show that it is gone.`;
  }
  if (prospects.some(({ outcome }) => outcome.needed !== null)) {
    return `Cannot tell: ${factsOf(impact, ["frequency"])}, which fits both a halving and no effect.`;
  }
  const { count } = missing.before;
  return `Cannot tell, and more time will not help: ${counted(count, "incident")} with it before ${verb(count, "is", "are")} too few to compare with.`;
}

/** What can be said of an intervention, in one plain sentence. */
export function sentenceOf(impact: JudgedImpact, taxonomy: Taxonomy): string {
  const { verdict, respects, intervention } = impact;
  const competency = competencyName(taxonomy, intervention.competency);
  switch (verdict) {
    case "planned":
      return `Planned for ${intervention.date}: nothing to compare yet.`;
    case "worked":
      return `${competency} came down by more than chance explains: ${factsOf(impact, respects)}.`;
    case "worse since":
      return `${competency} went up by more than chance explains: ${factsOf(impact, respects)}.`;
    case "no large effect":
      return `A halving of ${competency} can be ruled out: ${factsOf(impact, respects, true)}.`;
    case "cannot tell yet":
      return cannotTell(impact);
  }
}
