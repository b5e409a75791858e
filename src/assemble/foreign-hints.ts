import type { SchemaIssue } from "../schema/check.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { ForeignKey } from "./foreign-keys.ts";
import { isGiven, isIgnored } from "./foreign-meaning.ts";

type Path = SchemaIssue["path"];

/** Foreign keys by the key at the top of the frontmatter that they stand under. */
export type ForeignKeys = ReadonlyMap<string, readonly ForeignKey[]>;

/** Foreign keys to be looked up: a frontmatter may have thousands. */
export function byTopKey(foreign: readonly ForeignKey[]): ForeignKeys {
  const found = new Map<string, ForeignKey[]>();
  for (const key of foreign) {
    const top = String(key.path[0]);
    const known = found.get(top);
    if (known) known.push(key);
    else found.set(top, [key]);
  }
  return found;
}

/** The foreign keys at a path, or below it. */
function keysAt(path: Path, foreign: ForeignKeys): readonly ForeignKey[] {
  const under = foreign.get(String(path[0])) ?? [];
  return under.filter((key) => path.every((step, index) => key.path[index] === step));
}

function isUnderstood({ meaning, state }: ForeignKey): boolean {
  return meaning !== null && meaning !== "ignored" && meaning !== "date" && state !== "none";
}

function hintOf({ name, path, meaning, state, misfit }: ForeignKey): string {
  const it = path.length > 1 ? `\`${name}\`` : "It";
  const key = `\`${String(meaning)}\``;
  if (state === "read") return `${it} is read as ${key}; pm import writes that.`;
  if (state === "stated") return `${it} means ${key}, which another key states; that one counts.`;
  return `${it} would be read as ${key}, but ${misfit ?? "does not fit"}.`;
}

/** What `pm` makes of an unknown key; null where it makes nothing of it. */
export function foreignHint(path: Path, foreign: ForeignKeys): string | null {
  const key = keysAt(path, foreign).find(isUnderstood);
  return key ? hintOf(key) : null;
}

function saysNothing({ meaning, state, value }: ForeignKey): boolean {
  return meaning === "ignored" || (meaning === "date" && state === "read") || !isGiven(value);
}

/**
 * Whether what does not fit our schema is only another tool's: a key that says nothing of the
 * incident, the date of the document, or our own key in that tool's sense (`published: true`).
 */
export function isHarmless(
  { kind, path }: SchemaIssue,
  data: unknown,
  foreign: ForeignKeys,
  vocabulary: Vocabulary,
): boolean {
  if (kind === "unknown-key") {
    const [own, ...below] = keysAt(path, foreign);
    return own !== undefined && saysNothing(own) && !below.some(isUnderstood);
  }
  const [name] = path;
  const top = new Map(Object.entries(data ?? {}));
  const isSwitch = typeof name === "string" && typeof top.get(name) === "boolean";
  return isSwitch && path.length === 1 && isIgnored(name, vocabulary);
}
