import type { AnyReport } from "../../src/reports/define.ts";

export interface Simulation {
  readonly name: string;
  readonly most?: number;
  readonly rate: (runs: number) => number;
}

export function simulations(
  report: AnyReport,
  seededRandom: (seed: number) => () => number,
): readonly Simulation[];
