import { isMapping } from "../../core/is-mapping.ts";
import type { OtherToolsKey } from "../../core/problem.ts";
import type { SchemaIssue } from "../../schema/check.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { kindOfList, READ_AS_LISTS } from "./listed-sections.ts";
import type { ReadOtherToolsKey } from "./other-tools-keys.ts";
import { foldKey, isGiven, isIgnored } from "./other-tools-meaning.ts";

type Path = SchemaIssue["path"];

/** Other tools' keys by the key at the top of the frontmatter that they stand under. */
export type OtherToolsKeysByTop = ReadonlyMap<string, readonly ReadOtherToolsKey[]>;

/** Other tools' keys to be looked up: a frontmatter may have thousands. */
export function byTopKey(keys: readonly ReadOtherToolsKey[]): OtherToolsKeysByTop {
  const found = new Map<string, ReadOtherToolsKey[]>();
  for (const key of keys) {
    const top = String(key.path[0]);
    const known = found.get(top);
    if (known) known.push(key);
    else found.set(top, [key]);
  }
  return found;
}

/** The keys of other tools at a path, or below it. */
function keysAt(path: Path, otherTools: OtherToolsKeysByTop): readonly ReadOtherToolsKey[] {
  const under = otherTools.get(String(path[0])) ?? [];
  return under.filter((key) => path.every((step, index) => key.path[index] === step));
}

function isUnderstood({ meaning, state }: ReadOtherToolsKey): boolean {
  if (meaning === null || meaning === "ignored" || meaning === "date") return false;
  return state !== "none" && state !== "repeated";
}

/** What `pm` makes of an unknown key; null where it makes nothing of it. */
export function understoodKey(path: Path, otherTools: OtherToolsKeysByTop): OtherToolsKey | null {
  const key = keysAt(path, otherTools).find(isUnderstood);
  if (!key || key.meaning === null || key.state === "none" || key.state === "repeated") return null;
  const { name, meaning, state, whyInvalid } = key;
  return { name, isNested: key.path.length > 1, meaning, state, whyInvalid };
}

function saysNothing({ meaning, state, value, path }: ReadOtherToolsKey): boolean {
  // Our own key in capitals is read, and nothing is wrong with it.
  const isOwn = path.length === 1 && foldKey(String(path[0])) === meaning;
  if (isOwn && state === "read") return true;
  if (meaning === "ignored" || state === "repeated" || !isGiven(value)) return true;
  return meaning === "date" && state === "read";
}

/** Whether a key says nothing that another does not say, or only holds such keys. */
function isSpare(own: ReadOtherToolsKey | undefined, below: readonly ReadOtherToolsKey[]): boolean {
  if (own === undefined) return false;
  const isEmptied = own.meaning === null && below.length > 0 && below.every(saysNothing);
  return (
    (saysNothing(own) || isEmptied) && !below.some((one) => isUnderstood(one) && !saysNothing(one))
  );
}

/**
 * Whether what does not fit our schema is only another tool's: a key that says nothing of the
 * incident, or only what ours says already, the date of the document, or our own key in that tool's sense (`published: true`).
 */
export function isHarmless(
  { kind, path }: SchemaIssue,
  data: unknown,
  otherTools: OtherToolsKeysByTop,
  vocabulary: Vocabulary,
): boolean {
  const [name] = path;
  const value =
    isMapping(data) && typeof name === "string" && Object.hasOwn(data, name) ? data[name] : null;
  if (kind === "unknown") {
    const [own, ...below] = keysAt(path, otherTools);
    const isList = path.length === 1 && typeof name === "string" && Array.isArray(value);
    return isSpare(own, below) || (isList && kindOfList(name, READ_AS_LISTS, vocabulary) !== null);
  }
  const isSwitch = typeof name === "string" && typeof value === "boolean";
  return isSwitch && path.length === 1 && isIgnored(name, vocabulary);
}
