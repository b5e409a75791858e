import type { AST } from "toml-eslint-parser";
import type { DataPath } from "./located-data.ts";

type Bounds = readonly [start: number, end: number];

/** What names a table: its header, its braces, or the last line that has it before a dot. */
type TableNode = AST.TOMLTable | AST.TOMLInlineTable | AST.TOMLKeyValue;

/** What stands under a key, or in a list; a map, for a key may have any name. */
type TomlContent =
  | { readonly kind: "scalar"; readonly node: AST.TOMLValue }
  /** Without a node each item is a table with a header of its own. */
  | { readonly kind: "list"; readonly items: TomlEntry[]; readonly node: AST.TOMLArray | null }
  | { readonly kind: "table"; readonly entries: Map<string, TomlEntry>; node: TableNode | null };

/** A key with its value, or an item of a list; offsets count from the start of the TOML. */
export interface TomlEntry {
  readonly key: Bounds;
  readonly value: Bounds;
  readonly content: TomlContent;
}

type Table = Extract<TomlContent, { kind: "table" }>;
type KeyPart = AST.TOMLBare | AST.TOMLQuoted;

function nameOf(part: KeyPart): string {
  return part.type === "TOMLBare" ? part.name : part.value;
}

function newTable(node: TableNode | null): Table {
  return { kind: "table", entries: new Map(), node };
}

/** The table under a key, made where there is none; of a list of tables the last. */
function tableUnder(parent: Table, part: KeyPart, value: Bounds): Table {
  const known = parent.entries.get(nameOf(part))?.content;
  const inner = known?.kind === "list" ? known.items.at(-1)?.content : known;
  if (inner?.kind === "table") return inner;
  const content = newTable(null);
  parent.entries.set(nameOf(part), { key: part.range, value, content });
  return content;
}

function readContent(node: AST.TOMLContentNode): TomlContent {
  if (node.type === "TOMLValue") return { kind: "scalar", node };
  if (node.type === "TOMLArray") {
    const items = node.elements.map((item): TomlEntry => {
      return { key: item.range, value: item.range, content: readContent(item) };
    });
    return { kind: "list", items, node };
  }
  const table = newTable(node);
  for (const pair of node.body) addPair(table, pair);
  return table;
}

function addPair(table: Table, pair: AST.TOMLKeyValue): void {
  const last = pair.key.keys.at(-1);
  if (!last) return;
  let at = table;
  for (const part of pair.key.keys.slice(0, -1)) {
    at = tableUnder(at, part, pair.range);
    if (at.node === null || at.node.type === "TOMLKeyValue") at.node = pair;
  }
  const { value } = pair;
  at.entries.set(nameOf(last), {
    key: last.range,
    value: value.range,
    content: readContent(value),
  });
}

function addTable(root: Table, header: AST.TOMLTable): void {
  const last = header.key.keys.at(-1);
  if (!last) return;
  let parent = root;
  for (const part of header.key.keys.slice(0, -1)) parent = tableUnder(parent, part, part.range);
  let own: Table;
  if (header.kind === "array") {
    const known = parent.entries.get(nameOf(last))?.content;
    const items = known?.kind === "list" ? known.items : [];
    own = newTable(header);
    items.push({ key: header.range, value: header.range, content: own });
    if (items.length === 1) {
      const content = { kind: "list" as const, items, node: null };
      parent.entries.set(nameOf(last), { key: last.range, value: header.range, content });
    }
  } else {
    own = tableUnder(parent, last, header.range);
    own.node = header;
  }
  for (const pair of header.body) addPair(own, pair);
}

/** The keys of a TOML document with their values, as its parser found them. */
export function tomlTable({ body: [top] }: AST.TOMLProgram): Table {
  const root = newTable(null);
  for (const node of top.body) {
    if (node.type === "TOMLKeyValue") addPair(root, node);
    else addTable(root, node);
  }
  return root;
}

function scalarData(node: AST.TOMLValue): unknown {
  // A date as written: what a text that looks the same means is read in one place.
  return "datetime" in node ? node.datetime : node.value;
}

/** What TOML says, as plain data; dates and times are texts. */
export function tomlData(content: TomlContent): unknown {
  if (content.kind === "scalar") return scalarData(content.node);
  if (content.kind === "list") return content.items.map((item) => tomlData(item.content));
  const { entries } = content;
  return Object.fromEntries([...entries].map(([name, entry]) => [name, tomlData(entry.content)]));
}

function stepInto(content: TomlContent, step: string | number): TomlEntry | null {
  if (content.kind === "table") return content.entries.get(String(step)) ?? null;
  if (content.kind === "list" && typeof step === "number") return content.items[step] ?? null;
  return null;
}

/** The entries along a path, as far as they exist. */
export function tomlEntriesAlong(root: TomlContent, path: DataPath): readonly TomlEntry[] {
  const found: TomlEntry[] = [];
  let content = root;
  for (const step of path) {
    const entry = stepInto(content, step);
    if (!entry) break;
    found.push(entry);
    ({ content } = entry);
  }
  return found;
}
