import { ACTION_STATUSES, PHASES, REASONS, STATUSES } from "../core/postmortem.ts";
import type { Taxonomy, Term, TermList } from "../core/taxonomy.ts";
import { type EditorPosition, type EditorRange, linesOf } from "./places.ts";

/** One word that fits at a place. */
export interface CompletionItem {
  readonly label: string;
  /** Its name, where that is another. */
  readonly detail?: string;
  /** What it means. */
  readonly documentation?: string;
  /** What may be typed to find it. */
  readonly filterText: string;
  readonly textEdit: { readonly range: EditorRange; readonly newText: string };
}

/** What a place asks for: a term of a list, or one of a few words. */
type Wanted = TermList | readonly string[];

/** Words of keys that are no terms of the taxonomy. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["phase", PHASES],
  ["reason", REASONS],
]);

/** The parts of a gap tag that need no name, in their order. */
const UNNAMED = ["competency", "kind"];

/** The parts of a gap tag by their names. */
const TAG_PARTS: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  ["competency", "competencies"],
  ["kind", "kinds"],
  ["team", "teams"],
  ["phase", PHASES],
]);

const OPEN_TAG = /\(gap:(?<inside>[^()]*)$/i;
const NAMED_PART = /^\s*(?<name>[a-z]+)\s*:/i;
/** `key: value` with the cursor in the value, also in braces and brackets. */
const VALUE = /(?:^|[\s{,-])(?<key>[a-z_]+):\s*(?:\[[^\]]*)?(?<value>[^,{}[\]:#]*)$/;
const LIST_ITEM = /^(?<indent>\s*)-\s+[^:{[]*$/;
const LIST_KEY = /^(?<indent>\s*)(?:-\s+)?(?<key>[a-z_]+):\s*(?:#.*)?$/;
const WORD = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*$/u;

/** The index of the line that closes the frontmatter; 0 where there is none. */
function frontmatterEnd(lines: readonly string[]): number {
  return lines[0] === "---" ? Math.max(lines.indexOf("---", 1), 0) : 0;
}

function inTag(before: string): Wanted | null {
  const inside = OPEN_TAG.exec(before)?.groups?.["inside"];
  if (inside === undefined) return null;
  const parts = inside.split(",");
  const name = NAMED_PART.exec(parts.at(-1) ?? "")?.groups?.["name"]?.toLowerCase();
  const key = name ?? UNNAMED[parts.length - 1] ?? "";
  return TAG_PARTS.get(key) ?? null;
}

/** The key whose list an item stands in: the nearest line above that is indented less, or as much. */
function keyAbove(lines: readonly string[], at: number, indent: number): string | null {
  for (let line = at - 1; line > 0; line -= 1) {
    const { indent: own = "", key } = LIST_KEY.exec(lines[line] ?? "")?.groups ?? {};
    if (key !== undefined && own.length <= indent) return key;
  }
  return null;
}

/** Which list of the taxonomy the values of a key come from; null for any other key. */
export type ListOfKey = (key: string) => TermList | null;

function inFrontmatter(
  lines: readonly string[],
  { line, character }: EditorPosition,
  listOfKey: ListOfKey,
): Wanted | null {
  const before = (lines[line] ?? "").slice(0, character);
  const item = LIST_ITEM.exec(before)?.groups?.["indent"];
  const key =
    item === undefined
      ? (VALUE.exec(before)?.groups?.["key"] ?? null)
      : keyAbove(lines, line, item.length);
  if (key === null) return null;
  if (key === "status") return /^status/.test(before) ? STATUSES : ACTION_STATUSES;
  return WORDS.get(key) ?? listOfKey(key);
}

function itemOf(term: Term, range: EditorRange): CompletionItem {
  const { id, name, description, aliases } = term;
  return {
    label: id,
    ...(name === id ? {} : { detail: name }),
    ...(description === "" ? {} : { documentation: description }),
    filterText: [id, name, ...aliases].join(" "),
    textEdit: { range, newText: id },
  };
}

/**
 * The words that fit at a position: ids of the taxonomy in the frontmatter and in gap tags, each
 * with its name and meaning.
 */
export function completionAt(
  text: string,
  position: EditorPosition,
  taxonomy: Taxonomy,
  listOfKey: ListOfKey,
): readonly CompletionItem[] {
  const lines = linesOf(text);
  const before = (lines[position.line] ?? "").slice(0, position.character);
  const isHead = position.line > 0 && position.line < frontmatterEnd(lines);
  const wanted = isHead ? inFrontmatter(lines, position, listOfKey) : inTag(before);
  if (wanted === null) return [];
  const typed = WORD.exec(before)?.[0].length ?? 0;
  const start = { line: position.line, character: position.character - typed };
  const range = { start, end: position };
  if (typeof wanted === "string") return taxonomy[wanted].map((term) => itemOf(term, range));
  return wanted.map((word) => {
    return { label: word, filterText: word, textEdit: { range, newText: word } };
  });
}
