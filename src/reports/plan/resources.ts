import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Section } from "../../core/table.ts";
import type { Resource } from "../../core/taxonomy.ts";
import type { RankedItem } from "./score.ts";
import { nameOf } from "./words.ts";

interface Entry {
  readonly item: RankedItem;
  readonly resource: Resource;
}

const COLUMNS: readonly ColumnOf<Entry>[] = [
  column("name", "Competency", "text", 1, ({ item }) => nameOf(item)),
  column("title", "Title", "text", 1, ({ resource }) => resource.title),
  column("type", "Type", "text", 2, ({ resource }) => resource.type || null),
  column("hours", "Hours", "number", 1, ({ resource }) => resource.hours),
  {
    ...column<Entry>("url", "Address", "text", 2, ({ resource }) => resource.url),
    isAddress: true,
  },
];

function taughtText(taught: number, all: number): string {
  if (taught < all) return `${taught} of ${counted(all, "skill")}`;
  return all === 1 ? "the 1 skill" : `all ${all} skills`;
}

/** What the taxonomy offers for learning the skills of a plan, in its order. */
export function resourcesSection(items: readonly RankedItem[]): Section {
  const entries = items.flatMap((item) => item.resources.map((resource) => ({ item, resource })));
  const taught = items.filter(({ resources }) => resources.length > 0).length;
  return tabulate({
    key: "resources",
    title: "To learn from",
    columns: COLUMNS,
    items: entries,
    membersOf: ({ item }) => item.incidents.map(({ path }) => path),
    finding:
      entries.length > 0
        ? `The taxonomy offers ${counted(entries.length, "resource")} for ${taughtText(taught, items.length)}`
        : null,
    whenEmpty:
      items.length > 0
        ? "The taxonomy lists no resources for these skills."
        : "Nothing is planned.",
  });
}
