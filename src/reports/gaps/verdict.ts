import type { Thresholds } from "../../core/config.ts";
import { counted } from "../../core/counted.ts";

/** What a gap calls for, the widest first: the order in which they are tried and sorted. */
export const VERDICTS = ["systemic", "emerging", "local", "unknown", "too few"] as const;
type Verdict = (typeof VERDICTS)[number];

/** In how many incidents, teams and services of the window a gap was seen. */
export interface Spread {
  readonly incidents: number;
  readonly teams: number;
  readonly services: number;
  /** Incidents in the prior window; null where that cannot say that the gap was absent. */
  readonly prior: number | null;
}

/** A verdict with the rule that gave it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rule: string;
}

function contextsRule(spread: Spread, least: number): string {
  const teams = counted(spread.teams, "team");
  const services = counted(spread.services, "service");
  if (spread.teams >= least) return `${teams} (≥${least})`;
  if (spread.services >= least) return `${services} (≥${least})`;
  return `${teams} and ${services} (<${least})`;
}

/**
 * Judges a gap: systemic, else emerging, else local from two incidents on, else too few to say. Unknown
 * where no incident says whose it was: that would be local to what nobody knows.
 */
export function judge(spread: Spread, thresholds: Thresholds): Judgement {
  const { systemicIncidents, systemicContexts, emergingIncidents } = thresholds;
  const incidents = counted(spread.incidents, "incident");
  const isOften = spread.incidents >= systemicIncidents;
  const isWide = Math.max(spread.teams, spread.services) >= systemicContexts;
  const systemicRule = isOften
    ? `${incidents} (≥${systemicIncidents}), ${contextsRule(spread, systemicContexts)}`
    : `${incidents} (<${systemicIncidents})`;
  if (isOften && isWide) return { verdict: "systemic", rule: systemicRule };
  if (spread.prior === 0 && spread.incidents >= emergingIncidents) {
    const rule = `${incidents} (≥${emergingIncidents}), none in the prior window`;
    return { verdict: "emerging", rule };
  }
  if (spread.incidents >= 2 && spread.teams === 0 && spread.services === 0) {
    return { verdict: "unknown", rule: `${incidents}, no team or service recorded` };
  }
  if (spread.incidents >= 2) return { verdict: "local", rule: systemicRule };
  return { verdict: "too few", rule: `${incidents} (<2)` };
}
