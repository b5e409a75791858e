import { READABLE_KEYS, type ReadableKey } from "../../core/document/readable-keys.ts";
import { isMapping } from "../../core/is-mapping.ts";
import { memo, memoText } from "../../core/memo.ts";
import { foldName } from "../../core/taxonomy.ts";
import type { DataPath } from "../../parse/frontmatter/located-data.ts";
import { frontmatterSchema } from "../../schema/frontmatter.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { heldValues } from "./held-values.ts";

/** What a key of others is: one of ours under another name, or one that says nothing to us. */
export type Meaning = ReadableKey | "ignored";

/** A value of the frontmatter under a key that is not ours. */
export interface OtherToolsEntry {
  readonly path: DataPath;
  /** As people write it: `incident.start`. */
  readonly name: string;
  /** Null where nobody knows the key. */
  readonly meaning: Meaning | null;
  readonly value: unknown;
}

const OWN_KEYS: ReadonlySet<string> = new Set(Object.keys(frontmatterSchema("lenient").shape));

/** Whether a key at the top of the frontmatter is one of ours. */
export function isOwnKey(key: string): boolean {
  return OWN_KEYS.has(key);
}

const SHORT = 40;

function foldAny(key: string): string {
  return foldName(key.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, " "));
}

/** Keys that many documents share, and that many readers ask for. */
const foldShort = memoText(foldAny);

/** Folds what should not tell two keys apart: `startTime`, `start_time`, `Start time`. */
export function foldKey(key: string): string {
  return key.length <= SHORT ? foldShort(key) : foldAny(key);
}

function withoutAccents(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "");
}

const indexOf = memo((vocabulary: Vocabulary): ReadonlyMap<string, Meaning> => {
  const index = new Map<string, Meaning>();
  const claim = (name: string, meaning: Meaning) => {
    const folded = foldKey(name);
    if (!index.has(folded)) index.set(folded, meaning);
  };
  for (const key of READABLE_KEYS) {
    for (const name of vocabulary.frontmatter_keys[key]) claim(name, key);
  }
  for (const key of READABLE_KEYS) claim(key, key);
  for (const name of vocabulary.frontmatter_ignored) claim(name, "ignored");
  // Keys are often written without accents: "gravite", "servicos".
  for (const key of READABLE_KEYS) {
    for (const name of vocabulary.frontmatter_keys[key]) claim(withoutAccents(name), key);
  }
  return index;
});

/** What a key or a label means; null where nobody knows it. */
export function meaningOf(name: string, vocabulary: Vocabulary): Meaning | null {
  return indexOf(vocabulary).get(foldKey(name)) ?? null;
}

/** Whether a key is listed as one that says nothing of the incident. */
export function isIgnored(name: string, { frontmatter_ignored }: Vocabulary): boolean {
  return frontmatter_ignored.some((ignored) => foldKey(ignored) === foldKey(name));
}

/** Keys whose mapping may hold those of a document, folded. */
export const wrappersOf = memo(
  ({ frontmatter_wrappers }: Vocabulary): ReadonlySet<string> =>
    new Set(frontmatter_wrappers.map(foldKey)),
);

/** Keys of weblogs, whose day is that of publishing, folded. */
export const publishingKeys = memo(
  ({ publishing_keys }: Vocabulary): ReadonlySet<string> => new Set(publishing_keys.map(foldKey)),
);

/** Whether a value says something. */
export function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && !(typeof value === "string" && !value.trim());
}

/** Whether the frontmatter has one of our keys with a value. */
export function states(data: unknown, key: ReadableKey): boolean {
  let value = data;
  for (const step of key.split(".")) {
    value = isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return isGiven(value);
}

function isKnownBelow(wrapper: string, key: string): boolean {
  const own: readonly string[] = READABLE_KEYS;
  return own.includes(`${wrapper}.${key}`);
}

/** What a key below a wrapper means: below one of ours, such as `times`, first what belongs there. */
function meaningBelow(wrapper: string, key: string, vocabulary: Vocabulary): Meaning | null {
  const own = READABLE_KEYS.find((known) => {
    const names = known.startsWith(`${wrapper}.`) ? vocabulary.frontmatter_keys[known] : [];
    return names.some((name) => foldKey(name) === foldKey(key));
  });
  return own ?? meaningOf(`${wrapper}.${key}`, vocabulary) ?? meaningOf(key, vocabulary);
}

/** Wrappers may stand in one another: `incident: { timeline: { started_at: … } }`. */
const DEEPEST = 2;

/** What a wrapper holds, and what the wrappers in it hold. */
function entriesBelow(
  value: unknown,
  path: DataPath,
  wrappers: ReadonlySet<string>,
  vocabulary: Vocabulary,
): readonly OtherToolsEntry[] {
  const names = path.filter((step) => typeof step === "string");
  const wrapper = names.at(-1) ?? "";
  if (!wrappers.has(foldKey(wrapper))) return [];
  const isOwn = (key: string) => isMapping(value) && isKnownBelow(names.join("."), key);
  const entries = heldValues(value)
    .filter(({ key }) => !isOwn(key))
    .map((held) => ({ ...held, meaning: meaningBelow(wrapper, held.key, vocabulary) }));
  // A list of others is one of rows, or of names.
  if (!isMapping(value) && entries.every(({ meaning }) => meaning === null)) return [];
  return entries.flatMap(
    ({ key, path: steps, value: one, meaning }): readonly OtherToolsEntry[] => {
      const own = [...path, ...steps];
      const inner = names.length < DEEPEST ? entriesBelow(one, own, wrappers, vocabulary) : [];
      const entry = { path: own, name: [...names, key].join("."), meaning, value: one };
      return [...(inner.length > 0 ? [] : [entry]), ...inner];
    },
  );
}

/** The wrapper that a key with dots names, and the key in it: `incident.severity`; null for any other key. */
export function dottedKey(
  key: string,
  vocabulary: Vocabulary,
): { readonly wrapper: string; readonly last: string } | null {
  const [last = "", ...above] = key.split(".").toReversed();
  const [wrapper] = above;
  const wrappers = wrappersOf(vocabulary);
  if (wrapper === undefined || !above.every((step) => wrappers.has(foldKey(step)))) return null;
  return { wrapper, last };
}

/** What a key at the top means; one with dots, as the same below its wrappers. */
function meaningAtTop(key: string, vocabulary: Vocabulary): Meaning | null {
  const whole = meaningOf(key, vocabulary);
  const dotted = whole === null ? dottedKey(key, vocabulary) : null;
  return dotted === null ? whole : meaningBelow(dotted.wrapper, dotted.last, vocabulary);
}

/** The last part of the name of an entry, folded. */
export function lastName({ name }: Pick<OtherToolsEntry, "name">): string {
  return foldKey(name.slice(name.lastIndexOf(".") + 1));
}

/** The entries of a frontmatter under keys that are not ours, those in known wrappers too. */
export function otherToolsEntries(
  data: unknown,
  vocabulary: Vocabulary,
): readonly OtherToolsEntry[] {
  if (!isMapping(data)) return [];
  const wrappers = wrappersOf(vocabulary);
  return Object.entries(data).flatMap(([key, value]): readonly OtherToolsEntry[] => {
    const within = entriesBelow(value, [key], wrappers, vocabulary);
    if (isOwnKey(key)) return within;
    const meaning = meaningAtTop(key, vocabulary);
    return [{ path: [key], name: key, meaning, value }, ...within];
  });
}
