import { indexLines } from "../../core/places/line-index.ts";
import type { SourceFile, UnreadableFile } from "../../core/source-file.ts";
import { splitDocument } from "../../parse/frontmatter/frontmatter.ts";
import type { LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { Project } from "../../project/project.ts";
import { editDocument, type EditedFile } from "../../write/edit-document.ts";

/** A document whose suggested entries are confirmed. */
export interface ConfirmedFile extends EditedFile {
  /** How many entries that is. */
  readonly count: number;
}

/** What confirming changes; nothing is written yet. */
export interface Confirmed {
  readonly files: readonly ConfirmedFile[];
  /** Documents that are left alone, and why. */
  readonly skipped: readonly UnreadableFile[];
}

const LISTS = ["gaps", "escalations"] as const;

/** Paths of the sources of entries that are suggested. */
function suggestedIn({ data }: LocatedData): readonly (readonly (string | number)[])[] {
  const lists = new Map(Object.entries((data ?? {}) as Record<string, unknown>));
  return LISTS.flatMap((key) => {
    const entries: unknown = lists.get(key);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown, index) => {
      const { source } = (entry ?? {}) as { readonly source?: unknown };
      return source === "suggested" ? [[key, index, "source"]] : [];
    });
  });
}

/** Confirms what `pm suggest` wrote into documents: `source: suggested` becomes `source: confirmed`. */
export async function confirmSuggestions(
  texts: ReadonlyMap<string, string>,
  { cwd }: Project,
): Promise<Confirmed> {
  const files: ConfirmedFile[] = [];
  const skipped: UnreadableFile[] = [];
  for (const [path, text] of texts) {
    const file: SourceFile = { path, text };
    const { frontmatter } = splitDocument(file, indexLines(text));
    const paths = frontmatter ? suggestedIn(frontmatter) : [];
    if (!frontmatter || paths.length === 0) continue;
    const edits = paths.flatMap((one) => frontmatter.replaceText(one, "confirmed") ?? []);
    const edited = await editDocument(file, cwd, [edits], () => null);
    if (edited.ok) files.push({ ...edited.value, count: edits.length });
    else skipped.push({ path, message: edited.why });
  }
  return { files, skipped };
}
