import { isMapping } from "../../core/is-mapping.ts";
import type { DataPath } from "../../parse/frontmatter/located-data.ts";

/** A value that a mapping or a list holds under a name, with its path in there. */
export interface HeldValue {
  readonly key: string;
  readonly path: DataPath;
  readonly value: unknown;
}

/** Keys of a field that hold its name and its value: `{ name: Severity, value: SEV2 }`. */
const FIELD_NAMES = ["name", "label", "field", "key"] as const;
const FIELD_VALUES = ["value", "values"] as const;

function fieldIn(item: unknown, index: number): HeldValue | null {
  if (!isMapping(item)) return null;
  const name = FIELD_NAMES.map((key) => item[key]).find((one) => typeof one === "string");
  const value = FIELD_VALUES.find((key) => item[key] !== undefined);
  if (typeof name !== "string" || value === undefined) return null;
  return { key: name, path: [index, value], value: item[value] };
}

/** The only entry of a mapping in a list: `- severity: SEV2`. */
function onlyEntry(item: unknown, index: number): HeldValue | null {
  const entries = isMapping(item) ? Object.entries(item) : [];
  const [only] = entries;
  if (only === undefined || entries.length > 1) return null;
  return { key: only[0], path: [index, only[0]], value: only[1] };
}

/**
 * What a mapping holds, or a list that stands for one: of mappings with one key each, or of fields with a name
 * and a value. Nothing for any other value.
 */
export function heldValues(value: unknown): readonly HeldValue[] {
  if (isMapping(value)) {
    return Object.entries(value).map(([key, one]) => ({ key, path: [key], value: one }));
  }
  if (!Array.isArray(value)) return [];
  const held = value.flatMap(
    (item: unknown, index) => onlyEntry(item, index) ?? fieldIn(item, index) ?? [],
  );
  const names = new Set(held.map(({ key }) => key));
  return held.length === value.length && names.size === held.length ? held : [];
}
