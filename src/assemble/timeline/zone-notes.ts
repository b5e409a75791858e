import { memo } from "../../core/memo.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitDayHead } from "../written/time-head.ts";
import { readZone, resolveZone } from "../written/zones.ts";

/** What says in which zone times are: those beside it, or those of the whole document. */
export const notesOf = memo(({ zone_notes: { beside, document, named } }: Vocabulary) => {
  return {
    beside: new RegExp(beside.join("|"), "iu"),
    document: new RegExp(document.join("|"), "iu"),
    named: new RegExp(named.join("|"), "iu"),
  };
});
/** The brackets and colons around a zone behind a day: "(UTC):". */
const AROUND_ZONE = /^[\s(（[]+|(?<![\s)）\]:：.,])[\s)）\]:：.,]+$/g;

/** Whether a text says in which zone times are, and nothing else: "(all times UTC)". */
export function isZoneNote(text: string, vocabulary: Vocabulary): boolean {
  return (
    text.length <= 40 &&
    (notesOf(vocabulary).beside.test(text) ||
      resolveZone(text.replaceAll(AROUND_ZONE, ""), vocabulary.zones) !== null) &&
    !/\d:\d/.test(text) &&
    readZone(text, vocabulary.zones) !== null
  );
}

/** Whether a line is a day and tells nothing else but its zone: "On 14 August 2026 (UTC):". */
export function isDayLine(text: string, vocabulary: Vocabulary): boolean {
  const start = splitDayHead(text, vocabulary);
  if (!start || /\d:\d/.test(start.head)) return false;
  return start.rest === "" || isZoneNote(start.rest, vocabulary);
}

/** The one line of a block that is the day of what stands below; else null. */
export function dayLine(block: Block | undefined, vocabulary: Vocabulary): Text | null {
  if (block?.type !== "paragraph" && block?.type !== "quote") return null;
  const [line, ...more] = block.lines;
  return line && more.length === 0 && isDayLine(line.text, vocabulary) ? line : null;
}
