import { dot, type PlotOptions, rect, ruleY, text } from "@observablehq/plot";
import { describeTimeline, type TimelinePicture } from "../../core/output/slide-deck.ts";
import { HALO, INK, widestText } from "./canvas.ts";
import { drawSvg } from "./draw.ts";
import { lanesOf } from "./lanes.ts";
import { standaloneSvg } from "./standalone.ts";

const WIDTH = 760;
const MARGIN = 50;
/** What two lines of a label take, and how far the nearest lie from the line. */
const LANE = 38;
const NEAREST = 26;

/** How far from the line a label lies: what lies above is even, what lies below is odd. */
function offsetOf(lane: number): number {
  const away = NEAREST + Math.floor(lane / 2) * LANE;
  return lane % 2 === 0 ? -away : away;
}

function timelinePlot({ marks, diagnosing }: TimelinePicture): PlotOptions {
  const [first, last] = [marks.at(0)?.at ?? 0, marks.at(-1)?.at ?? 0];
  const pixel = (at: number) => ((at - first) / (last - first)) * (WIDTH - 2 * MARGIN);
  const lanes = lanesOf(
    marks.map(({ at, what }) => ({ middle: pixel(at), width: widestText([what]) + 10 })),
  );
  const offsets = lanes.map(offsetOf);
  const above = LANE / 2 - Math.min(...offsets);
  const below = Math.max(NEAREST, ...offsets) + LANE;
  const stretch = diagnosing ? [diagnosing] : [];
  const middle = stretch.map(({ from, until }) => (from + until) / 2);
  return {
    width: WIDTH,
    height: above + below + 16,
    ...{ marginLeft: MARGIN, marginRight: MARGIN, marginTop: 8, marginBottom: 8 },
    x: { domain: [first, last], axis: null },
    y: { domain: [0, above + below], axis: null, reverse: true },
    marks: [
      ruleY([above], { stroke: INK.line, strokeWidth: 3 }),
      rect(stretch, { x1: "from", x2: "until", y1: above - 7, y2: above + 7, fill: INK.mark }),
      text(stretch, {
        ...{ ...HALO, x: middle, y: above + below - 8, fontWeight: "bold" },
        text: "text",
      }),
      dot(marks, { x: "at", y: above, r: 7, fill: INK.paper, stroke: INK.mark, strokeWidth: 3 }),
      text(marks, {
        ...{ ...HALO, x: "at", y: offsets.map((offset) => above + offset) },
        text: marks.map(({ what, clock }) => `${what}\n${clock}`),
      }),
    ],
  };
}

/** The picture of a timeline as the text of an SVG file. */
export function timelineSvg(picture: TimelinePicture): string {
  return standaloneSvg(drawSvg(timelinePlot(picture), describeTimeline(picture)));
}
