import { resolve } from "node:path";
import type { AssembleContext } from "./assemble/context.ts";
import { commonOrder } from "./assemble/date-text.ts";
import { foreignKeysOf } from "./assemble/frontmatter-facts.ts";
import { planImport } from "./assemble/import-entries.ts";
import { unreadOf } from "./assemble/import-unread.ts";
import { learnMap } from "./assemble/learn-map.ts";
import { parsePostmortem } from "./assemble/postmortem.ts";
import { applyEdits } from "./core/apply-edits.ts";
import type { ImportedDocument, Unread } from "./core/imported.ts";
import { indexLines } from "./core/line-index.ts";
import type { Postmortem } from "./core/postmortem.ts";
import type { UnreadableFile } from "./core/source-file.ts";
import type { FrontmatterEntries } from "./parse/frontmatter-edits.ts";
import { frontmatterEdits } from "./parse/frontmatter-edits.ts";
import type { SplitDocument } from "./parse/frontmatter.ts";
import { splitDocument } from "./parse/frontmatter.ts";
import type { ReadFolder } from "./pipeline.ts";
import type { Project } from "./project.ts";
import { contextOf } from "./project.ts";
import { readOriginalText } from "./read/read-file.ts";

/** A document with its new frontmatter; nothing is written yet. */
export interface ImportedFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  readonly before: string;
  readonly after: string;
  /** The new document in the encoding of the file. */
  readonly bytes: Uint8Array;
  /** The keys that are new, in their order. */
  readonly keys: readonly string[];
}

/** What `pm import` makes of a folder. */
export interface Imported {
  readonly documents: readonly ImportedDocument[];
  /** Sorted by path; only documents that change. */
  readonly files: readonly ImportedFile[];
  /** Documents that something could be written into and that are left alone, and why. */
  readonly skipped: readonly UnreadableFile[];
}

type Read = Pick<ReadFolder, "postmortems" | "texts">;

interface Importer {
  readonly project: Project;
  readonly context: AssembleContext;
  readonly withInferred: boolean;
}

/** What came of one document. */
interface DocumentResult {
  readonly imported: ImportedDocument;
  readonly file: ImportedFile | null;
  readonly skipped: UnreadableFile | null;
}

/** What reading these documents took; the order of dates is that of them all. */
function contextOfRead({ texts }: Read, project: Project): AssembleContext {
  const dateOrder = project.config.dateOrder ?? commonOrder(texts.values());
  return { ...contextOf(project), dateOrder };
}

function split(document: Postmortem, text: string): SplitDocument {
  return splitDocument({ path: document.path, text }, indexLines(text));
}

/** All that a document says, without where. */
function saying(document: Postmortem): string {
  const { path: _, problems: __, hasFrontmatter: ___, directives: ____, ...facts } = document;
  const plain: Record<string, unknown> = { ...facts, sections: [], sentences: [] };
  return JSON.stringify(plain, (key, value: unknown) =>
    ["source", "range", "written"].includes(key) ? undefined : value,
  );
}

/** The document with entries in its frontmatter; null where it would no longer say the same. */
function changed(
  document: Postmortem,
  texts: { readonly plain: string; readonly text: string },
  entries: FrontmatterEntries,
  { context }: Importer,
): { readonly after: string; readonly error: null } | { readonly error: string } {
  const { path } = document;
  const made = frontmatterEdits({ path, text: texts.plain }, entries);
  if (made.edits === null) return { error: made.error };
  const after = applyEdits(texts.text, made.edits);
  const read = parsePostmortem({ path, text: after.replace(/\r\n?/g, "\n") }, context);
  const same = saying(read) === saying(document);
  return same ? { after, error: null } : { error: "it would no longer say the same" };
}

function keysOf(entries: FrontmatterEntries): readonly string[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    return key === "times" ? Object.keys(value ?? {}).map((name) => `times.${name}`) : [key];
  });
}

async function importOne(
  document: Postmortem,
  text: string,
  importer: Importer,
): Promise<DocumentResult> {
  const { project, context, withInferred } = importer;
  const { path } = document;
  const { frontmatter } = split(document, text);
  const read = { document, text };
  const plan = planImport(read, frontmatter?.data, withInferred, context);
  const keys = frontmatter ? foreignKeysOf(frontmatter, context) : [];
  const unread = unreadOf(read, keys, frontmatter, context);
  const leave = (message: string | null, more: readonly Unread[] = []): DocumentResult => {
    const values = plan.values.map((value) =>
      value.state === "new" ? { ...value, state: "left" as const } : value,
    );
    const skipped = message === null ? null : { path, message };
    return { imported: { document, values, unread: [...unread, ...more] }, file: null, skipped };
  };
  if (keysOf(plan.entries).length === 0) return leave(null);
  const absolutePath = resolve(project.cwd, path);
  const original = await readOriginalText(absolutePath);
  if (original?.plain !== text) return leave("it changed while it was read");
  const result = changed(document, original, plan.entries, importer);
  if (result.error !== null) return leave(result.error);
  const { after } = result;
  const bytes = original.encode(after);
  const written = keysOf(plan.entries);
  return {
    imported: { document, values: plan.values, unread },
    file: { path, absolutePath, before: original.text, after, bytes, keys: written },
    skipped: null,
  };
}

/**
 * Works out what the frontmatter of each document lacks and `pm` understood, and writes nothing.
 * @param read documents, read with everything.
 * @param withInferred whether what only the wording tells is to be written too.
 */
export async function importProject(
  read: Read,
  project: Project,
  withInferred: boolean,
): Promise<Imported> {
  const importer = { project, withInferred, context: contextOfRead(read, project) };
  const results: DocumentResult[] = [];
  for (const document of read.postmortems) {
    results.push(await importOne(document, read.texts.get(document.path) ?? "", importer));
  }
  return {
    documents: results.map(({ imported }) => imported),
    files: results.flatMap(({ file }) => file ?? []),
    skipped: results.flatMap(({ skipped }) => skipped ?? []),
  };
}

/** A map of the keys, headings and values of documents that nobody knows, to be completed. */
export function draftMap(read: Read, project: Project): string {
  const context = contextOfRead(read, project);
  const documents = read.postmortems.map((document) => {
    const { frontmatter } = split(document, read.texts.get(document.path) ?? "");
    return { document, keys: frontmatter ? foreignKeysOf(frontmatter, context) : [] };
  });
  return learnMap(documents, context);
}
