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

/**
 * Window, incidents and filters: `2026-01-01 to 2026-07-01 (6 months) · 11 incidents · severity P1`; where
 * shares are of more incidents, `5 of 11 incidents · team ledger`.
 */
export function subtitle(query: Query, selection: Selection): string {
  const filters = activeFilters(query, BY_GAPS).map(({ label }) => label);
  const [some, all] = [selection.incidents.length, selection.base.length];
  const incidents =
    some < all ? `${some} of ${counted(all, "incident")}` : counted(some, "incident");
  return [windowText(query), incidents, ...filters].join(" · ");
}
