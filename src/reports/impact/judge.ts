import { adjustedPValues } from "../../statistics/adjusted-p-values.ts";
import type { Effect } from "../../statistics/difference-in-differences.ts";
import { LEVEL } from "../shared/share-change.ts";
import { HALVING, type Impact } from "./effects.ts";

/** What can be said of an intervention. */
export type Verdict = "worked" | "worse since" | "no large effect" | "cannot tell yet" | "planned";

/** In which respect a competency changed. */
export type Respect = "frequency" | "duration";
const RESPECTS: readonly Respect[] = ["frequency", "duration"];

export interface JudgedImpact extends Impact {
  readonly verdict: Verdict;
  /** In which respects that holds; none where it cannot be judged. */
  readonly respects: readonly Respect[];
}

interface Test {
  readonly impact: Impact;
  readonly respect: Respect;
  readonly effect: Effect;
}

/** The judged impacts, with how many comparisons were tested together. */
export interface Judged {
  readonly impacts: readonly JudgedImpact[];
  readonly comparisons: number;
}

/** Whether the figures could be below the bar at all: others are not counted among the comparisons. */
function canTell({ interval, leastP }: Effect): boolean {
  return interval !== null && leastP <= LEVEL / 2;
}

function testsOf(impacts: readonly Impact[]): readonly Test[] {
  return impacts.flatMap((impact) =>
    RESPECTS.flatMap((respect) => {
      const { effect } = impact[respect];
      return effect !== null && canTell(effect) ? [{ impact, respect, effect }] : [];
    }),
  );
}

/** The tests of one direction that hold for all comparisons together. */
function holding(
  tests: readonly Test[],
  pOf: (effect: Effect) => number,
  isBeyond: (effect: Effect) => boolean,
): readonly Test[] {
  const adjusted = adjustedPValues(tests.map(({ effect }) => pOf(effect)));
  return tests.filter(({ effect }, at) => (adjusted[at] ?? 1) <= LEVEL / 2 && isBeyond(effect));
}

/**
 * Judges the interventions of a report together. One worked where what it is about fell against all
 * other incidents: the 95 % interval of the ratio lies below 1, and so does Benjamini and Hochberg's
 * adjusted one-sided p value below 2.5 % (5 % for both directions), over all comparisons that could be below it at all (R. E.
 * Tarone, "A Modified Bonferroni Method for Discrete Data", Biometrics 46, 1990). It had no large
 * effect where a halving is ruled out by the one-sided bound.
 * @param today an ISO date; what is later is planned
 */
export function judgeImpacts(impacts: readonly Impact[], today: string): Judged {
  const tests = testsOf(impacts.filter(({ intervention }) => intervention.date <= today));
  const fell = holding(
    tests,
    ({ pOfFall }) => pOfFall,
    ({ interval }) => interval !== null && interval.high < 1,
  );
  const rose = holding(
    tests,
    ({ pOfRise }) => pOfRise,
    ({ interval }) => interval !== null && interval.low > 1,
  );
  const small = tests.filter(({ effect }) => effect.atLeast > HALVING);
  const judge = (impact: Impact): JudgedImpact => {
    const of = (some: readonly Test[]) =>
      some.filter((test) => test.impact === impact).map(({ respect }) => respect);
    const [worked, worse, none] = [of(fell), of(rose), of(small)];
    if (impact.intervention.date > today) return { ...impact, verdict: "planned", respects: [] };
    if (worked.length > 0 && worse.length === 0) {
      return { ...impact, verdict: "worked", respects: worked };
    }
    if (worse.length > 0) return { ...impact, verdict: "worse since", respects: worse };
    // A respect that may have halved leaves the question open.
    if (none.length > 0 && none.length === of(tests).length) {
      return { ...impact, verdict: "no large effect", respects: none };
    }
    return { ...impact, verdict: "cannot tell yet", respects: [] };
  };
  return { impacts: impacts.map(judge), comparisons: tests.length };
}
