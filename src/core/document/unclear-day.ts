/** What to do about a date in numbers that could be one of two days. */
export const DATE_ORDER_HINT =
  "Set `date_order` in pm.yaml to day-first or month-first, or write the date as 2026-03-14.";

/** Why a date in numbers is not read. */
export function whyUnclear(written: string): string {
  return `\`${written}\` may have the day or the month first`;
}
