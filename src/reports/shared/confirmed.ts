import {
  countSuggested,
  SUGGESTED_LISTS,
  type SuggestedList,
} from "../../core/document/confirmed.ts";
import type { FactName, Postmortem } from "../../core/postmortem.ts";
import { verb } from "./words.ts";

/** The report option that also counts unconfirmed entries. */
export const INCLUDE_SUGGESTED = "include-suggested";

/** The lists a report looks at that may hold unconfirmed entries. */
export function suggestedListsOf(needs: readonly FactName[]): readonly SuggestedList[] {
  return SUGGESTED_LISTS.filter((list) => needs.includes(list) || needs.includes("everything"));
}

/** Says how many unconfirmed entries are left out, whatever the window; empty for none. */
export function unconfirmedNotes(
  postmortems: readonly Postmortem[],
  lists: readonly SuggestedList[],
): readonly string[] {
  const suggested = countSuggested(postmortems, lists);
  if (suggested === null) return [];
  const are = verb(suggested.total, "is", "are");
  const them = verb(suggested.total, "it", "them");
  const commands = suggested.lists.map((list) => `\`pm ${list} --${INCLUDE_SUGGESTED}\``);
  const count = verb(commands.length, "counts", "count");
  return [
    `${suggested.text} ${are} not confirmed and left out; ${commands.join(" and ")} ${count} ${them} too.`,
  ];
}

/** Says how many unconfirmed entries are included, and what the column of confirmed ones counts. */
export function includedNotes(
  incidents: readonly Postmortem[],
  list: SuggestedList,
): readonly string[] {
  const count = countSuggested(incidents, [list]);
  const one = list === "gaps" ? "gap" : "escalation";
  return [
    count === null
      ? `No ${one} in the window is an unconfirmed suggestion.`
      : `Includes ${count.text} that nobody has confirmed. Confirmed: incidents with a confirmed ${one}.`,
  ];
}
