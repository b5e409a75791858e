import { bisectRight } from "d3-array";

/** A text made of parts of another and of what was put between them; each place leads back to the other. */
export interface TextView {
  readonly text: string;
  /** Whether it is the other text, as that is. */
  readonly isWhole: boolean;
  /** The range of the other text that a range of this one comes from. */
  readonly sourceRange: (start: number, end: number) => readonly [start: number, end: number];
}

/** A part of a view: of the source from `at` on, or put in there. */
export interface ViewPart {
  readonly text: string;
  readonly at: number;
  readonly isPutIn?: boolean;
}

/** The view that is the text itself. */
export function wholeText(text: string): TextView {
  return { text, isWhole: true, sourceRange: (start, end) => [start, end] };
}

/** Joins parts, which stand in the order of their source. */
export function joinParts(parts: readonly ViewPart[]): TextView {
  const filled = parts.filter(({ text }) => text !== "");
  const starts: number[] = [];
  let length = 0;
  for (const { text } of filled) {
    starts.push(length);
    length += text.length;
  }
  const offsetAt = (index: number, isEnd: boolean): number => {
    const place = Math.max(isEnd ? index - 1 : index, 0);
    const part = Math.max(bisectRight(starts, place) - 1, 0);
    const { at = 0, isPutIn = false, text = "" } = filled[part] ?? {};
    if (isPutIn) return at;
    const within = Math.min(place - (starts[part] ?? 0), text.length);
    return at + within + (isEnd && index > 0 ? 1 : 0);
  };
  return {
    text: filled.map(({ text }) => text).join(""),
    isWhole: false,
    sourceRange: (start, end) => {
      const first = offsetAt(start, false);
      return [first, Math.max(end > start ? offsetAt(end, true) : first, first)];
    },
  };
}
