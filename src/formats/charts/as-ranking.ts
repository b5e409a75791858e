import type { ChartData } from "./chart-data.ts";

/** A flow as bars, a bar a band, for where bands cannot be drawn. */
export function asRanking(
  data: Extract<ChartData, { kind: "flow" }>,
): Extract<ChartData, { kind: "ranking" | "distribution" }> {
  const items = data.items.map(({ from, to, label, amount }) => {
    const ends = `${from} → ${to}`;
    const none = { low: null, high: null, remark: null };
    return { label: label === null ? ends : `${ends}: ${label}`, amount, ...none };
  });
  return { ...data, kind: "ranking", items, bounds: { low: null, high: null } };
}
