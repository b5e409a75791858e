import type { Column } from "../../core/table.ts";
import { MEANINGS } from "./meanings.ts";

const BOUNDS = new Map([
  ["_low", "Lower 95 % bound of"],
  ["_high", "Upper 95 % bound of"],
  ["_coverage", "How often such bounds hold, as they are observed values:"],
  ["_n", "How many values or incidents this rests on:"],
]);

/** How a column is computed, in a sentence; null for one that nobody has explained. */
export function meaningOf({
  key,
  label,
  meaning,
}: Pick<Column, "key" | "label" | "meaning">): string | null {
  const own = meaning ?? MEANINGS.get(key);
  if (own !== undefined) return own;
  const [ending] = /_(low|high|coverage|n)$/.exec(key) ?? [];
  const bound = ending === undefined ? undefined : BOUNDS.get(ending);
  if (bound !== undefined) return `${bound} ${key.slice(0, key.lastIndexOf("_"))}.`;
  if (key.endsWith("_points")) return `Points for this part: ${label}.`;
  const phase =
    /^(prior_|others_)?time_to_([a-z]+?)(_before|_after)?_(median|p90|max)_minutes$/.exec(key);
  if (phase === null)
    return key.startsWith("incidents_") ? `Incidents of the row with ${label}.` : null;
  const [, group = "", name = "", when = "", what = ""] = phase;
  const figures = new Map([
    ["median", "Median"],
    ["p90", "90th percentile"],
    ["max", "Longest"],
  ]);
  const whose =
    group === "prior_"
      ? " in the window compared with"
      : group === "others_"
        ? " of all other incidents"
        : "";
  const time =
    when === "_before" ? ", up to that day" : when === "_after" ? ", after that day" : "";
  return `${figures.get(what) ?? ""} time to ${name}${whose}${time}.`;
}
