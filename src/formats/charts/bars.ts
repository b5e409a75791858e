const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const LEVELS = "▁▂▃▄▅▆▇█";

/** A bar of up to so many characters, to an eighth of one; something for whatever is above 0. */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return "";
  const eighths = Math.max(Math.round((value / most) * width * 8), 1);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** Values as one line of blocks, each as high as its share of the highest. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values);
  if (most <= 0) return "";
  const level = (value: number) => Math.round((value / most) * (LEVELS.length - 1));
  return values.map((value) => LEVELS[level(value)] ?? "").join("");
}
