import type { AnyReport } from "../../src/reports/define.ts";
import type { Random } from "../../src/statistics/random.ts";

/** One setting of the simulation, and what shall hold for the share of runs. */
export interface Simulation {
  readonly name: string;
  readonly most?: number;
  readonly least?: number;
  /** The share of so many runs in which it happened; the same on every machine. */
  readonly rate: (runs: number) => number;
}

export const SETTINGS: { readonly runs: number };

export function simulations(
  report: Pick<AnyReport, "build">,
  seededRandom: (seed: number) => Random,
): readonly Simulation[];
