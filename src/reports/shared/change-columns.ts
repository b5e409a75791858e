import { column, type ColumnOf } from "../../core/output/tabulate.ts";
import { partColumns } from "./figures.ts";
import { describeChange, incidentsNeeded, ratioOf, type ShareChange } from "./share-change.ts";

/** Said of what the window before does not have and chance may explain: it claims nothing. */
export const NEW = "new in the documents";

/** Said where a difference may be chance. */
export const CANNOT_TELL = "cannot tell";

/** The fewest incidents that are called new: one alone would be said of nearly every row. */
const FEWEST_NEW = 2;

/**
 * How a share changed, in a word: rising, falling, or that it is new. Where chance may explain it,
 * "quiet" says nothing, and "always" that it cannot be judged.
 */
export function changeWord(change: ShareChange, how: "quiet" | "always"): string | null {
  const { direction, now, before } = change;
  if (direction) return direction;
  if (before.count === 0 && now.count >= FEWEST_NEW) return NEW;
  return how === "always" ? CANNOT_TELL : null;
}

/** The columns of a comparison that was asked for: the ratio of shares, a word, and what it takes. */
export function changeColumns<T>(changeOf: (row: T) => ShareChange | null): readonly ColumnOf<T>[] {
  const of =
    <C>(read: (change: ShareChange) => C) =>
    (row: T) => {
      const change = changeOf(row);
      return change && read(change);
    };
  const isBeyondChance = ({ direction, now, before }: ShareChange) =>
    direction !== null || now.count + before.count === 0;
  return [
    ...partColumns<T>("prior_incidents", "Before", 2, (row) => {
      const change = changeOf(row);
      return change && { part: change.before.count, of: change.before.of };
    }),
    column(
      "share_ratio",
      "Ratio",
      "ratio",
      2,
      of((change) => ratioOf(change).value),
    ),
    column(
      "share_ratio_low",
      "Ratio, low",
      "ratio",
      3,
      of((change) => ratioOf(change).low),
    ),
    column(
      "share_ratio_high",
      "Ratio, high",
      "ratio",
      3,
      of((change) => ratioOf(change).high),
    ),
    column(
      "change",
      "Change",
      "text",
      1,
      of((change) => changeWord(change, "always")),
    ),
    column(
      "change_incidents_needed",
      "Incidents it takes",
      "text",
      1,
      of((change) => (isBeyondChance(change) ? null : incidentsNeeded(change))),
    ),
    column("change_rule", "Compared", "text", 3, of(describeChange)),
  ];
}
