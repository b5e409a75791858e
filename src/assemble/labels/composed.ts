import { READABLE_KEYS, type ReadableKey } from "../../core/document/readable-keys.ts";
import { memo } from "../../core/memo.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** Longer labels are sentences. */
const MOST_WORDS = 9;

interface Words {
  readonly keyOf: ReadonlyMap<string, ReadableKey>;
  readonly beside: ReadonlySet<string>;
}

const wordsOf = memo(({ label_words: { nouns, beside_nouns, small } }: Vocabulary): Words => {
  const named = READABLE_KEYS.flatMap((key) =>
    (nouns[key] ?? []).map((noun): readonly [string, ReadableKey] => [noun, key]),
  );
  return { keyOf: new Map(named), beside: new Set([...beside_nouns, ...small]) };
});

/** A word of a label in the singular, where that is known. */
function keyOfWord(word: string, { keyOf }: Words): ReadableKey | undefined {
  return keyOf.get(word) ?? (word.endsWith("s") ? keyOf.get(word.slice(0, -1)) : undefined);
}

/**
 * What a label stands for by its noun, where all other words only say which: "Systems that were hit",
 * "Crew on the incident". Null where it has none, or any other word.
 * @param name as normalizeHeading writes it
 */
export function composedKey(name: string, vocabulary: Vocabulary): ReadableKey | null {
  const known = wordsOf(vocabulary);
  const words = name.split(/[\s/_-]+/).map((word) => word.replace(/'s?$/, ""));
  if (words.length > MOST_WORDS) return null;
  const keys = new Set<ReadableKey>();
  for (const word of words) {
    const key = keyOfWord(word, known);
    if (key !== undefined) keys.add(key);
    else if (word !== "" && !known.beside.has(word)) return null;
  }
  return onlyKey([...keys]);
}

/** The one key that nouns name; "restoration of the service" is a time, and says of what. */
function onlyKey(keys: readonly ReadableKey[]): ReadableKey | null {
  const times = keys.filter((key) => key.startsWith("times."));
  const named = times.length > 0 ? keys.filter((key) => key !== "services") : keys;
  const [key = null] = named;
  return named.length === 1 ? key : null;
}

/** Whether a label has such a noun, whatever else it says: "Services we run on". */
export function hasNoun(name: string, vocabulary: Vocabulary): boolean {
  const known = wordsOf(vocabulary);
  return name.split(/[\s/_-]+/).some((word) => keyOfWord(word, known) !== undefined);
}
