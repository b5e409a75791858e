import { counted } from "../counted.ts";
import type { Postmortem } from "../postmortem.ts";

/** What `pm suggest` writes, and somebody has to confirm. */
export const SUGGESTED_LISTS = ["gaps", "escalations"] as const;
export type SuggestedList = (typeof SUGGESTED_LISTS)[number];

const NOUNS: Readonly<Record<SuggestedList, string>> = {
  gaps: "suggested gap",
  escalations: "suggested escalation",
};

function isConfirmed({ confirmed }: { readonly confirmed: boolean }): boolean {
  return confirmed;
}

function suggestedIn(postmortem: Postmortem, list: SuggestedList): number {
  let count = 0;
  for (const entry of postmortem[list]) if (!isConfirmed(entry)) count += 1;
  return count;
}

/** A postmortem without what nobody has confirmed. */
export function confirmedOnly(postmortem: Postmortem): Postmortem {
  if (postmortem.gaps.every(isConfirmed) && postmortem.escalations.every(isConfirmed)) {
    return postmortem;
  }
  return {
    ...postmortem,
    gaps: postmortem.gaps.filter(isConfirmed),
    escalations: postmortem.escalations.filter(isConfirmed),
  };
}

/** How much nobody has confirmed. */
export interface SuggestedCount {
  readonly total: number;
  /** Those of the lists that hold any of it. */
  readonly lists: readonly SuggestedList[];
  /** How much it is, in words. */
  readonly what: string;
  /** The same, with how many postmortems hold it. */
  readonly text: string;
}

/** Counts what nobody has confirmed in some lists of postmortems; null where there is nothing. */
export function countSuggested(
  postmortems: readonly Postmortem[],
  lists: readonly SuggestedList[] = SUGGESTED_LISTS,
): SuggestedCount | null {
  const counts = lists.map((list) => {
    const count = postmortems.reduce((sum, one) => sum + suggestedIn(one, list), 0);
    return { list, count };
  });
  const found = counts.filter(({ count }) => count > 0);
  if (found.length === 0) return null;
  const holders = postmortems.filter((one) => lists.some((list) => suggestedIn(one, list) > 0));
  const what = found.map(({ list, count }) => counted(count, NOUNS[list])).join(" and ");
  return {
    total: found.reduce((sum, { count }) => sum + count, 0),
    lists: found.map(({ list }) => list),
    what,
    text: `${what} of ${counted(holders.length, "postmortem")}`,
  };
}

/** Says that what nobody has confirmed is left out; nothing where there is nothing. */
export function leftOutNotes(
  postmortems: readonly Postmortem[],
  lists: readonly SuggestedList[] = SUGGESTED_LISTS,
): readonly string[] {
  const count = countSuggested(postmortems, lists);
  if (count === null) return [];
  return [`${count.text} ${count.total === 1 ? "is" : "are"} not confirmed and left out.`];
}
