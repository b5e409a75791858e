import type { AssembleContext } from "../../assemble/context.ts";
import { otherToolsKeysOf } from "../../assemble/frontmatter/facts.ts";
import { parsePostmortem } from "../../assemble/postmortem.ts";
import type { ImportedDocument, ImportedValue } from "../../core/document/imported.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Result } from "../../core/result.ts";
import type { UnreadableFile } from "../../core/source-file.ts";
import { type ImportChoices, planImport } from "../../import/entries.ts";
import { type DraftMap, learnMap } from "../../import/learn-map.ts";
import { seenLabels } from "../../import/seen-labels.ts";
import { asRead } from "../../import/times.ts";
import { unreadOf } from "../../import/unread.ts";
import { reportOf } from "../../lint/problem-rule.ts";
import { frontmatterSchema } from "../../lint/rules/frontmatter-schema.ts";
import { frontmatterSyntax } from "../../lint/rules/frontmatter-syntax.ts";
import { placeholderValue } from "../../lint/rules/placeholder-value.ts";
import { frontmatterEdits } from "../../parse/frontmatter/edits.ts";
import type { FrontmatterEntries } from "../../parse/frontmatter/insertions.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { Recogniser } from "../../people/recogniser.ts";
import { withoutPeople } from "../../privacy/without-people.ts";
import { contextOf, type Project } from "../../project/project.ts";
import type { ReadFolder, SplitPostmortem } from "../../project/read-postmortems.ts";
import { editDocument, type EditedFile } from "../../write/edit-document.ts";

/** A document with its new frontmatter. */
export interface ImportedFile extends EditedFile {
  /** The keys that are new, in their order. */
  readonly keys: readonly string[];
}

/** What `pm import` makes of a folder. */
export interface Imported {
  readonly documents: readonly ImportedDocument[];
  /** Sorted by path; only documents that change. */
  readonly files: readonly ImportedFile[];
  /** Documents that are left alone, or without times, and why. */
  readonly skipped: readonly UnreadableFile[];
}

/** A folder that was read with everything. */
export type ImportRead = Pick<ReadFolder<SplitPostmortem>, "postmortems" | "texts" | "folderOrder">;

/** A document as it was read, and its text. */
export interface SeenDocument {
  readonly document: SplitPostmortem;
  readonly text: string;
}

interface Importer extends ImportChoices {
  readonly project: Project;
  readonly context: AssembleContext;
}

/** The rules that say which values of a frontmatter are not read. */
const FRONTMATTER_RULES = [frontmatterSyntax, frontmatterSchema, placeholderValue];

/** What came of one document. */
interface DocumentResult {
  readonly imported: ImportedDocument;
  readonly file: ImportedFile | null;
  readonly skipped: UnreadableFile | null;
}

/** What reading these documents took; the order of dates is that of them all. */
export function contextOfRead(
  { folderOrder = null }: Pick<ImportRead, "folderOrder">,
  project: Project,
): AssembleContext {
  return { ...contextOf(project), folderOrder };
}

/**
 * All that a document says, without where, without its status, which a person may have given, and without
 * what names the zone of its rows, whose instants stay.
 */
function saying(document: Postmortem): string {
  const places = { status: null, problems: [], directives: [], sections: [], sentences: [] };
  const plain = { ...document, ...places, split: null, hasFrontmatter: true };
  return JSON.stringify(plain, (key, value: unknown) =>
    ["source", "range", "written", "zone"].includes(key) ? undefined : value,
  );
}

/** What would change if a start dated the rows of a timeline that has no dates of its own. */
function whyOtherwise(document: Postmortem, after: Postmortem): string {
  const rows = after.timeline?.rows ?? [];
  const moved = document.timeline?.rows.find(({ at }, index) => rows[index]?.at !== at);
  if (!moved) return "pm would read it differently with the new values";
  const { written, range } = moved;
  const place = `line ${range.start.line} (\`${written}\`)`;
  return `with these times, pm would read ${place} of its timeline differently; add dates to the timeline first`;
}

/**
 * A document with entries in its frontmatter, or why it cannot have them.
 * @param why says of the document as it is then read why it must not become that; null where it may.
 */
export async function documentWith(
  { document, text }: SeenDocument,
  entries: FrontmatterEntries,
  { project, context }: { readonly project: Project; readonly context: AssembleContext },
  why: (after: Postmortem) => string | null,
): Promise<Result<EditedFile>> {
  const file = { path: document.path, text };
  const edits = frontmatterEdits(file, entries, document.split);
  if (!edits.ok) return edits;
  return editDocument(file, project.cwd, [edits.value], (after) =>
    why(parsePostmortem(after, context)),
  );
}

/** A document with entries that say what it says anyway. */
function withEntries(seen: SeenDocument, entries: FrontmatterEntries, importer: Importer) {
  const { document } = seen;
  return documentWith(seen, entries, importer, (after) =>
    saying(after) === saying(document) ? null : whyOtherwise(document, after),
  );
}

/** The keys of entries, those of `times` each by itself. */
export function keysOf(entries: FrontmatterEntries): readonly string[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    if (key !== "times") return [key];
    const names = Object.keys(value ?? {}).filter((name) => name !== "inferred");
    return names.map((name) => `times.${name}`);
  });
}

/** The values with those that are not written after all. */
function withLeft(
  values: readonly ImportedValue[],
  isLeft: (key: string) => boolean,
): readonly ImportedValue[] {
  return values.map((value) =>
    value.state === "new" && isLeft(value.key) ? { ...value, state: "left" } : value,
  );
}

function isTime(key: string): boolean {
  return key.startsWith("times.");
}

async function importOne(
  document: SplitPostmortem,
  text: string,
  importer: Importer,
): Promise<DocumentResult> {
  const { path } = document;
  const { frontmatter } = document.split;
  const read = asRead(document, text, importer.context, document.split);
  const { context } = read;
  const { entries, values } = planImport(read, frontmatter?.data, importer);
  const otherTools = frontmatter ? otherToolsKeysOf(frontmatter, context) : [];
  const reports = document.problems.flatMap((one) => reportOf(one, FRONTMATTER_RULES) ?? []);
  const unread = unreadOf(read, reports, otherTools, frontmatter);
  const leave = (message: string | null): DocumentResult => ({
    imported: { document, values: withLeft(values, () => true), unread },
    file: null,
    skipped: message === null ? null : { path, message },
  });
  if (keysOf(entries).length === 0) return leave(null);
  const { times, ...others } = entries;
  const whole = await withEntries({ document, text }, entries, importer);
  const isPart = !whole.ok && times !== undefined && Object.keys(others).length > 0;
  const made = isPart ? await withEntries({ document, text }, others, importer) : whole;
  if (!made.ok) return leave(whole.ok ? made.why : whole.why);
  const keys = keysOf(whole.ok ? entries : others);
  return {
    imported: { document, values: whole.ok ? values : withLeft(values, isTime), unread },
    file: { ...made.value, keys },
    skipped: whole.ok ? null : { path, message: whole.why },
  };
}

/** What is shown of an imported document: whom it names is withheld; what is written says what it says. */
function printed(
  { document, values, unread }: ImportedDocument,
  people: Recogniser,
): ImportedDocument {
  const search = people.search(document.listedNames);
  const redact = (text: string) => people.redact(text, search);
  return {
    document: withoutPeople(document, people),
    values: values.map((value) => ({ ...value, text: redact(value.text) })),
    unread: unread.map((one) => ({ ...one, what: redact(one.what), why: redact(one.why) })),
  };
}

/**
 * Computes the values that `pm` understood and each frontmatter lacks; writes nothing.
 * @param read documents, read with everything.
 */
export async function importProject(
  read: ImportRead,
  project: Project,
  choices: ImportChoices,
): Promise<Imported> {
  const importer = { project, ...choices, context: contextOfRead(read, project) };
  const results: DocumentResult[] = [];
  for (const document of read.postmortems) {
    results.push(await importOne(document, read.texts.get(document.path) ?? "", importer));
  }
  const people = peopleOf(project);
  return {
    documents: results.map(({ imported }) => printed(imported, people)),
    files: results.flatMap(({ file }) => file ?? []),
    skipped: results.flatMap(({ skipped }) => skipped ?? []),
  };
}

/** A draft map of the keys, headings and values that pm does not recognise, to be completed. */
export function draftMap(read: ImportRead, project: Project): DraftMap {
  const context = contextOfRead(read, project);
  const people = peopleOf(project);
  const documents = read.postmortems.map((document) => {
    const { frontmatter } = document.split;
    const keys = frontmatter ? otherToolsKeysOf(frontmatter, context) : [];
    const shown = withoutPeople(document, people);
    const search = people.search(document.listedNames);
    const namesPerson = (name: string) => people.names(name, search);
    const known = keys.filter(({ name }) => !namesPerson(name));
    return { document: shown, keys: known, labels: seenLabels(shown, context), namesPerson };
  });
  return learnMap(documents, context);
}
