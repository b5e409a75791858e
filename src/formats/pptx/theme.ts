/** More rows are not read from the back of a room. */
export const MOST_ROWS = 7;

/** Colours as the library wants them; series can be distinguished without colour vision. */
export const INK = {
  text: "1B1F24",
  soft: "57606A",
  quiet: "D8DEE4",
  mark: "0B62A8",
  low: "9BB8D3",
  high: "E08A1E",
} as const;

export const FONT = "Calibri";

/** Points of what is read on a slide: less cannot be read from the back of a room. */
export const BODY = 18;

/** Points of axes and of the foot, which only who sits in front needs. */
export const SMALL = 14;

/** Inches that a slide gives to what stands on it. */
export const WIDTH = 12.1;
