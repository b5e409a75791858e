import { isMapping } from "../../core/is-mapping.ts";
/** Keys to put into a frontmatter, with their plain data; undefined ones are left out. */
export type FrontmatterEntries = Readonly<Record<string, unknown>>;

/** A text that is to stand in the place of what lies between two offsets of a file. */
export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function isList(data: unknown): data is readonly unknown[] {
  return Array.isArray(data);
}

/** What a frontmatter says once entries are added to what it says. */
export function withEntries(data: unknown, entries: FrontmatterEntries): FrontmatterEntries {
  const before = isMapping(data) ? data : {};
  const changed = Object.entries(entries).map(([key, value]): [string, unknown] => {
    const stated = Object.hasOwn(before, key) ? before[key] : null;
    if (isEmpty(stated)) return [key, value];
    if (isMapping(stated) && isMapping(value)) return [key, withEntries(stated, value)];
    if (isList(stated) && isList(value)) return [key, [...stated, ...value]];
    return [key, stated];
  });
  return { ...before, ...Object.fromEntries(changed) };
}

/** Whether a value says nothing yet. */
export function isEmpty(value: unknown): boolean {
  if (isMapping(value)) return Object.keys(value).length === 0;
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
