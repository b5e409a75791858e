import { link, type Markish, type PlotOptions, ruleX, text } from "@observablehq/plot";
import { type Canvas, fitted, HALO, INK, widestText } from "./canvas.ts";
import type { Band, ChartData } from "./chart-data.ts";

const WIDEST_NAME = 150;
const WIDEST_BAND = 26;
/** Bands lie so far apart at least that their texts do not touch. */
const PITCH = 22;
const BETWEEN_NAMES = 14;

type FlowData = Extract<ChartData, { readonly kind: "flow" }>;

/** A band's place at one end, in pixels from the top. */
interface Slot {
  readonly band: Band;
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/** The bands of each name one below another, in the order in which the names come. */
function stack(bands: readonly Band[], end: "from" | "to", thick: (band: Band) => number) {
  const names = [...new Set(bands.map((band) => band[end]))];
  const slots: Slot[] = [];
  let top = 0;
  for (const name of names) {
    for (const band of bands.filter((one) => one[end] === name)) {
      const bottom = top + Math.max(thick(band), PITCH);
      slots.push({ band, name, top, bottom });
      top = bottom;
    }
    top += BETWEEN_NAMES;
  }
  return { slots, height: top - BETWEEN_NAMES };
}

function middle(slots: readonly Slot[], band: Band): number {
  const slot = slots.find((one) => one.band === band);
  return slot ? (slot.top + slot.bottom) / 2 : 0;
}

/** The name of each end, beside all of its bands. */
function namesAt(x: 0 | 1, slots: readonly Slot[]): Markish[] {
  const ends = [...new Set(slots.map(({ name }) => name))].map((name) => {
    const own = slots.filter((slot) => slot.name === name);
    const [top, bottom] = [own[0]?.top ?? 0, own.at(-1)?.bottom ?? 0];
    return { name, top: top + 3, bottom: bottom - 3, y: (top + bottom) / 2 };
  });
  const anchor = x === 0 ? ({ textAnchor: "end", dx: -10 } as const) : { dx: 10 };
  return [
    ruleX(ends, {
      ...{ x: ends.map(() => x), y1: "top", y2: "bottom" },
      ...{ stroke: INK.line, strokeWidth: 5 },
    }),
    text(ends, {
      ...{ x: ends.map(() => x), y: "y", textAnchor: "start", ...anchor },
      text: ends.map(({ name }) => fitted(name, WIDEST_NAME)),
    }),
  ];
}

/** Bands from the names on the left to those on the right, as thick as their amounts. */
export function flowPlot(data: FlowData, { width }: Canvas): PlotOptions {
  const { items } = data;
  const most = Math.max(...items.map(({ amount }) => amount.value));
  const thick = ({ amount }: Band) => (amount.value / most) * WIDEST_BAND;
  const [left, right] = [stack(items, "from", thick), stack(items, "to", thick)];
  const height = Math.max(left.height, right.height);
  const shift = (own: number) => (height - own) / 2;
  const moved = (slots: readonly Slot[], by: number) =>
    slots.map((slot) => ({ ...slot, top: slot.top + by, bottom: slot.bottom + by }));
  const from = moved(left.slots, shift(left.height));
  const to = moved(right.slots, shift(right.height));
  const [y1, y2] = [from, to].map((slots) => items.map((band) => middle(slots, band)));
  const names = (end: "from" | "to") => items.map((band) => fitted(band[end], WIDEST_NAME));
  const between = width - widestText(names("from")) - widestText(names("to")) - 60;
  const labelOf = ({ label, amount }: Band) =>
    label === null ? amount.text : `${fitted(label, between * 0.6)}: ${amount.text}`;
  return {
    width,
    height: height + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: widestText(names("from")) + 20,
    marginRight: widestText(names("to")) + 20,
    x: { type: "linear", domain: [0, 1], axis: null },
    y: { type: "linear", domain: [0, height], reverse: true, axis: null },
    marks: [
      link(items, {
        ...{ x1: items.map(() => 0), x2: items.map(() => 1), y1: y1 ?? [], y2: y2 ?? [] },
        ...{ curve: "bump-x", stroke: INK.quiet, strokeLinecap: "butt" },
        strokeWidth: { value: items.map(thick), scale: null },
      }),
      text(items, {
        ...{
          x: items.map(() => 0),
          y: y1 ?? [],
          dx: 14,
          textAnchor: "start",
          // A thin band would strike its text through.
          ...HALO,
          strokeWidth: 3,
        },
        text: items.map(labelOf),
      }),
      ...namesAt(0, from),
      ...namesAt(1, to),
    ],
  };
}
