import { counted } from "../core/counted.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { verb } from "./words.ts";

/** The option of a report that counts gaps which nobody has confirmed. */
export const INCLUDE_SUGGESTED = "include-suggested";

function suggestedIn({ gaps }: Postmortem): number {
  return gaps.filter(({ confirmed }) => !confirmed).length;
}

/** The postmortems without gaps that nobody has confirmed. */
export function confirmedOnly(postmortems: readonly Postmortem[]): readonly Postmortem[] {
  return postmortems.map((postmortem) => {
    if (suggestedIn(postmortem) === 0) return postmortem;
    return { ...postmortem, gaps: postmortem.gaps.filter(({ confirmed }) => confirmed) };
  });
}

/** How many gaps nobody has confirmed. */
export interface SuggestedCount {
  readonly gaps: number;
  /** The same in words. */
  readonly text: string;
}

/** Counts the gaps of some postmortems that nobody has confirmed; null where there is none. */
export function countSuggested(postmortems: readonly Postmortem[]): SuggestedCount | null {
  const counts = postmortems.map(suggestedIn).filter((count) => count > 0);
  const gaps = counts.reduce((sum, count) => sum + count, 0);
  const text = `${counted(gaps, "suggested gap")} of ${counted(counts.length, "postmortem")}`;
  return gaps === 0 ? null : { gaps, text };
}

/** Says what `confirmedOnly` leaves out, whatever the window; nothing where it leaves out nothing. */
export function unconfirmedNotes(postmortems: readonly Postmortem[]): readonly string[] {
  const suggested = countSuggested(postmortems);
  if (suggested === null) return [];
  const are = verb(suggested.gaps, "is", "are");
  const them = verb(suggested.gaps, "it", "them");
  return [
    `${suggested.text} ${are} not confirmed and left out; \`pm gaps --${INCLUDE_SUGGESTED}\` counts ${them} too.`,
  ];
}
