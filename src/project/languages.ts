import type { Languages } from "../assemble/language.ts";
import { UsageError } from "../core/errors.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { ParsedFile } from "../setup/setup-file.ts";
import {
  parseLanguages,
  parseVocabularyPart,
  vocabularyIn,
  vocabularyOfNone,
} from "../setup/vocabulary.ts";
import { readShippedVocabulary } from "./shipped.ts";

/**
 * The languages that `pm` tells apart, each with its words, which are read once, when the first
 * document is written in it.
 * @param fixed the language that the configuration gives all documents.
 * @param add adds a team's own words.
 * @throws {UsageError} where there is no vocabulary for that language.
 */
export function chooseLanguages(
  file: SourceFile | ParsedFile,
  english: Vocabulary,
  fixed: string | null,
  add: (vocabulary: Vocabulary) => Vocabulary,
): Languages {
  const registry = parseLanguages(file);
  const known = Object.keys(registry).filter((id) => registry[id]?.vocabulary === true);
  if (fixed !== null && !known.includes(fixed)) {
    const message = `pm.yaml: no vocabulary for the language \`${fixed}\``;
    throw new UsageError(message, `Set \`language\` to one of: ${known.join(", ")}.`);
  }
  const made = new Map<string, Vocabulary>();
  const vocabularyOf = (id: string): Vocabulary => {
    const before = made.get(id);
    if (before) return before;
    const vocabulary = known.includes(id)
      ? add(vocabularyIn(english, parseVocabularyPart(readShippedVocabulary(id))))
      : vocabularyOfNone(english);
    made.set(id, vocabulary);
    return vocabulary;
  };
  return { registry, fixed, vocabularyOf };
}
