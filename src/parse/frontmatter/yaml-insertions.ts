import { isMapping } from "../../core/is-mapping.ts";
import { lineEnd } from "../../core/places/line-end.ts";
import { type FrontmatterEntries, type Insertion, isEmpty } from "./insertions.ts";
import type { LocatedData } from "./located-data.ts";
import { blockYaml, flowYaml } from "./yaml-text.ts";

/** A document whose frontmatter is YAML. */
interface YamlPlace {
  readonly text: string;
  readonly yaml: LocatedData;
  /** Offset of the line that closes the frontmatter. */
  readonly closing: number;
}

const DOCUMENT_END = /\n\.\.\.(?=\s)/;
/** Anchor and tag before a value. */
const PROPERTIES = /^(?:[ \t]+[&!]\S*)*/;

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line that ends the YAML begins. */
function yamlEnd({ text, closing }: YamlPlace): number {
  const start = lineEnd(text, 0);
  const end = DOCUMENT_END.exec(text.slice(start, closing));
  return end ? start + end.index + 1 : closing;
}

function indented(block: string, by: number, from = 0): string {
  return block
    .trimEnd()
    .split("\n")
    .map((line, index) => (line === "" || index < from ? line : " ".repeat(by) + line))
    .join("\n");
}

/** Adds items below the last one of a list, written as that list is. */
function appendItems(
  { text, yaml }: YamlPlace,
  key: string,
  before: readonly unknown[],
  items: readonly unknown[],
): Insertion {
  const list = yaml.valueRange([key]);
  const last = yaml.valueRange([key, before.length - 1]);
  if (text[list.start.offset] === "[") {
    const at = last.end.offset;
    return { start: at, end: at, text: items.map((item) => `, ${flowYaml(item)}`).join("") };
  }
  const start = lineStart(text, last.start.offset);
  const dash = text.indexOf("-", start) - start;
  const at = lineEnd(text, last.end.offset);
  return { start: at, end: at, text: `\n${indented(blockYaml(items), dash)}` };
}

/** Puts a value where a key in braces has none: `{ gaps: , times: "" }`. */
function fillInBraces(
  { text, yaml }: YamlPlace,
  path: readonly string[],
  value: unknown,
): Insertion {
  const { start, end } = yaml.valueRange(path);
  const written = text.slice(start.offset, end.offset);
  if (written !== "") return { start: start.offset, end: end.offset, text: flowYaml(value) };
  const at = text.indexOf(":", yaml.keyRange(path).end.offset) + 1;
  return { start: at, end: at, text: ` ${flowYaml(value)}` };
}

/** Puts a value where a key has none yet: `gaps:` or `gaps: []`. */
function fillKey(place: YamlPlace, path: readonly string[], value: unknown): Insertion {
  const { text, yaml } = place;
  const written = yaml.keyRange(path);
  const start = text.indexOf(":", written.end.offset) + 1;
  const line = text.slice(start, lineEnd(text, start));
  const own = yaml.valueRange(path);
  const isBelow = own.end.offset > start + line.length;
  if (isBelow && /[[{]/.test(text.charAt(own.start.offset))) {
    const at = own.start.offset + 1;
    return { start: at, end: at, text: flowYaml(value).slice(1, -1) };
  }
  const comment = /(?<![ \t])[ \t]+#.*$/.exec(line)?.[0] ?? "";
  const properties = PROPERTIES.exec(line.slice(0, line.length - comment.length))?.[0] ?? "";
  const lines = blockYaml({ key: value }).trimEnd();
  const added = indented(lines.slice(lines.indexOf(":") + 1), written.start.column - 1, 1);
  const from = start + properties.length;
  // A remark stays on the line of its key, also where the value goes below it.
  if (added.startsWith("\n"))
    return { start: from, end: start + line.length, text: comment + added };
  return { start: from, end: start + line.length - comment.length, text: added };
}

/** Adds the entries that a mapping lacks, written as that mapping is. */
function extendMapping(
  place: YamlPlace,
  key: string,
  before: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
): readonly Insertion[] {
  const { text, yaml } = place;
  const names = Object.keys(before);
  const [first = "", last = ""] = [names[0], names.at(-1)];
  const endOf = (name: string) => yaml.valueRange([key, name]).end.offset;
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  const missing = given.filter(([name]) => !Object.hasOwn(before, name));
  const isInBraces = text[yaml.valueRange([key]).start.offset] === "{";
  const fillOne = isInBraces ? fillInBraces : fillKey;
  const filled = given
    .filter(([name]) => Object.hasOwn(before, name) && isEmpty(before[name]))
    .map(([name, one]) => fillOne(place, [key, name], one));
  if (missing.length === 0) return filled;
  if (isInBraces) {
    const added = missing.map(([name, one]) => `, ${flowYaml({ [name]: one }).slice(1, -1)}`);
    const at = endOf(last);
    return [...filled, { start: at, end: at, text: added.join("") }];
  }
  const top = lineStart(text, yaml.keyRange([key, first]).start.offset);
  const column = yaml.keyRange([key, first]).start.offset - top;
  const lines = indented(blockYaml(Object.fromEntries(missing)), column);
  // Below an entry with a value: two edits at one place would count as overlapping.
  const above = names.findLast((name) => !isEmpty(before[name]));
  if (above === undefined) return [...filled, { start: top, end: top, text: `${lines}\n` }];
  const at = lineEnd(text, endOf(above));
  return [...filled, { start: at, end: at, text: `\n${lines}` }];
}

/** What one key needs: nothing where the document states it, and it is no list or mapping. */
function insertionsFor(
  place: YamlPlace,
  data: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): readonly Insertion[] {
  if (!Object.hasOwn(data, key)) return [];
  const before = data[key];
  if (isEmpty(before)) return [fillKey(place, [key], value)];
  if (isMapping(before) && isMapping(value)) {
    return extendMapping(place, key, before, value);
  }
  if (!Array.isArray(before) || !Array.isArray(value) || value.length === 0) return [];
  return [appendItems(place, key, before, value)];
}

/** Adds keys below all others, as far to the right as those stand. */
function addKeys(
  place: YamlPlace,
  data: Readonly<Record<string, unknown>>,
  missing: FrontmatterEntries,
): Insertion {
  const [first] = Object.keys(data);
  const column = first === undefined ? 1 : place.yaml.keyRange([first]).start.column;
  const at = yamlEnd(place);
  return { start: at, end: at, text: `${indented(blockYaml(missing), column - 1)}\n` };
}

/**
 * What puts entries into a frontmatter in YAML; null where it is written in another way than as
 * `key: value` lines.
 */
export function yamlInsertions(
  place: YamlPlace,
  entries: FrontmatterEntries,
): readonly Insertion[] | null {
  const data = place.yaml.data ?? {};
  if (!isMapping(data)) return null;
  const isFlow = place.text
    .slice(lineEnd(place.text, 0), place.closing)
    .trimStart()
    .startsWith("{");
  if (isFlow) return null;
  const pairs = Object.entries(entries);
  const missing = Object.fromEntries(pairs.filter(([key]) => !Object.hasOwn(data, key)));
  return [
    ...pairs.flatMap(([key, value]) => insertionsFor(place, data, key, value)),
    ...(Object.keys(missing).length > 0 ? [addKeys(place, data, missing)] : []),
  ];
}
