import type { Entry, SourceReader } from "./define.ts";
import { keysOf } from "./fields.ts";
import { shownNames } from "./shown-names.ts";

/** What entries look like that no reader knows. */
export interface UnknownShape {
  /** The keys of what is nearest to a known form, otherwise of the first entry with several, in their order. */
  readonly keys: readonly string[];
  /** The form of a known tool that shares most of its keys; null where none shares half of them. */
  readonly nearest: NearestForm | null;
}

/** A form that an entry nearly has. */
export interface NearestForm {
  readonly reader: SourceReader;
  readonly keys: readonly string[];
  readonly missing: readonly string[];
  /** What has that form nearly. */
  readonly value: object;
}

/** Two forms that share fewer keys are alike by chance: many have an id. */
const LEAST_SHARED = 2;
const LEAST_SHARE = 0.5;
/** How deep in an entry something known is looked for, and how many values of a list. */
const MOST_AROUND = 4;
const MOST_VALUES = 5;

/** All objects in a value, the outer ones first. */
function objectsIn(value: unknown, around = MOST_AROUND): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : [value];
  const inner: readonly unknown[] = Object.values(value).slice(0, MOST_VALUES);
  return around === 0 ? own : [...own, ...inner.flatMap((one) => objectsIn(one, around - 1))];
}

function nearestOf(value: object, readers: readonly SourceReader[]): readonly NearestForm[] {
  const own = keysOf(value);
  return readers.flatMap((reader) =>
    reader.shapes.flatMap((keys) => {
      const missing = keys.filter((key) => !own.has(key));
      const shared = keys.length - missing.length;
      const isNear = shared >= LEAST_SHARED && shared >= LEAST_SHARE * keys.length;
      // Where no key is missing, it is a value that does not fit, which keys cannot tell.
      return isNear && missing.length > 0 ? [{ reader, keys, missing, value }] : [];
    }),
  );
}

/** What a file holds that nobody knows, and what it is nearest to. Null where it holds no object. */
export function unknownShape(
  entries: readonly Entry[],
  readers: readonly SourceReader[],
): UnknownShape | null {
  const objects = entries.slice(0, MOST_VALUES).flatMap(({ value }) => objectsIn(value));
  const [first] = objects;
  if (first === undefined) return null;
  const near = objects.flatMap((one) => nearestOf(one, readers));
  const [nearest = null] = near.toSorted(
    (a, b) => a.missing.length - b.missing.length || b.keys.length - a.keys.length,
  );
  const shown = nearest?.value ?? objects.find((one) => Object.keys(one).length > 1) ?? first;
  return { keys: Object.keys(shown), nearest };
}

/** What a file holds that nobody knows, in words that go on from its name. */
export function unknownText(shape: UnknownShape | null, cut: string | null): string {
  const why = cut === null ? "" : ` (${cut})`;
  const keys = shape === null ? "" : `; its entries have ${shownNames(shape.keys)}`;
  return `not an export that pm recognises${why}${keys}`;
}

/** The form that it is nearest to, as a sentence without a full stop; null where there is none. */
export function nearestText(shape: UnknownShape | null): string | null {
  if (!shape?.nearest) return null;
  const { reader, keys, missing } = shape.nearest;
  const shared = keys.filter((key) => !missing.includes(key));
  return `${reader.title} comes closest: its entries with ${shownNames(shared)} also have ${shownNames(missing)}`;
}
