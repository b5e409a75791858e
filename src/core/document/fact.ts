import type { Range } from "../position.ts";

/** Where a value was read, and how sure that reading is. */
export interface Source {
  readonly origin: "frontmatter" | "body" | "file";
  /** stated: written as such; computed: arithmetic on stated values; inferred: read from prose. */
  readonly how: "stated" | "computed" | "inferred";
  readonly range: Range;
  /** Where only the day is stated: the value is its beginning, and no duration is computed from it. */
  readonly precision?: "day";
  /** Where the wording or the place of what was read leaves doubt; absent where it does not. */
  readonly confidence?: "low";
  /** Where a time is only known to lie in a range: its latest; the value is the earliest. */
  readonly until?: number;
  /** Where a whole timeline may lie on another day or in another zone: lengths within it are sure. */
  readonly unsure?: "day" | "zone";
  /** The zone of a time, as its label, its heading or a note writes it; absent where none does. */
  readonly zone?: string;
}

/** A value with where it came from. */
export interface Fact<T> {
  readonly value: T;
  /** The name that the document writes, where the value is the id that it means. */
  readonly written?: string;
  /** What tells it from others that are shown as the same for privacy; never printed. */
  readonly distinct?: string;
  readonly source: Source;
}

/** Whether a time is known, and to more than its day. */
export function isExact(fact: Fact<number> | null): fact is Fact<number> {
  return fact !== null && fact.source.precision !== "day";
}

/** A fact that is not in doubt; null for one that is. */
export function unlessInDoubt<Value extends Fact<unknown>>(fact: Value | null): Value | null {
  return fact?.source.confidence === "low" ? null : fact;
}

/** A fact with low confidence; null for none. */
export function inDoubt<Value extends Fact<unknown> | null>(fact: Value): Value {
  return fact && { ...fact, source: { ...fact.source, confidence: "low" } };
}

/** Makes another fact of the same sort of a fact. */
export type FactMap = <Value extends Fact<unknown> | null>(fact: Value) => Value;
