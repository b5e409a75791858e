import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { type Vocabulary, vocabularySchema } from "../schema/vocabulary.ts";

/** Reads the vocabulary that ships with `pm`. Throws where it is broken: that is a mistake of ours. */
export function parseVocabulary(file: SourceFile): Vocabulary {
  return vocabularySchema.parse(parseYaml(file.text, 0, indexLines(file.text)).data);
}
