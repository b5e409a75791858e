const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const LEVELS = "▁▂▃▄▅▆▇█";

/** A bar of up to so many characters, to an eighth of one; something for whatever is above 0. */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return "";
  const eighths = Math.max(Math.round((value / most) * width * 8), 1);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** Amounts as one line of blocks: the lowest is none, the highest the most of them. */
export function sparkline(amounts: readonly number[]): string {
  const most = Math.max(0, ...amounts);
  const level = (amount: number) =>
    most === 0 ? 0 : Math.ceil((amount / most) * (LEVELS.length - 1));
  return amounts.map((amount) => LEVELS[level(amount)] ?? "").join("");
}
