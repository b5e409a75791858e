import { memo } from "../core/memo.ts";
import type { Names } from "../core/settings/names.ts";
import type { SourceFile } from "../core/source-file.ts";
import { sortedWords } from "../core/text/sorted-words.ts";
import { namesSchema } from "../schema/names.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

/**
 * Reads the names of people that ship with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export const parseNames = memo((file: SourceFile | ParsedFile): Names => {
  const { first, last, last_ahead: lastAhead } = readShippedData(file, namesSchema);
  return {
    first: sortedWords(first),
    last: sortedWords(last),
    lastAhead: sortedWords(lastAhead),
  };
});
