import { isDeepStrictEqual } from "node:util";
import { faultWording } from "../../core/document/syntax-fault.ts";
import { applyEdits } from "../../core/places/apply-edits.ts";
import type { Edit } from "../../core/places/edit.ts";
import { lineEnd } from "../../core/places/line-end.ts";
import { indexLines } from "../../core/places/line-index.ts";
import { no, ok, type Result } from "../../core/result.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { type SplitDocument, splitDocument } from "./frontmatter.ts";
import { type FrontmatterEntries, type Insertion, withEntries } from "./insertions.ts";
import { tomlInsertions } from "./toml-insertions.ts";
import { yamlInsertions } from "./yaml-insertions.ts";
import { blockYaml } from "./yaml-text.ts";

function newFrontmatter(text: string, entries: FrontmatterEntries): Insertion {
  const gap = text === "" || text.startsWith("\n") ? "" : "\n";
  return { start: 0, end: 0, text: `---\n${blockYaml(entries)}---\n${gap}` };
}

/** How each kind of frontmatter is written that can be added to. */
const LINES = { yaml: "`key: value`", toml: "`key = value`" } as const;

function insertionsInto(
  text: string,
  { frontmatter, syntax, closing }: SplitDocument,
  entries: FrontmatterEntries,
): readonly Insertion[] | null {
  if (frontmatter === null) return [newFrontmatter(text, entries)];
  if (syntax === "yaml") return yamlInsertions({ text, yaml: frontmatter, closing }, entries);
  const offset = lineEnd(text, 0);
  const made = tomlInsertions(text.slice(offset, closing), entries);
  return (
    made?.map(({ start, end, text: added }) => {
      return { start: start + offset, end: end + offset, text: added };
    }) ?? null
  );
}

/** Data as it can be compared: what is undefined is not there. */
function comparable(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null));
}

function remarksIn({ frontmatter }: SplitDocument): readonly string[] {
  return frontmatter?.comments.map(({ text }) => text) ?? [];
}

/** Why an edited document must not be written; null where only the entries are new in it. */
function whyNot(
  { text, split }: { readonly text: string; readonly split: SplitDocument },
  edited: string,
  entries: FrontmatterEntries,
): string | null {
  const after = splitDocument({ path: "", text: edited }, indexLines(edited));
  const [problem] = after.problems;
  if (problem) {
    return `its frontmatter could not be read with what was to be added: ${faultWording(problem.fault).message}`;
  }
  const body = edited.slice(after.bodyOffset);
  const own = text.slice(split.bodyOffset);
  const isSame = body === own || (split.frontmatter === null && body === `\n${own}`);
  if (!isSame) return "its body would not stay as it is";
  if (!isDeepStrictEqual(remarksIn(after), remarksIn(split))) {
    return "a remark in its frontmatter would be lost";
  }
  const wanted = new Map(Object.entries(withEntries(split.frontmatter?.data, entries)));
  const said = new Map(Object.entries(after.frontmatter?.data ?? {}));
  const wrong = [...new Set([...wanted.keys(), ...said.keys()])].find((key) => {
    return !isDeepStrictEqual(comparable(said.get(key)), comparable(wanted.get(key)));
  });
  if (wrong === undefined) return null;
  return Object.hasOwn(entries, wrong)
    ? `its frontmatter would not hold \`${wrong}\` as it was to be added`
    : `its \`${wrong}\` would not stay as it is`;
}

/**
 * The edits that put entries into the frontmatter of a document, or give it one. A key that has a
 * value keeps it; a list gets the items added at its end, a mapping the entries that it lacks. Every
 * other byte stays. Without edits, the sentence that says why.
 * @param known the parts of the document, where it was split already.
 */
export function frontmatterEdits(
  file: SourceFile,
  entries: FrontmatterEntries,
  known: SplitDocument | null = null,
): Result<readonly Edit[]> {
  const { text } = file;
  const lines = indexLines(text);
  const given = Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(given).length === 0) return ok([]);
  const split = known ?? splitDocument(file, lines);
  const problem = split.problems[0];
  if (problem) return no(`its frontmatter cannot be read: ${faultWording(problem.fault).message}`);
  const made = insertionsInto(text, split, given);
  const edits = made?.map(({ start, end, text: added }) => {
    return { range: lines.rangeAt(start, end), text: added };
  });
  if (!edits) return no(`its frontmatter is not written as ${LINES[split.syntax]} lines`);
  const why = whyNot({ text, split }, applyEdits(text, edits), given);
  return why === null ? ok(edits) : no(why);
}
