import { oneLine } from "../../sources/rows.ts";
import { escaped, inComment } from "./escaped.ts";

/** A sentence that a language model drafted, with the rows that it rests on. */
export interface DraftedSentence {
  /** Without people; still to be escaped. */
  readonly text: string;
  readonly rows: readonly { readonly row: number; readonly time: string }[];
}

/** What a language model drafted for the sections of a new document. */
export interface DraftedWording {
  /** What the model is called. */
  readonly model: string;
  readonly summary: readonly DraftedSentence[];
  readonly factors: readonly DraftedSentence[];
}

/** What begins a list, a heading below its text, a block of code or a definition. */
const LEADING_MARK = /^(?=[-+=~:])/u;
const LEADING_NUMBER = /^(\d{1,9})(?=[.)])/u;

/** A sentence on one line that means nothing but its words, in whatever language of templates. */
function plainSentence(text: string): string {
  return escaped(oneLine(text).replace(/[{}]/gu, (mark) => (mark === "{" ? "(" : ")")))
    .replaceAll("~", "\\~")
    .replace(LEADING_NUMBER, "$1\\")
    .replace(LEADING_MARK, "\\");
}

/**
 * Drafted sentences, each in a comment of its own: no reader takes it for what the document says until
 * a person deletes the first and the last line. `pm lint` reports the mark.
 * @param bullet stands before each sentence, as in a list.
 */
export function draftedComments(
  sentences: readonly DraftedSentence[],
  model: string,
  bullet: "" | "- ",
): string {
  return sentences
    .map(({ text, rows }) => {
      const from = rows.map(({ row, time }) => `row ${row} (${time})`).join(", ");
      const head = `unverified: drafted by ${oneLine(model)} from ${from}. If that is so, delete this line and the last one.`;
      return `<!-- ${inComment(head)}\n${inComment(`${bullet}${plainSentence(text)}`)}\n-->`;
    })
    .join("\n\n");
}
