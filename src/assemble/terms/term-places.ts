import type { TermPlace } from "../../core/document/term-place.ts";
import { indexLines } from "../../core/places/line-index.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { TermList } from "../../core/taxonomy.ts";
import { splitDocument } from "../../parse/frontmatter/frontmatter.ts";
import type { AssembleContext } from "../context.ts";
import { bodyTermPlaces } from "./body-term-places.ts";
import { placesIn, type TermFields } from "./data-term-places.ts";

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
