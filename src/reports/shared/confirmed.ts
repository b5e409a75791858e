import { countSuggested, SUGGESTED_LISTS, type SuggestedList } from "../../core/confirmed.ts";
import type { FactName, Postmortem } from "../../core/postmortem.ts";
import { verb } from "./words.ts";

/** The option of a report that counts what nobody has confirmed. */
export const INCLUDE_SUGGESTED = "include-suggested";

/** The lists that a report looks at, of those that may hold what nobody has confirmed. */
export function suggestedListsOf(needs: readonly FactName[]): readonly SuggestedList[] {
  return SUGGESTED_LISTS.filter((list) => needs.includes(list) || needs.includes("everything"));
}

/** Says what is left out as nobody has confirmed it, whatever the window; nothing where nothing is. */
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

/** Says what is included though nobody has confirmed it, and what the column of the others counts. */
export function includedNotes(
  incidents: readonly Postmortem[],
  list: SuggestedList,
): readonly string[] {
  const count = countSuggested(incidents, [list]);
  const one = list === "gaps" ? "gap" : "escalation";
  const an = list === "gaps" ? "a gap" : "an escalation";
  return [
    count === null
      ? `No ${one} of the window is a suggestion that waits for somebody to confirm it.`
      : `Includes ${count.text} that nobody has confirmed. Confirmed: incidents with ${an} that is no suggestion.`,
  ];
}
