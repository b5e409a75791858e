import type { Edit } from "../core/edit.ts";
import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { splitDocument } from "./frontmatter.ts";
import type { LocatedYaml } from "./yaml.ts";
import { blockYaml, flowYaml } from "./yaml.ts";

/** Keys to put into a frontmatter, with their plain data; undefined ones are left out. */
export type FrontmatterEntries = Readonly<Record<string, unknown>>;

/** What would be written, or the sentence that says why nothing can be. */
export type FrontmatterEdits =
  | { readonly edits: readonly Edit[]; readonly error: null }
  | { readonly edits: null; readonly error: string };

interface Place {
  readonly text: string;
  readonly yaml: LocatedYaml;
  /** Offset of the line that closes the frontmatter. */
  readonly closing: number;
}

interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

function indented(block: string, by: number): string {
  return block
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(by) + line))
    .join("\n");
}

/** Adds items below the last one of a list, written as that list is. */
function appendItems(
  { text, yaml }: Place,
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

/** Puts a value where a key has none yet: `gaps:` or `gaps: []`. */
function fillKey({ text, yaml }: Place, path: readonly string[], value: unknown): Insertion {
  const written = yaml.keyRange(path);
  const start = text.indexOf(":", written.end.offset) + 1;
  const comment = text.slice(start, lineEnd(text, start)).search(/\s#/);
  const end = comment === -1 ? lineEnd(text, start) : start + comment;
  const lines = blockYaml({ key: value }).trimEnd();
  return { start, end, text: lines.slice(lines.indexOf(":") + 1) };
}

/** Adds the entries that a mapping lacks, written as that mapping is. */
function extendMapping(
  place: Place,
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
  if (text[yaml.valueRange([key]).start.offset] === "{") {
    const added = missing.map(([name, one]) => `, ${flowYaml({ [name]: one }).slice(1, -1)}`);
    const at = endOf(last);
    return missing.length > 0 ? [{ start: at, end: at, text: added.join("") }] : [];
  }
  const empty = given.filter(([name]) => Object.hasOwn(before, name) && isEmpty(before[name]));
  const filled = empty.map(([name, one]) => fillKey(place, [key, name], one));
  if (missing.length === 0) return filled;
  const top = lineStart(text, yaml.keyRange([key, first]).start.offset);
  const column = yaml.keyRange([key, first]).start.offset - top;
  const lines = indented(blockYaml(Object.fromEntries(missing)), column);
  // Below an entry with a value: two edits at one place would count as overlapping.
  const above = names.findLast((name) => !isEmpty(before[name]));
  if (above === undefined) return [...filled, { start: top, end: top, text: `${lines}\n` }];
  const at = lineEnd(text, endOf(above));
  return [...filled, { start: at, end: at, text: `\n${lines}` }];
}

function isEmpty(value: unknown): boolean {
  if (isPlainMapping(value)) return Object.keys(value).length === 0;
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** What one key needs: nothing where the document states it, and it is no list or mapping. */
function insertionsFor(
  place: Place,
  data: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): readonly Insertion[] {
  if (!Object.hasOwn(data, key)) return [];
  const before = data[key];
  if (isEmpty(before)) return [fillKey(place, [key], value)];
  if (isPlainMapping(before) && isPlainMapping(value)) {
    return extendMapping(place, key, before, value);
  }
  if (!Array.isArray(before) || !Array.isArray(value) || value.length === 0) return [];
  return [appendItems(place, key, before, value)];
}

function isPlainMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function newFrontmatter(text: string, entries: FrontmatterEntries): Insertion {
  const gap = text === "" || text.startsWith("\n") ? "" : "\n";
  return { start: 0, end: 0, text: `---\n${blockYaml(entries)}---\n${gap}` };
}

function insertions(place: Place, entries: FrontmatterEntries): readonly Insertion[] | null {
  const data = place.yaml.data ?? {};
  if (!isPlainMapping(data)) return null;
  const isFlow = place.text
    .slice(lineEnd(place.text, 0), place.closing)
    .trimStart()
    .startsWith("{");
  if (isFlow) return null;
  const pairs = Object.entries(entries);
  const missing = Object.fromEntries(pairs.filter(([key]) => !Object.hasOwn(data, key)));
  const added =
    Object.keys(missing).length === 0
      ? []
      : [{ start: place.closing, end: place.closing, text: blockYaml(missing) }];
  return [...pairs.flatMap(([key, value]) => insertionsFor(place, data, key, value)), ...added];
}

/**
 * The edits that put entries into the frontmatter of a document, or give it one. A key that has a
 * value keeps it; a list gets the items added at its end, a mapping the entries that it lacks. Every
 * other byte stays.
 */
export function frontmatterEdits(file: SourceFile, entries: FrontmatterEntries): FrontmatterEdits {
  const { text } = file;
  const lines = indexLines(text);
  const given = Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(given).length === 0) return { edits: [], error: null };
  const split = splitDocument(file, lines);
  const problem = split.problems[0];
  if (problem) return { edits: null, error: `its frontmatter cannot be read: ${problem.message}` };
  const made =
    split.frontmatter === null
      ? [newFrontmatter(text, given)]
      : insertions(
          {
            text,
            yaml: split.frontmatter,
            closing: text.lastIndexOf("\n---", split.bodyOffset - 1) + 1,
          },
          given,
        );
  if (made === null)
    return { edits: null, error: "its frontmatter is not written as `key: value` lines" };
  return {
    edits: made.map(({ start, end, text: added }) => ({
      range: lines.rangeAt(start, end),
      text: added,
    })),
    error: null,
  };
}
