import { averageLinkage } from "./average-linkage.ts";
import { cosinesOf } from "./cosines.ts";
import type { Vectors } from "./weights.ts";

/**
 * Clusters by average linkage: two are joined as long as the cosines between their members are, on
 * average, `closeness` or more.
 * @returns the indexes in each cluster, those of one member left out, in the order of their first.
 */
export function clusters(vectors: Vectors, closeness: number): readonly (readonly number[])[] {
  return averageLinkage(cosinesOf(vectors), closeness)
    .filter((group) => group.length > 1)
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
