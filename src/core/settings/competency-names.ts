import { memo } from "../memo.ts";
import type { Taxonomy } from "../taxonomy.ts";

const namesById = memo(
  ({ competencies }: Taxonomy): ReadonlyMap<string, string> =>
    new Map(competencies.flatMap(({ id, name }) => (name === id ? [] : [[id, name]]))),
);

/** The plain names of competencies and domains beside their ids; none for those without a name of its own. */
export function competencyNames(taxonomy: Taxonomy): readonly (readonly [string, string])[] {
  return [...namesById(taxonomy)];
}

/** How a sentence names a competency: by its plain name, or as it is where the taxonomy has none. */
export function competencyName(taxonomy: Taxonomy, id: string): string {
  return namesById(taxonomy).get(id) ?? id;
}
