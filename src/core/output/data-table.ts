/**
 * What a field of an exported table holds: a text, a whole number, any other number, a truth value, an
 * ISO calendar date (`2026-03-14`), or an instant.
 */
export type FieldType = "text" | "integer" | "number" | "boolean" | "date" | "instant";

/** Dates are ISO texts, instants are milliseconds since 1970; null is "not known". */
export type FieldValue = string | number | boolean | null;

/** A field of an exported table. Its name never changes: snake_case, with the unit where it has one. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Null where there is nothing to measure. */
  readonly unit: string | null;
  readonly description: string;
  /** Holds a sentence of a document, and is empty unless sentences were asked for. */
  readonly isSentence?: true;
}

/** Rows of one file, in the order of its fields. */
export interface DataRows {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly FieldValue[])[];
}
