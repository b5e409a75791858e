import { range } from "d3-array";
import type { ColumnType } from "../../core/table.ts";
import { cellText } from "../tables/cell-text.ts";

/** An amount of a chart, with how people read it. */
export interface Amount {
  readonly value: number;
  readonly text: string;
}

/** What the amounts of a chart are: the heading of their column, and its type. */
export interface AmountScale {
  readonly label: string;
  readonly type: ColumnType;
}

/** Steps at which people read clocks, in minutes. */
const CLOCK_STEPS = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];

/** An amount of a column's type. */
export function amountOf(value: number, type: ColumnType): Amount {
  return { value, text: cellText(value, type) };
}

/** The smallest 1, 2 or 5 times a power of ten that is at least so much. */
function roundUp(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
}

function stepFor(least: number, type: ColumnType): number {
  if (type === "share") return Math.min(roundUp(least), 0.5);
  if (type !== "minutes") return Math.max(roundUp(least), 1);
  const clock = CLOCK_STEPS.find((step) => step >= least);
  return clock ?? roundUp(least / 1440) * 1440;
}

/** The marks of an axis from 0 to at least `most`, which is more than 0, in so many steps or fewer. */
export function axisMarks(most: number, type: ColumnType, steps: number): readonly Amount[] {
  const step = stepFor(most / steps, type);
  const count = Math.ceil(most / step - 1e-9);
  return range(count + 1).map((at) =>
    at === 0 ? { value: 0, text: "0" } : amountOf(Number((at * step).toPrecision(12)), type),
  );
}
