import { counted } from "../../core/counted.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import type { Intervention } from "../../core/settings/intervention.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import type { Effect } from "../../statistics/difference-in-differences.ts";
import { median } from "../shared/stats.ts";
import { joinedBy, verb } from "../shared/words.ts";
import type { Outcome } from "./effects.ts";
import type { JudgedImpact, Respect } from "./judge.ts";

/** How often it was missing since and before, and in which teams where it was for some alone. */
export function frequencyText({ intervention: { teams }, missing }: JudgedImpact): string {
  const { before, after } = missing;
  const was = teams.length === 0 ? "missing" : `${joinedBy("or", teams)} lacked it`;
  const earlier = `${before.count} of ${before.of} before`;
  return after.of === 0
    ? `no incidents since; ${was} in ${earlier}`
    : `${was} in ${after.count} of ${counted(after.of, "incident")} since, ${earlier}`;
}

/** The teams that it is for, behind its day: `, for ledger and merchant`; empty for all teams. */
export function forTeams({ teams }: Intervention): string {
  return teams.length === 0 ? "" : `, for ${joinedBy("and", teams)}`;
}

/** The teams whose gaps alone count, behind a word for these: ` in ledger or merchant`; empty for all teams. */
function inTeams({ intervention: { teams } }: JudgedImpact): string {
  return teams.length === 0 ? "" : ` in ${joinedBy("or", teams)}`;
}

/** In which incidents a time was taken, where not every team's gaps count. */
function withGap(impact: JudgedImpact): string {
  const teams = inTeams(impact);
  return teams === "" ? "" : ` with this gap${teams}`;
}

function medianText(minutes: readonly number[]): string {
  const value = median(minutes);
  return value === null ? "unknown" : minutesText(value);
}

function durationText(impact: JudgedImpact): string {
  const { minutes, otherMinutes } = impact;
  const { before, after } = minutes;
  const others = `others ${medianText(otherMinutes.after)} after ${medianText(otherMinutes.before)}`;
  return `median time to diagnose${withGap(impact)} ${medianText(after)} (n ${after.length}) since, ${medianText(before)} (n ${before.length}) before; ${others}`;
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
    const facts = respect === "frequency" ? frequencyText(impact) : durationText(impact);
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

function prospectsOf(impact: JudgedImpact): readonly Prospect[] {
  const { frequency, duration } = impact;
  const time = `of the time to diagnose${withGap(impact)}`;
  const howOften = `of how often it is missing${inTeams(impact)}`;
  return [
    { outcome: duration, unit: "with a time since", what: time },
    { outcome: frequency, unit: "since", what: howOften },
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
      of === 0
        ? "No incidents since"
        : `${counted(of, "incident")} since, none with this gap${inTeams(impact)}`;
    return `${since}. It would take ${goneNeeded} without this gap to show that it is gone.`;
  }
  if (prospects.some(({ outcome }) => outcome.needed !== null)) {
    return `Cannot tell: ${factsOf(impact, ["frequency"])}, which fits both a halving and no effect.`;
  }
  const { count } = missing.before;
  return `Cannot tell, and more time will not help: ${counted(count, "incident")} with it${inTeams(impact)} before ${verb(count, "is", "are")} too few to compare with.`;
}

/** What can be said of an intervention, in one plain sentence. */
export function sentenceOf(impact: JudgedImpact, taxonomy: Taxonomy): string {
  const { verdict, respects, intervention } = impact;
  const gap = `gap in ${competencyName(taxonomy, intervention.competency)}`;
  switch (verdict) {
    case "planned":
      return `Planned for ${intervention.date}${forTeams(intervention)}: nothing to compare yet.`;
    case "worked":
      return `The ${gap} came down by more than chance explains: ${factsOf(impact, respects)}.`;
    case "worse since":
      return `The ${gap} went up by more than chance explains: ${factsOf(impact, respects)}.`;
    case "no large effect":
      return `A halving of the ${gap} can be ruled out: ${factsOf(impact, respects, true)}.`;
    case "cannot tell yet":
      return cannotTell(impact);
  }
}
