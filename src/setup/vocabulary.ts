import type { SourceFile } from "../core/source-file.ts";
import { type Vocabulary, vocabularySchema } from "../schema/vocabulary.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

/**
 * Reads the vocabulary that ships with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export function parseVocabulary(file: SourceFile | ParsedFile): Vocabulary {
  return readShippedData(file, vocabularySchema);
}
