import { applyEdits } from "../core/places/apply-edits.ts";
import type { Edit } from "../core/places/edit.ts";
import { indexLines } from "../core/places/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { yamlInsertions } from "../parse/frontmatter/yaml-insertions.ts";

/** A team or service to be listed. */
export interface NewTerm {
  readonly id: string;
  readonly name: string | null;
  readonly owner?: string;
}

/** The terms to be added, by the list of the taxonomy. */
export interface NewTerms {
  readonly teams: readonly NewTerm[];
  readonly services: readonly NewTerm[];
}

/** A taxonomy file that lists nothing of its own yet. */
export const EMPTY_TAXONOMY = `# The terms that your postmortems use, besides those that ship with pm (see pm taxonomy list).
version: 1
extends: default
`;

/** An entry as the file has it: what is not known is left out. */
function entryOf({ id, name, owner }: NewTerm) {
  return {
    id,
    ...(name === null ? {} : { name }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** The edits that add entries to one list; null where the file is not written as `key: value` lines. */
function additionsTo(
  text: string,
  key: keyof NewTerms,
  terms: readonly NewTerm[],
): readonly Edit[] | null {
  if (terms.length === 0) return [];
  const lines = indexLines(text);
  const yaml = parseYaml(text, 0, lines);
  const entries = { [key]: terms.map(entryOf) };
  const insertions = yamlInsertions({ text, yaml, closing: text.length }, entries);
  return (
    insertions?.map(({ start, end, text: added }) => {
      const isLineOfItsOwn = start === text.length && !added.startsWith("\n");
      const gap = isLineOfItsOwn && !text.endsWith("\n") ? "\n" : "";
      return { range: lines.rangeAt(start, end), text: `${gap}${added}` };
    }) ?? null
  );
}

/**
 * The edits that add terms at the end of the lists of a taxonomy file, one list after the other: the
 * ranges of the second are of the text with the first. Every other byte stays.
 * @returns null where the file is not written as `key: value` lines.
 */
export function taxonomyAdditions(
  { text }: SourceFile,
  { teams, services }: NewTerms,
): readonly (readonly Edit[])[] | null {
  const first = additionsTo(text, "teams", teams);
  if (first === null) return null;
  const second = additionsTo(applyEdits(text, first), "services", services);
  return second && [first, second];
}
