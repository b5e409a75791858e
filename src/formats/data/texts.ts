import type { Field, FieldValue } from "../../core/output/data-table.ts";

/** A value as text formats have it: instants in UTC to the millisecond, all else as it is. */
export function plainValue({ type }: Field, value: FieldValue): FieldValue {
  return type === "instant" && typeof value === "number" ? new Date(value).toISOString() : value;
}
