import type { Action, Fact } from "../core/postmortem.ts";
import type { EditionSource } from "./define.ts";

/** What stands before the words of a line: the mark of a list item, of a task, of a quote. */
const MARKS = /^[ \t]*(?:(?:[-*+>]|\d{1,3}[.)])[ \t]+)*(?:\[[ xX]\](?:[ \t]+|$))?/u;
/** A template's own words in brackets, and what a form writes for an empty field. */
const PROMPT = /^(?:\[[^\]]*\]|<[^>]*>|\{\{[^}]*\}\}|_no response_)[.:]?$/iu;
/** A row of a table, or a mark, without a word. */
const BLANK = /^[\s|*_+–—-]*$/u;

/** Whether a line of markdown says something: not what a template holds for the writer to replace. */
export function isFilledIn(line: string, isPlaceholder: EditionSource["isPlaceholder"]): boolean {
  const words = line.replace(MARKS, "").trim();
  // Blank lines stand between paragraphs, and a line of dashes below the head of a table.
  if (words === "" && line.trim() === "") return true;
  if (/^\|?[ :|-]*--[ :|-]*$/u.test(words)) return true;
  return !BLANK.test(words) && !PROMPT.test(words) && !isPlaceholder(words);
}

/** What a row of a timeline says before its words: `Detected:`. */
const ROW_LABEL = /^[^:]{0,30}:\s*/u;

/** A postmortem without what stands only for words that are still to come, as editions tell it. */
export function withoutPrompts(source: EditionSource): EditionSource {
  const { postmortem, isPlaceholder } = source;
  const isSaid = (text: string) => text.trim() !== "" && isFilledIn(text, isPlaceholder);
  const said = (fact: Fact<string> | null) => (fact && isSaid(fact.value) ? fact : null);
  const { factors, actions, timeline } = postmortem;
  const filledIn = (action: Action): readonly Action[] =>
    isSaid(action.title.value)
      ? [{ ...action, owner: said(action.owner), due: said(action.due) }]
      : [];
  return {
    ...source,
    postmortem: {
      ...postmortem,
      factors: factors.filter(({ value }) => isSaid(value)),
      actions: actions.flatMap(filledIn),
      timeline: timeline && {
        ...timeline,
        rows: timeline.rows.filter(({ text }) => isSaid(text.replace(ROW_LABEL, ""))),
      },
    },
  };
}
