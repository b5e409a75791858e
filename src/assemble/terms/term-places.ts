import type { TermPlace } from "../../core/document/term-place.ts";
import { isMapping } from "../../core/is-mapping.ts";
import { indexLines } from "../../core/places/line-index.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { TermList } from "../../core/taxonomy.ts";
import { splitDocument } from "../../parse/frontmatter/frontmatter.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { AssembleContext } from "../context.ts";
import { bodyTermPlaces } from "./body-term-places.ts";

/** Keys whose values name something of the taxonomy; `*` is every item of a list. */
export type TermFields = readonly (readonly [path: readonly string[], list: TermList])[];

const FRONTMATTER_FIELDS: TermFields = [
  [["severity"], "severities"],
  [["services", "*"], "services"],
  [["teams", "*"], "teams"],
  [["detected_by"], "detectionSources"],
  [["trigger"], "triggers"],
  [["causes", "*"], "causes"],
  [["gaps", "*", "competency"], "competencies"],
  [["gaps", "*", "kind"], "kinds"],
  [["gaps", "*", "team"], "teams"],
  [["escalations", "*", "from"], "teams"],
  [["escalations", "*", "to"], "teams"],
  [["escalations", "*", "competency"], "competencies"],
  [["actions", "*", "owner"], "teams"],
  [["actions", "*", "competency"], "competencies"],
];

/** The list of the taxonomy that the values of a key of the frontmatter come from; null for others. */
export function termListOfKey(key: string): TermList | null {
  const field = FRONTMATTER_FIELDS.find(
    ([path]) => path.filter((step) => step !== "*").at(-1) === key,
  );
  return field?.[1] ?? null;
}

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

/**
 * Every place of a document that names something of the taxonomy, also where the reports go by
 * another: what the body repeats of the frontmatter is in here.
 */
export function termPlaces(file: SourceFile, context: AssembleContext): readonly TermPlace[] {
  const lines = indexLines(file.text);
  const { frontmatter, bodyOffset } = splitDocument(file, lines);
  return [
    ...(frontmatter ? placesIn(frontmatter, FRONTMATTER_FIELDS) : []),
    ...bodyTermPlaces(file, bodyOffset, lines, context),
  ];
}
