import type { TableBlock } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** A table of a body. */
/** The column of a table of phases in which each starts or ends; -1 where it has none. */
export function boundColumn(
  { head }: TableBlock,
  milestone: "started" | "resolved",
  { columns, frontmatter_keys: keys, times_in_body: inBody }: Vocabulary,
): number {
  const names = [
    ...(milestone === "started" ? columns.from : columns.to),
    ...keys[`times.${milestone}`],
    ...inBody[milestone],
  ];
  return head.findIndex(({ text }, index) => {
    const name = normalizeHeading(text.replace(/\([^()]*\)/, ""));
    return index > 0 && names.includes(name);
  });
}

/** Whether the rows of a table are phases with their starts or ends, whose names are no labels of times. */
export function isPhaseTable(table: TableBlock, vocabulary: Vocabulary): boolean {
  const first = normalizeHeading(table.head[0]?.text ?? "");
  const isBounded = (["started", "resolved"] as const).some(
    (one) => boundColumn(table, one, vocabulary) !== -1,
  );
  return vocabulary.phases.named.includes(first) && isBounded;
}
