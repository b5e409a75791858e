const QUARTER = /^(\d{4})-Q([1-4])$/;
const DAY_MONTH_OR_YEAR = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The instant at which a day, month, quarter or year (`2026-03`, `2026-Q1`) begins; null for other texts. */
export function timeOf(text: string): number | null {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  if (year !== undefined) return Date.UTC(Number(year), (Number(quarter) - 1) * 3);
  const instant = DAY_MONTH_OR_YEAR.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
