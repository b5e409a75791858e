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

/**
 * How two names are one: but for hyphens, a plural and words such as "team" (`same`), or but for a typing error too
 * (`slip`); null where they are two.
 */
export type Likeness = "same" | "slip" | null;

/** Tells how two names are probably one. */
export type LikenessOf = (one: string, other: string) => Likeness;

/** @param saidOfGroups words that add nothing to a name, in lower case. */
export function likenessBy(saidOfGroups: readonly string[]): LikenessOf {
  const idle = new Set(saidOfGroups);
  const bare = (name: string) => {
    const words = foldName(name).split(" ");
    const own = words.filter((word) => !idle.has(word));
    return (own.length > 0 ? own : words).join(" ");
  };
  const letters = (name: string) => name.replaceAll(" ", "").replace(/s$/, "");
  return (one, other) => {
    const [first, second] = [bare(one), bare(other)];
    if (!isNearName(first, second)) return null;
    return letters(first) === letters(second) ? "same" : "slip";
  };
}

/** So many times as often must a name be used for another to be a typing error. */
const RARER = 3;

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

/** Whether one name is so much rarer than another that it may be a typing error: people err once, not again and again. */
function isRareBeside(one: NamedGroup, other: NamedGroup): boolean {
  const [rare, usual] = [countIncidents(one.mentions), countIncidents(other.mentions)];
  return rare === 1 || rare * RARER <= usual;
}

/** Names by what they probably mean, the likeliest spelling of each first. */
export function joinSpellings(
  groups: readonly NamedGroup[],
  likenessOf: LikenessOf,
): readonly Spellings[] {
  const found: Spellings[] = [];
  for (const group of groups.toSorted(likeliest)) {
    const at = found.findIndex((one) => {
      const likeness = likenessOf(one.name, group.name);
      const isOne = likeness === "same" || (likeness === "slip" && isRareBeside(group, one));
      return isOne && !standTogether(one, group);
    });
    const same = found[at];
    if (same) found[at] = { ...same, others: [...same.others, group] };
    else found.push({ ...group, others: [] });
  }
  return found;
}
