import { memo } from "../core/memo.ts";
import type { Ranker } from "../core/settings/ranker.ts";
import type { SourceFile } from "../core/source-file.ts";
import { rankerSchema } from "../schema/ranker.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

/**
 * Reads the weights that ship with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export const parseRanker = memo((file: SourceFile | ParsedFile): Ranker => {
  const { bias, damping, mix, weights, kinds } = readShippedData(file, rankerSchema);
  const byKind = Object.entries(kinds).map(([kind, own]) => {
    return [kind, { bias: own.bias, weights: new Map(Object.entries(own.weights)) }] as const;
  });
  return {
    bias,
    damping,
    mix: new Map(Object.entries(mix)),
    weights: new Map(Object.entries(weights)),
    kinds: new Map(byKind),
  };
});
