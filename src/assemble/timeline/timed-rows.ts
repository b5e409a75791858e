import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { readCountedTime } from "../written/counted-time.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { CLOCK, LEAST_SHARE } from "./timeline-tables.ts";

/** Fewer rows that begin with a time are no timeline where nothing calls them one. */
const LEAST_ROWS = 3;
/** Whether nearly each of some texts begins with a time. */
export function isTimed(texts: readonly (string | undefined)[], vocabulary: Vocabulary): boolean {
  const timed = texts.filter((text) => {
    const start = text === undefined ? null : splitTimeHead(text, vocabulary);
    return start !== null && (CLOCK.test(start.head) || readCountedTime(start.head) !== null);
  });
  return timed.length >= LEAST_ROWS && timed.length >= texts.length * LEAST_SHARE;
}

/**
 * The longest run of lines of which each begins with a time, in a paragraph that tells more: its
 * lines may have no blank ones between a summary, the rows and the cause.
 */
export function timedRun(lines: readonly Text[], vocabulary: Vocabulary): readonly Text[] {
  let longest: readonly Text[] = [];
  let run: Text[] = [];
  for (const line of lines) {
    const head = splitTimeHead(line.text, vocabulary)?.head;
    if (head !== undefined && CLOCK.test(head)) run.push(line);
    else run = [];
    if (run.length > longest.length) longest = [...run];
  }
  return longest.length >= LEAST_ROWS ? longest : [];
}
