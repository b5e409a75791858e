import { closest, distance } from "fastest-levenshtein";
import { foldName } from "../taxonomy.ts";

function digitsOf(name: string): string {
  return name.replace(/\D/g, "");
}

/** Whether two names number different things: nobody means P1 by P9. */
function isOtherNumber(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  return a !== "" && b !== "" && a !== b;
}

/** The least letters that are the beginning of a name, and not a typing error of a short one. */
const LEAST_BEGUN = 3;

/** Whether somebody typed a name's beginning: `obs` of `observability`. */
function isBegun(name: string, typed: string): boolean {
  return typed.length >= LEAST_BEGUN && name.startsWith(typed);
}

/** Typing errors that even a short name may have, where a person reads the suggestion. */
const ALWAYS_NEAR = 2;

/** Whether a longer name has a known one as its first or last words: `payments team` has `payments`. */
function holds(name: string, known: string): boolean {
  if (known.length < LEAST_BEGUN) return false;
  const words = name.replace(/[-_.]/g, " ");
  const own = known.replace(/[-_.]/g, " ");
  return words.startsWith(`${own} `) || words.endsWith(` ${own}`);
}

/** The letters that an inflected form may have more, and the least of what is inflected. */
const ENDING = 3;
const LEAST_INFLECTED = 4;

/** Whether a name is a known one with another ending: `alerting` of `alert`. */
function isInflected(name: string, known: string): boolean {
  const more = name.length - known.length;
  return known.length >= LEAST_INFLECTED && more > 0 && more <= ENDING && name.startsWith(known);
}

/** The first candidate of a few letters and a bare number: `P3` for `3`; null where there is none. */
function numbered(name: string, candidates: Iterable<string>): string | null {
  if (!/^\d+$/.test(name)) return null;
  const isLevel = (known: string) => /^[a-z]{1,3}\d+$/.test(known) && digitsOf(known) === name;
  return [...candidates].find(isLevel) ?? null;
}

/**
 * The candidate that a misspelt name most likely means; null where none is near.
 * @param alwaysNear how many letters may differ however short the name is; of longer ones, a third.
 */
export function didYouMean(
  written: string,
  candidates: readonly string[],
  alwaysNear = ALWAYS_NEAR,
): string | null {
  const name = foldName(written);
  const folded = new Map(
    candidates
      .map((candidate) => [foldName(candidate), candidate] as const)
      .filter(([known]) => !isOtherNumber(name, known)),
  );
  if (folded.size === 0) return null;
  const levelled = folded.has(name) ? null : numbered(name, folded.keys());
  if (levelled !== null) return folded.get(levelled) ?? null;
  const nearest = closest(name, [...folded.keys()]);
  const edits = distance(name, nearest);
  // As many edits as letters would turn any name into any other.
  const near = edits <= Math.max(alwaysNear, Math.floor(name.length / 3)) && edits < name.length;
  // Of three letters, one is as much as a third.
  const isShort = name.length <= 3 && edits > 1;
  if (near && !isShort) return folded.get(nearest) ?? null;
  const within = [...folded.keys()].filter(
    (known) => holds(name, known) || isInflected(name, known),
  );
  const [only] = within;
  return only !== undefined && within.length === 1 ? (folded.get(only) ?? null) : null;
}

/** The same for names that people type: a beginning means the shortest name that begins so. */
export function nameMeant(typed: string, candidates: readonly string[]): string | null {
  const name = foldName(typed);
  const begun = candidates.filter((known) => isBegun(foldName(known), name));
  return begun.toSorted((a, b) => a.length - b.length)[0] ?? didYouMean(typed, candidates);
}
