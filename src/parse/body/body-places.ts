import type { LineIndex } from "../../core/places/line-index.ts";
import type { TextView } from "./text-view.ts";

/** Places of the view of a body in its file. */
export interface BodyPlaces extends LineIndex {
  /** Whether the view is the body as it stands in the file, so that what is on one line here is so there. */
  readonly isWhole: boolean;
}

/** The places of the view of a body that begins at an offset in its file. */
export function bodyPlaces(view: TextView, offset: number, lines: LineIndex): BodyPlaces {
  const { isWhole, sourceRange } = view;
  const rangeAt: LineIndex["rangeAt"] = (start, end) => {
    const [from, to] = sourceRange(start, end);
    return lines.rangeAt(offset + from, offset + to);
  };
  const pointAt: LineIndex["pointAt"] = (at) =>
    isWhole ? lines.pointAt(offset + at) : rangeAt(at, at).start;
  return { isWhole, rangeAt, pointAt };
}
