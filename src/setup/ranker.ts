import { memo } from "../core/memo.ts";
import type { FeatureWeight, Ranker } from "../core/ranker.ts";
import type { SourceFile } from "../core/source-file.ts";
import { rankerSchema } from "../schema/ranker.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

function placed(kind: string | null, weights: Readonly<Record<string, number>>) {
  return Object.entries(weights).map(([feature, weight]): readonly [string, FeatureWeight] => [
    feature,
    { weight, kind },
  ]);
}

/**
 * Reads the weights that ship with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export const parseRanker = memo((file: SourceFile | ParsedFile): Ranker => {
  const { bias, damping, mix, against, ...read } = readShippedData(file, rankerSchema);
  const kinds = Object.entries(read.for).flatMap(([kind, weights]) => placed(kind, weights));
  return {
    bias,
    damping,
    mix: new Map(Object.entries(mix)),
    weights: new Map([...placed(null, against), ...kinds]),
  };
});
