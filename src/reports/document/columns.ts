import { mannerOf, placeOf } from "../../core/document/provenance.ts";
import type { Gap, Source } from "../../core/postmortem.ts";
import type { Column, Row } from "../../core/table.ts";

/** Where a value is, and how it was obtained. */
export const FROM_COLUMNS: readonly Column[] = [
  { key: "from", label: "From", type: "text", priority: 1 },
  { key: "how", label: "How", type: "text", priority: 2 },
];

/** The cells of {@link FROM_COLUMNS}. */
export function from(source: Source): Row {
  return [placeOf(source), mannerOf(source)];
}

/** The same for entries that `pm suggest` may have written: unconfirmed, they are not stated. */
export function confirmedFrom({ source, confirmed }: Pick<Gap, "source" | "confirmed">): Row {
  return confirmed ? from(source) : [placeOf(source), "suggested, not confirmed"];
}

/** A column of text. */
export function text(key: string, label: string, priority: Column["priority"] = 1): Column {
  return { key, label, type: "text", priority };
}
