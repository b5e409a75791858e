import { countSuggested, type SuggestedList } from "../../core/document/confirmed.ts";
import type { Postmortem } from "../../core/postmortem.ts";

/** The report option that also counts unconfirmed entries. */
export const SUGGESTED_OPTION = {
  kind: "flag",
  description: "also count unconfirmed gaps and escalations that pm suggest wrote",
} as const;

/** Says what is included though nobody has confirmed it; nothing where nothing is. */
export function suggestedNotes(
  incidents: readonly Postmortem[],
  lists: readonly SuggestedList[],
): readonly string[] {
  const count = countSuggested(incidents, lists);
  return count === null ? [] : [`Includes ${count.text} that nobody has confirmed.`];
}
