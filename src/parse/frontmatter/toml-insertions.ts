import { isMapping } from "../../core/is-mapping.ts";
import { lineEnd } from "../../core/places/line-end.ts";
import { type FrontmatterEntries, type Insertion, isEmpty } from "./insertions.ts";
import { parseTomlNodes } from "./toml.ts";
import { tomlData, type TomlEntry, tomlTable } from "./toml-nodes.ts";
import { tomlPairs, tomlValue } from "./toml-text.ts";

/** TOML with what its entries are written as; offsets count from its start. */
interface Place {
  readonly written: string;
  readonly entries: ReadonlyMap<string, TomlEntry>;
}

function insertAt(at: number, text: string): Insertion {
  return { start: at, end: at, text };
}

function belowLine({ written }: Place, offset: number, lines: readonly string[]): Insertion {
  return insertAt(lineEnd(written, offset), lines.map((line) => `\n${line}`).join(""));
}

/** Puts a value where one says nothing; remarks in the brackets of an empty list stay. */
function fill({ value: [start, end], content }: TomlEntry, value: unknown): Insertion {
  if (content.kind === "list" && Array.isArray(value)) {
    return insertAt(start + 1, value.map(tomlValue).join(", "));
  }
  return { start, end, text: tomlValue(value) };
}

/** Adds the entries that a table lacks, written as that table is; null where it has no place of its own. */
function extendTable(
  place: Place,
  { content }: TomlEntry,
  value: FrontmatterEntries,
): readonly Insertion[] | null {
  if (content.kind !== "table") return [];
  const { entries, node } = content;
  const given = Object.entries(value);
  const filled = given.flatMap(([name, one]) => {
    const entry = entries.get(name);
    return entry && isEmpty(tomlData(entry.content)) ? [fill(entry, one)] : [];
  });
  const lines = tomlPairs(Object.fromEntries(given.filter(([name]) => !entries.has(name))));
  if (lines.length === 0) return filled;
  if (node === null) return null;
  if (node.type === "TOMLKeyValue") {
    const [first] = node.key.keys;
    const prefix = first ? place.written.slice(...first.range) : "";
    const dotted = lines.map((line) => `${prefix}.${line}`);
    return [...filled, belowLine(place, node.range[1], dotted)];
  }
  const last = node.body.at(-1);
  if (node.type === "TOMLTable") {
    return [...filled, belowLine(place, (last ?? node).range[1], lines)];
  }
  const added = last
    ? insertAt(last.range[1], `, ${lines.join(", ")}`)
    : { start: node.range[0], end: node.range[1], text: `{ ${lines.join(", ")} }` };
  return [...filled, added];
}

/** What changes at a key that is there; the items of a list of tables are added elsewhere. */
function changesAt(place: Place, entry: TomlEntry, value: unknown): readonly Insertion[] | null {
  const { content } = entry;
  if (content.kind === "table") {
    return isMapping(value) ? extendTable(place, entry, value) : [];
  }
  if (isEmpty(tomlData(content))) return [fill(entry, value)];
  if (content.kind !== "list" || content.node === null || !Array.isArray(value)) return [];
  const end = content.items.at(-1)?.value[1];
  if (end === undefined || value.length === 0) return [];
  return [insertAt(end, value.map((item) => `, ${tomlValue(item)}`).join(""))];
}

function isListOfTables(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMapping);
}

/** Tables with headers of their own, for a key that has none or is such a list already. */
function tablesFor(
  { entries }: Place,
  [key, value]: readonly [string, unknown],
): readonly string[] {
  const content = entries.get(key)?.content;
  const isOpen = content === undefined || (content.kind === "list" && content.node === null);
  if (isListOfTables(value) && isOpen) {
    return value.map((item) => [`[[${key}]]`, ...tomlPairs(item), ""].join("\n"));
  }
  if (content !== undefined || !isMapping(value)) return [];
  return [[`[${key}]`, ...tomlPairs(value), ""].join("\n")];
}

/** Insertions at one place as one: applied apart, either could come first. */
function joined(insertions: readonly Insertion[]): readonly Insertion[] {
  const byStart = new Map<number, Insertion>();
  for (const one of insertions) {
    const before = byStart.get(one.start);
    byStart.set(one.start, before ? { ...one, text: before.text + one.text } : one);
  }
  return [...byStart.values()];
}

/**
 * What puts entries into TOML: single values below those before the first table, tables and lists of
 * them at the end. Null where it is written in a way that cannot be added to.
 */
export function tomlInsertions(
  written: string,
  wanted: FrontmatterEntries,
): readonly Insertion[] | null {
  const parsed = parseTomlNodes(written);
  if (!parsed.ok) return null;
  const place = { written, entries: tomlTable(parsed.value).entries };
  const pairs = Object.entries(wanted);
  const tables = pairs.flatMap((pair) => tablesFor(place, pair));
  const plain = pairs.filter(([key, value]) => {
    return !place.entries.has(key) && !isMapping(value) && !isListOfTables(value);
  });
  const changes = pairs.map(([key, value]) => {
    const entry = place.entries.get(key);
    return entry ? changesAt(place, entry, value) : [];
  });
  if (changes.includes(null)) return null;
  const [top] = parsed.value.body;
  const last = top.body.findLast(({ type }) => type === "TOMLKeyValue");
  const lines = tomlPairs(Object.fromEntries(plain));
  const gap = written.trim() === "" || written.endsWith("\n\n") ? "" : "\n";
  return joined([
    ...changes.flatMap((made) => made ?? []),
    ...(lines.length > 0 ? [belowLine(place, last?.range[1] ?? 0, lines)] : []),
    ...(tables.length > 0 ? [insertAt(written.length, gap + tables.join("\n"))] : []),
  ]);
}
