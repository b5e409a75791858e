import { compareBy, compareText } from "../../core/compare.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { groupByOne } from "../shared/grouping.ts";
import { incidentsOf } from "../shared/mentions.ts";
import type { GapMention } from "./mentions.ts";

/** A kind of gap, and in how many incidents of a row it is. */
export interface KindCount {
  readonly kind: string;
  readonly incidents: number;
}

const mostFirst = compareBy<KindCount>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => compareText(a.kind, b.kind),
);

/** The kinds of some gaps, the most frequent first; gaps without one are left out. */
export function kindCounts(mentions: readonly GapMention[]): readonly KindCount[] {
  const withKind = mentions.filter(({ gap }) => gap.kind !== null);
  const isOneEach = incidentsOf(mentions).length === mentions.length;
  const groups = groupByOne(withKind, ({ gap }) => gap.kind?.value ?? "");
  const counts = Array.from(groups, ([kind, members]) => {
    return { kind, incidents: isOneEach ? members.length : incidentsOf(members).length };
  });
  return counts.toSorted(mostFirst);
}

/** What the kinds of a row call for, the most frequent first, as the taxonomy words it. */
export function remediesOf(kinds: readonly KindCount[], taxonomy: Taxonomy): readonly string[] {
  return kinds.flatMap(({ kind, incidents }) => {
    const remedy = taxonomy.kinds.find(({ id }) => id === kind)?.remedy;
    if (!remedy) return [];
    return kinds.length === 1 ? [remedy] : [`${remedy} (${incidents})`];
  });
}
