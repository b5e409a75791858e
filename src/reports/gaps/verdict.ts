import { counted } from "../../core/counted.ts";
import type { Thresholds } from "../../core/settings/config.ts";
import { binomialAtMost } from "../../statistics/distributions.ts";
import { describeChange, type ShareChange } from "../shared/share-change.ts";
import { percent } from "../shared/words.ts";
import type { Spread } from "./spread.ts";

/** What a gap calls for, the widest first: the order in which they are tried and sorted. */
export const VERDICTS = [
  "systemic",
  "emerging",
  "recurring",
  "local",
  "unknown",
  "too few",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A verdict with the rule that gave it, and the figures that it used. */
export interface Judgement {
  /** What is printed; its rank is that of `kind`. */
  readonly verdict: string;
  readonly kind: Verdict;
  readonly rule: string;
}

/** The most that chance may explain. */
export const CHANCE = 0.05;

/** The incidents outside the most affected team that a systemic gap has at least. */
const FEWEST_OUTSIDE = 2;

/** The share that a gap must surely be above, and that it must have outside its most affected team. */
export function floorShare({ systemicShare }: Thresholds): number {
  return systemicShare / 2;
}

/** How likely at least as many incidents are, if the gap stands in `share` of them. */
function chanceOf({ incidents, of }: Spread, share: number): number {
  return 1 - binomialAtMost(incidents - 1, of, share);
}

interface Check {
  readonly holds: boolean;
  readonly text: string;
}

/** Teams that lacked it, as far as each can be given an incident of its own: fewer than are named with it. */
function contextsText(contexts: number): string {
  return `${counted(contexts, "team")} with an incident of ${contexts === 1 ? "its" : "their"} own`;
}

/** What a gap has to be to be systemic, each with its figure. */
function systemicChecks(spread: Spread, thresholds: Thresholds): readonly Check[] {
  const { incidents, of, contexts, mostInOne, located, isMostHidden } = spread;
  const { systemicIncidents, systemicContexts, systemicShare } = thresholds;
  const floor = floorShare(thresholds);
  const check = (holds: boolean, text: string, bound: string): Check => ({
    holds,
    text: `${text} (${holds ? "" : "not "}${bound})`,
  });
  const outside = located - mostInOne;
  const chance = chanceOf(spread, floor);
  const fewestOutside = Math.max(FEWEST_OUTSIDE, Math.ceil(floor * of));
  return [
    check(
      incidents >= systemicIncidents,
      `${incidents} of ${counted(of, "incident")}`,
      `≥ ${systemicIncidents}`,
    ),
    check(incidents / of >= systemicShare, percent(incidents / of), `≥ ${percent(systemicShare)}`),
    check(
      chance <= CHANCE,
      `chance ${percent(chance)} if it were ${percent(floor)}`,
      `≤ ${percent(CHANCE)}`,
    ),
    check(contexts >= systemicContexts, contextsText(contexts), `≥ ${systemicContexts}`),
    check(
      outside >= fewestOutside,
      // The count would tell how many a team has that is not shown.
      `${isMostHidden ? (outside >= fewestOutside ? "enough" : "too few") : outside} outside the most affected team`,
      `≥ ${fewestOutside}`,
    ),
  ];
}

function textsOf(checks: readonly Check[]): string {
  return checks.map(({ text }) => text).join(", ");
}

/** Where a gap of at least two incidents was seen that is neither systemic nor emerging. */
function judgeRecurring(spread: Spread, failed: readonly Check[]): Judgement {
  const { incidents, contexts, mostInOne, located } = spread;
  const seen = counted(incidents, "incident");
  if (mostInOne === incidents) {
    return {
      kind: "local",
      verdict: "local",
      rule: `${seen}, all of which one team may account for`,
    };
  }
  if (contexts > 1) {
    const rule = `${seen}, ${contextsText(contexts)}; not systemic: ${textsOf(failed)}`;
    return { kind: "recurring", verdict: "recurring", rule };
  }
  const unnamed = incidents - located;
  const rule = `${seen}, ${unnamed} of which ${unnamed === 1 ? "names" : "name"} no team, and no service with an owner`;
  return { kind: "unknown", verdict: "unknown", rule };
}

/** The incidents that it takes to call a gap anything: one may be chance. */
const FEWEST = 2;

/** What is said where the pattern may be that of one team that is not shown: it could be a person. */
function judgeHidden({ incidents, hidden }: Spread): Judgement {
  const part = hidden === incidents ? "all" : `${hidden} of them`;
  const rule = `${counted(incidents, "incident")}, ${part} in teams that are not shown`;
  return { kind: "unknown", verdict: "unknown", rule };
}

/**
 * Judges a gap: systemic, else emerging, else recurring in several teams or local to one, else too few
 * to say. Unknown where the incidents do not say whose it was, or where it may be that of one team that
 * is not shown.
 */
export function judge(
  spread: Spread,
  change: ShareChange | null,
  thresholds: Thresholds,
): Judgement {
  const { incidents, mostInOneHidden } = spread;
  if (mostInOneHidden >= FEWEST && incidents - mostInOneHidden < FEWEST) return judgeHidden(spread);
  const checks = systemicChecks(spread, thresholds);
  const failed = checks.filter(({ holds }) => !holds);
  if (failed.length === 0) return { kind: "systemic", verdict: "systemic", rule: textsOf(checks) };
  if (change?.direction === "rising" && incidents >= thresholds.emergingIncidents) {
    return { kind: "emerging", verdict: "emerging", rule: describeChange(change) };
  }
  if (incidents >= FEWEST) return judgeRecurring(spread, failed);
  return {
    kind: "too few",
    verdict: "too few",
    rule: `${counted(incidents, "incident")} (<${FEWEST})`,
  };
}
