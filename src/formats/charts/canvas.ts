import type { ScaleOptions } from "@observablehq/plot";
import { textWidth } from "../tables/text-width.ts";
import { axisMarks } from "./amounts.ts";
import { amountsOf, type ChartData } from "./chart-data.ts";
import { shorten } from "./shorten.ts";

/** Colours by name: the page says what they are in light, in dark and on paper. */
export const INK = {
  mark: "var(--mark)",
  line: "var(--line)",
  quiet: "var(--quiet)",
  paper: "var(--paper)",
};

/** Text over lines of the grid stays readable. */
export const HALO = { fill: "currentColor", stroke: INK.paper, strokeWidth: 4 };

/** What a character takes of the width, with some to spare. */
const CHARACTER = 7.2;
/** What a capital, and what the widest letters, take beyond that: parts of a character. */
const MORE_FOR_CAPITAL = 0.3;
const MORE_FOR_WIDEST = 0.5;
const CAPITALS = /\p{Lu}/gu;
const WIDEST = /[MWmw@%]/g;

export interface Canvas {
  readonly width: number;
  /** Whether labels stand above their rows, for want of width. */
  readonly isNarrow: boolean;
}

/** How wide a text is drawn, in characters of the usual width. */
function drawnWidth(text: string): number {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return textWidth(text) + MORE_FOR_CAPITAL * count(CAPITALS) + MORE_FOR_WIDEST * count(WIDEST);
}

/** The pixels that the widest of some texts takes. */
export function widestText(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map(drawnWidth)) * CHARACTER);
}

/** A text that has place in so many pixels, shortened if it is wider; of a few characters in any case. */
export function fitted(text: string, pixels: number): string {
  return shorten(text, Math.max(Math.floor(pixels / CHARACTER), 4), drawnWidth);
}

/** The axis of a chart's amounts: from 0, for lengths are compared; with its marks and its end. */
export function amountAxis(data: ChartData, { isNarrow }: Canvas) {
  const { label, type } = data.scale;
  const marks = axisMarks(
    Math.max(...amountsOf(data).map(({ value }) => value)),
    type,
    isNarrow ? 3 : 5,
  );
  const texts = new Map(marks.map(({ value, text }) => [value, text]));
  const ticks = marks.map(({ value }) => value);
  const most = ticks.at(-1) ?? 1;
  const scale: ScaleOptions = {
    ...{ domain: [0, most], ticks, tickSize: 0, label, labelArrow: "none" },
    tickFormat: (value: number) => texts.get(value) ?? "",
  };
  return { scale, ticks, most, lastText: texts.get(most) ?? "" };
}
