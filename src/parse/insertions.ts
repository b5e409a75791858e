/** Keys to put into a frontmatter, with their plain data; undefined ones are left out. */
export type FrontmatterEntries = Readonly<Record<string, unknown>>;

/** A text that is to stand in the place of what lies between two offsets of a file. */
export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offset of the end of the line that an offset lies in, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

/** Whether data is a mapping of keys to values. */
export function isPlainMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Whether a value says nothing yet. */
export function isEmpty(value: unknown): boolean {
  if (isPlainMapping(value)) return Object.keys(value).length === 0;
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
