import { memo } from "../core/memo.ts";
import type { RowWeights } from "../core/settings/row-weights.ts";
import type { SourceFile } from "../core/source-file.ts";
import { rowWeightsSchema } from "../schema/row-weights.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

/**
 * Reads the weights of rows that ship with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export const parseRowWeights = memo(
  (file: SourceFile | ParsedFile): RowWeights =>
    new Map(Object.entries(readShippedData(file, rowWeightsSchema).weights)),
);
