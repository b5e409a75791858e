import { isMapping } from "../../core/is-mapping.ts";
import type { DataPath } from "../../parse/frontmatter/located-data.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { dottedKey, foldKey, wrappersOf } from "./other-tools-meaning.ts";

/** A value of a frontmatter, with its key and its path. */
export interface WrappedEntry {
  readonly key: string;
  readonly path: DataPath;
  readonly value: unknown;
}

/** The values at the top of a frontmatter, each wrapper followed by what it holds: `incident: { timeline: [] }`, `incident.timeline: []`. */
export function wrappedEntries(data: unknown, vocabulary: Vocabulary): readonly WrappedEntry[] {
  if (!isMapping(data)) return [];
  const wrappers = wrappersOf(vocabulary);
  return Object.entries(data).flatMap(([key, value]): readonly WrappedEntry[] => {
    const within = isMapping(value) && wrappers.has(foldKey(key)) ? Object.entries(value) : [];
    return [
      { key: dottedKey(key, vocabulary)?.last ?? key, path: [key], value },
      ...within.map(([inner, one]) => ({ key: inner, path: [key, inner], value: one })),
    ];
  });
}
