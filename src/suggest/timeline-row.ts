import type { Postmortem, Sentence, TimelineRow } from "../core/postmortem.ts";
import { comparable, comparableWords } from "./sentence-text.ts";
import { isPartOf } from "./stated.ts";

/** The row of the timeline that a sentence stands in, where its time is known; null where it stands in none. */
export function rowOf(
  { timeline }: Postmortem,
  { tokens, range }: Pick<Sentence, "tokens" | "range">,
): TimelineRow | null {
  const before = (timeline?.rows ?? []).filter((row) => row.range.start.line <= range.end.line);
  const row = before.at(-1);
  if (!row || row.at === null || row.confidence === "low") return null;
  const isHere =
    row.range.start.line === range.start.line ||
    isPartOf(comparable(row.text), comparableWords(tokens));
  return isHere ? row : null;
}
