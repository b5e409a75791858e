import { compareBy, compareText } from "../core/compare.ts";
import { foldName } from "../core/taxonomy.ts";
import { countIncidents, type Mention } from "./mentions.ts";
import { isNearName } from "./near-names.ts";

/** A name that documents use, with the places. */
export interface NamedGroup {
  readonly name: string;
  readonly mentions: readonly Mention[];
}

/** Names that are probably one: the likeliest, and the others from the most frequent on. */
export interface Spellings extends NamedGroup {
  readonly others: readonly NamedGroup[];
}

/** Tells whether two names are probably one: but for a typing error, and for words such as "team". */
export type IsSpelling = (one: string, other: string) => boolean;

/** @param saidOfGroups words that add nothing to a name, in lower case. */
export function spellingTest(saidOfGroups: readonly string[]): IsSpelling {
  const idle = new Set(saidOfGroups);
  const bare = (name: string) => {
    const words = foldName(name).split(" ");
    const own = words.filter((word) => !idle.has(word));
    return (own.length > 0 ? own : words).join(" ");
  };
  return (one, other) => isNearName(bare(one), bare(other));
}

const likeliest = compareBy<NamedGroup>(
  (a, b) => countIncidents(b.mentions) - countIncidents(a.mentions),
  (a, b) => foldName(a.name).split(" ").length - foldName(b.name).split(" ").length,
  (a, b) => compareText(a.name, b.name),
);

/** Whether one incident lists both at its head, as it does with two that exist. */
function standTogether(one: NamedGroup, other: NamedGroup): boolean {
  const listedIn = ({ mentions }: NamedGroup) =>
    mentions.filter(({ within }) => within === "incident").map(({ incident }) => incident);
  const incidents = new Set(listedIn(one));
  return listedIn(other).some((incident) => incidents.has(incident));
}

/** Names by what they probably mean, the likeliest spelling of each first. */
export function joinSpellings(
  groups: readonly NamedGroup[],
  isSpelling: IsSpelling,
): readonly Spellings[] {
  const found: Spellings[] = [];
  for (const group of groups.toSorted(likeliest)) {
    const at = found.findIndex(
      (one) => isSpelling(one.name, group.name) && !standTogether(one, group),
    );
    const same = found[at];
    if (same) found[at] = { ...same, others: [...same.others, group] };
    else found.push({ ...group, others: [] });
  }
  return found;
}
