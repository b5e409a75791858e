import { indexLines } from "../core/places/line-index.ts";
import type { TaxonomySource, WrittenEntry } from "../core/settings/taxonomy-source.ts";
import type { SourceFile } from "../core/source-file.ts";
import { TERM_LIST_NAMES, TERM_LISTS, type TermList } from "../core/taxonomy.ts";
import type { DataPath, LocatedData } from "../parse/frontmatter/located-data.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { withoutEmpty } from "../schema/check.ts";
import { type TaxonomyFile, taxonomySchema } from "../schema/taxonomy.ts";

type WrittenTerm = NonNullable<TaxonomyFile[(typeof TERM_LISTS)[TermList]["key"]]>[number];

function writtenEntry(
  list: TermList,
  entry: WrittenTerm,
  index: number,
  yaml: LocatedData,
): WrittenEntry {
  const pathOf = (key: string, item?: number): DataPath => {
    return [TERM_LISTS[list].key, index, key, ...(item === undefined ? [] : [item])];
  };
  const texts = new Map<string, unknown>(Object.entries(entry));
  return {
    list,
    id: entry.id,
    placeOf: (key, item) => yaml.valueRange(pathOf(key, item)),
    textOf: (key) => {
      const value = texts.get(key);
      return typeof value === "string" ? value : null;
    },
    aliases: entry.aliases ?? [],
    replace: (key, text, item) => yaml.replaceText(pathOf(key, item), text),
    addAlias: (alias) => yaml.addText(pathOf("aliases"), alias),
  };
}

/** The entries of a taxonomy file with their places; none where it does not fit its schema. */
export function locateEntries(file: SourceFile): TaxonomySource {
  const yaml = parseYaml(file.text, 0, indexLines(file.text));
  const { data } = taxonomySchema.safeParse(withoutEmpty(yaml.data));
  const entries = TERM_LIST_NAMES.flatMap((list) => {
    const written: readonly WrittenTerm[] = data?.[TERM_LISTS[list].key] ?? [];
    return written.map((entry, index) => writtenEntry(list, entry, index, yaml));
  });
  return { path: file.path, extendsShipped: data?.extends !== undefined, entries };
}
