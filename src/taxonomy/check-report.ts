import { counted } from "../core/counted.ts";
import { column, tabulate } from "../core/output/tabulate.ts";
import type { TaxonomySource } from "../core/settings/taxonomy-source.ts";
import type { Report } from "../core/table.ts";
import type { Doubt } from "./check.ts";

/** The doubts as a table. */
export function checkReport(
  { path }: Pick<TaxonomySource, "path">,
  doubts: readonly Doubt[],
): Report {
  return {
    name: "taxonomy check",
    title: "Probable mistakes in the taxonomy",
    subtitle: `${path} · ${counted(doubts.length, "warning")}`,
    sections: [
      tabulate<Doubt>({
        key: "doubts",
        title: "Doubts",
        columns: [
          column("path", "File", "text", 2, () => path),
          column("line", "Line", "count", 1, ({ range }) => range.start.line),
          column("column", "Column", "count", 2, ({ range }) => range.start.column),
          column("about", "About", "text", 2, ({ about }) => about),
          column("message", "Message", "text", 1, ({ message }) => message),
          column("hint", "Hint", "text", 3, ({ hint }) => hint),
        ],
        items: doubts,
        whenEmpty: "No probable mistakes were found.",
      }),
    ],
    notes: [],
  };
}
