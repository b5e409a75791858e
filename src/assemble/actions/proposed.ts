import type { Range } from "../../core/position.ts";
import type { Fact } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { type Cells, rangeSource } from "../sections/cells.ts";
import { patternsOf } from "./patterns.ts";

/** That an action is only thought of, by its words: "Consider a second queue"; null where somebody took it on. */
export function proposedIn(
  title: string,
  cells: Cells,
  range: Range,
  vocabulary: Vocabulary,
): Fact<string> | null {
  const isTaken = cells.has("owner") || cells.has("due");
  if (isTaken || !patternsOf(vocabulary).proposing.test(title)) return null;
  return { value: "proposed", source: { ...rangeSource(range), how: "inferred" } };
}
