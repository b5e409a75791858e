import type { Window } from "../core/time/window.ts";
import type { Dialect } from "./dialects.ts";

/** Reports that are also plain SQL, each in `sql/NAME.sql`. */
export const SQL_REPORTS = ["gaps", "escalations", "ttd"] as const;
export type SqlReport = (typeof SQL_REPORTS)[number];

/** Before every instant that a document can name. */
const BEGINNING = -8_640_000_000_000_000;

const PLACEHOLDER = /\{\{(\w+)(?:\((\w+)\))?\}\}/gu;

/**
 * The SQL of a report for an engine and a window.
 * @param text the file in `sql/`: `{{since}}`, `{{until}}` and `{{prior_since}}` are milliseconds since
 *   1970, `{{list(column)}}` is the engine's own.
 */
export function reportSql(text: string, { list }: Dialect, window: Window): string {
  const since = window.since ?? BEGINNING;
  const bounds = new Map([
    ["since", since],
    ["until", window.until],
    ["prior_since", window.prior?.since ?? since],
  ]);
  return text.replace(PLACEHOLDER, (_whole, name: string, column?: string) => {
    return column === undefined ? String(bounds.get(name) ?? "null") : list(column);
  });
}
