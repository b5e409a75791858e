import { closest, distance } from "fastest-levenshtein";
import { foldName } from "./taxonomy.ts";

/** The candidate that a misspelt name most likely means; null where none is near. */
export function didYouMean(written: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const folded = new Map(candidates.map((candidate) => [foldName(candidate), candidate]));
  const name = foldName(written);
  const nearest = closest(name, [...folded.keys()]);
  const edits = distance(name, nearest);
  // As many edits as letters would turn any name into any other.
  const near = edits <= Math.max(2, Math.floor(name.length / 3)) && edits < name.length;
  return near ? (folded.get(nearest) ?? null) : null;
}
