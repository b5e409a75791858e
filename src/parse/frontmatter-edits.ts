import { applyEdits } from "../core/apply-edits.ts";
import type { Edit } from "../core/edit.ts";
import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { SplitDocument } from "./frontmatter.ts";
import { splitDocument } from "./frontmatter.ts";
import type { FrontmatterEntries, Insertion } from "./insertions.ts";
import { lineEnd } from "./insertions.ts";
import { tomlInsertions } from "./toml-insertions.ts";
import { yamlInsertions } from "./yaml-insertions.ts";
import { blockYaml } from "./yaml-text.ts";

/** What would be written, or the sentence that says why nothing can be. */
export type FrontmatterEdits =
  | { readonly edits: readonly Edit[]; readonly error: null }
  | { readonly edits: null; readonly error: string };

function newFrontmatter(text: string, entries: FrontmatterEntries): Insertion {
  const gap = text === "" || text.startsWith("\n") ? "" : "\n";
  return { start: 0, end: 0, text: `---\n${blockYaml(entries)}---\n${gap}` };
}

/** How each kind of frontmatter is written that can be added to. */
const LINES = { yaml: "`key: value`", toml: "`key = value`" } as const;

function insertionsInto(
  text: string,
  { frontmatter, syntax, bodyOffset }: SplitDocument,
  entries: FrontmatterEntries,
): readonly Insertion[] | null {
  if (frontmatter === null) return [newFrontmatter(text, entries)];
  const closing = text.lastIndexOf(syntax === "yaml" ? "\n---" : "\n+++", bodyOffset - 1) + 1;
  if (syntax === "yaml") return yamlInsertions({ text, yaml: frontmatter, closing }, entries);
  const offset = lineEnd(text, 0);
  const made = tomlInsertions(text.slice(offset, closing), entries);
  return (
    made?.map(({ start, end, text: added }) => {
      return { start: start + offset, end: end + offset, text: added };
    }) ?? null
  );
}

function isReadable(text: string): boolean {
  return splitDocument({ path: "", text }, indexLines(text)).problems.length === 0;
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
  const made = insertionsInto(text, split, given);
  const edits = made?.map(({ start, end, text: added }) => {
    return { range: lines.rangeAt(start, end), text: added };
  });
  return edits && isReadable(applyEdits(text, edits))
    ? { edits, error: null }
    : { edits: null, error: `its frontmatter is not written as ${LINES[split.syntax]} lines` };
}
