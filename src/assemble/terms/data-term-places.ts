import type { TermPlace } from "../../core/document/term-place.ts";
import { isMapping } from "../../core/is-mapping.ts";
import type { TermList } from "../../core/taxonomy.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";

/** Keys whose values name something of the taxonomy; `*` is every item of a list. */
export type TermFields = readonly (readonly [path: readonly string[], list: TermList])[];

interface Leaf {
  readonly path: DataPath;
  readonly text: string;
}

/** The texts at a path; one text in the place of a list counts as its only item. */
function leavesAt(value: unknown, [step, ...rest]: readonly string[], path: DataPath): Leaf[] {
  if (step === undefined) {
    const isText = typeof value === "string" || typeof value === "number";
    return isText ? [{ path, text: String(value).trim() }] : [];
  }
  if (step !== "*") {
    return isMapping(value) ? leavesAt(value[step], rest, [...path, step]) : [];
  }
  if (!Array.isArray(value)) return leavesAt(value, rest, path);
  return value.flatMap((item: unknown, index) => leavesAt(item, rest, [...path, index]));
}

/** The places of data that name something of the taxonomy. */
export function placesIn(located: LocatedData, fields: TermFields): readonly TermPlace[] {
  return fields.flatMap(([keys, list]) =>
    leavesAt(located.data, keys, []).map(({ path, text }) => ({
      list,
      written: text,
      range: located.valueRange(path),
      replace: (name: string) => located.replaceText(path, name),
    })),
  );
}
