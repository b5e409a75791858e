import type { Bar, ChartData } from "./chart-data.ts";

/** A heading within a sentence; abbreviations keep their capitals. */
function lowerFirst(heading: string): string {
  return /^\p{Lu}\p{Ll}/u.test(heading)
    ? heading.slice(0, 1).toLowerCase() + heading.slice(1)
    : heading;
}

/** What a chart compares: `Incidents by competency`. */
export function chartTitle({ scale, subjects, ...data }: ChartData): string {
  const [first = "", second = "", third] = subjects.map(lowerFirst);
  if (data.kind !== "flow")
    return `${scale.label} by ${[first, ...(second === "" ? [] : [second])].join(" and ")}`;
  return `${scale.label}, ${first} → ${second}${third === undefined ? "" : `, by ${third}`}`;
}

function boundsText({ low, high }: Bar): string {
  if (low && high) return ` (${low.text} to ${high.text})`;
  if (high) return ` (up to ${high.text})`;
  return low ? ` (from ${low.text})` : "";
}

function itemTexts(data: ChartData): readonly string[] {
  switch (data.kind) {
    case "ranking":
    case "distribution":
    case "series":
      return data.items.map((bar) => {
        const remark = bar.remark === null ? "" : `, ${bar.remark}`;
        return `${bar.label} ${bar.amount.text}${boundsText(bar)}${remark}`;
      });
    case "change":
      return data.items.map(({ label, before, after }) => {
        return `${label} from ${before.text} to ${after.text}`;
      });
    case "matrix":
      return data.items.map(({ row, column, amount }) => `${row}, ${column} ${amount.text}`);
    case "flow":
      return data.items.map(({ from, to, label, amount }) => {
        return `${from} to ${to}${label === null ? "" : `, ${label}`} ${amount.text}`;
      });
  }
}

/** The columns of an interval are headed by their figure's heading: `Share, from` and `Share, to`. */
function isInterval({ low, high }: { readonly low: string | null; readonly high: string | null }) {
  return low !== null && high !== null && low.endsWith(", from") && high.endsWith(", to");
}

/** How the marks of a chart are to be read; null where that goes without saying. */
export function chartKey(data: ChartData): string | null {
  if (data.kind === "change") {
    return `Hollow: ${data.stretches[0]}. Filled: ${data.stretches[1]}.`;
  }
  if (data.kind !== "ranking" && data.kind !== "distribution" && data.kind !== "series")
    return null;
  const { low, high } = data.bounds;
  if (low === null && high === null) return null;
  const mark = data.kind === "ranking" ? "Bar" : "Dot";
  const reach = data.kind === "series" ? "Area" : "Line";
  if (isInterval(data.bounds))
    return `${mark}: ${lowerFirst(data.scale.label)}. ${reach}: its interval.`;
  const from = low === null ? "" : ` from ${lowerFirst(low)}`;
  const to = high === null ? "" : ` to ${lowerFirst(high)}`;
  return `${mark}: ${lowerFirst(data.scale.label)}. ${reach}:${from}${to}.`;
}

/** That a chart leaves rows out; null where it shows all. */
export function leftOutNote({ items, leftOut }: ChartData): string | null {
  if (leftOut === 0) return null;
  return `The chart shows ${items.length} of ${items.length + leftOut} rows; the table has all.`;
}

/** A chart in words, with every number that it shows. */
export function describeChart(data: ChartData): string {
  return `${chartTitle(data)}: ${itemTexts(data).join("; ")}.`;
}
