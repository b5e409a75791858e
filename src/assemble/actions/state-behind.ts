import { type ActionContext, dayOf } from "./due.ts";
import type { Peeled, PeeledField } from "./peel-notes.ts";
import { wordStatus } from "./status.ts";

/** A state, and the day on which it was reached: "done 21 May", "Done — 2026-05-21". */
const STATE_ON_DAY =
  /^(\p{L}[\p{L} -]*?)(?:\s*:|\s+[–—-])?\s+(?:on\s+)?((?:\p{L}{3,9}\.?\s)?\S*\d.*)$/u;
/** What follows the last bracket of a text, or what stands in it behind another. */
const BEHIND_BRACKET =
  /^(.*[)\]])\s*(?:[–—:→-]\s+)?(?:[[(]([^()[\]]{1,40})[\])]|([^()[\]\s.,;:][^()[\]]{0,40}))$/u;

/** The fields of a text that is a state and nothing else, or one with its day; null where it is neither. */
export function stateIn(text: string, context: ActionContext): readonly PeeledField[] | null {
  if (wordStatus(text, context.vocabulary) !== undefined) return [["status", text]];
  const [, word = "", day = ""] = STATE_ON_DAY.exec(text) ?? [];
  if (word === "" || wordStatus(word, context.vocabulary) !== "done") return null;
  return dayOf(day, context)
    ? [
        ["status", word],
        ["done", day],
      ]
    : null;
}

/** A text without the state behind its last bracket: "(owner: core) ✅", "(Core) Done", "(owner: core) – done". */
export function stateBehindBracket(text: string, context: ActionContext): Peeled | null {
  const [, title = "", inBrackets, bare = ""] = BEHIND_BRACKET.exec(text) ?? [];
  const fields = stateIn((inBrackets ?? bare).replaceAll("\u{FE0F}", ""), context);
  return fields && { title, fields };
}
