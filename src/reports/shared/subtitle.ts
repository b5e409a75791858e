import { counted } from "../../core/counted.ts";
import { describeSpan, isoDate } from "../../core/time/calendar.ts";
import type { Query } from "../define.ts";
import { activeFilters, BY_GAPS } from "./filters.ts";
import type { Selection } from "./selection.ts";

function windowText({ window, timeZone }: Query): string {
  const until = isoDate(window.until, timeZone);
  if (window.since === null) return `up to ${until}`;
  const span = describeSpan(window.since, window.until, timeZone);
  return `${isoDate(window.since, timeZone)} to ${until} (${span})`;
}

/** Window, incidents and filters: `2026-01-01 to 2026-07-01 (6 months) · 11 incidents · team ledger`. */
export function subtitle(query: Query, selection: Selection): string {
  const filters = activeFilters(query, BY_GAPS).map(({ label }) => label);
  return [windowText(query), counted(selection.incidents.length, "incident"), ...filters].join(
    " · ",
  );
}
