import { termListOfKey, termPlaces } from "../assemble/terms/term-places.ts";
import type { TermPlace } from "../core/document/term-place.ts";
import { UsageError } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { once } from "../core/memo.ts";
import type { ComparedPostmortem, Postmortem } from "../core/postmortem.ts";
import { findTerm, type Term, type TermList } from "../core/taxonomy.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import { completionAt, type CompletionItem } from "../editor/completion.ts";
import {
  type Action,
  actionsAt,
  type Diagnostic,
  diagnosticOf,
  type TextEdit,
  textEditOf,
} from "../editor/diagnostics.ts";
import { type Hover, hoverAt, termAt } from "../editor/hover.ts";
import { type EditorPosition, type EditorRange, editorRange, touches } from "../editor/places.ts";
import { dateEvidence, orderOfFolder, ordersOfOthers } from "../project/date-order.ts";
import { findIn } from "../project/postmortem-files.ts";
import { contextOf, type Project } from "../project/project.ts";
import { readAsWritten, readOthers } from "../project/read-postmortems.ts";
import { readNeeded } from "../project/shipped.ts";
import { kindOfPath, shownPath } from "../read/find-files.ts";
import { withPlainLineEnds } from "../read/read-file.ts";
import { locateEntries } from "../setup/taxonomy-source.ts";
import { checkText } from "./lint/check-text.ts";
import type { RuleCheck } from "./lint/lint.ts";
import { renameTerm } from "./taxonomy/rename-term.ts";
import { readDocuments } from "./taxonomy/taxonomy.ts";

/** A document as it stands in an editor, saved or not. */
export interface OpenDocument {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** What is known of a document that is open. */
export interface CheckedDocument extends OpenDocument {
  readonly findings: readonly Finding[];
  /** Found when they are first asked for: diagnostics need none. */
  readonly places: () => readonly TermPlace[];
  readonly postmortem: Postmortem | null;
}

/** A place in a file. */
export interface FilePlace {
  /** Absolute. */
  readonly path: string;
  readonly range: EditorRange;
}

/** What a renaming changes in one file. */
export interface FileEdits {
  /** Absolute. */
  readonly path: string;
  /** What the file holds before; an editor that has other text in it has to save first. */
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** Whether a file is one of a project's postmortems. */
export async function isPostmortem(path: string, project: Project): Promise<boolean> {
  if ((await kindOfPath(project.config.folder)) !== "folder") return false;
  return (await findIn(project.config.folder, project)).files.includes(path);
}

/** What the other postmortems of a document's project tell of it. */
export interface Neighbours {
  /** For the rules that compare documents. */
  readonly others: readonly ComparedPostmortem[];
  /** How they order day and month; read when it is first asked for. */
  readonly orders: () => Promise<ReadonlySet<ReadOrder>>;
}

/** The other postmortems of a document's project. */
export async function neighboursOf(path: string, project: Project): Promise<Neighbours> {
  const others = await readOthers(project, [shownPath(path, project.cwd)]);
  return { others, orders: once(() => ordersOfOthers([path], project)) };
}

/** Judges a document as it stands in an editor, as `pm lint` does within its folder. */
export async function checkOpen(
  { path, text }: OpenDocument,
  project: Project,
  ruleCheck: RuleCheck,
  { others, orders }: Neighbours,
): Promise<CheckedDocument> {
  const file = { path: shownPath(path, project.cwd), text: withPlainLineEnds(text) };
  const order = await orderOfFolder([dateEvidence(file.text)], project, orders);
  const { findings, postmortem } = checkText(file, project, ruleCheck, { others, order });
  const context = { ...contextOf(project), folderOrder: order };
  const places = once(() => termPlaces(file, context));
  return { path, text, findings, postmortem, places };
}

/** What the rules say of a document, as editors show it. */
export function diagnosticsOf({ findings }: CheckedDocument): readonly Diagnostic[] {
  return findings.map(diagnosticOf);
}

/** What can be changed at a range of a document. */
export function actions(
  { text, findings }: CheckedDocument,
  range: EditorRange,
): readonly Action[] {
  return actionsAt(text, findings, range);
}

/** The words that fit at a position of a document. */
export function completions(
  { text }: OpenDocument,
  position: EditorPosition,
  { taxonomy }: Project,
): readonly CompletionItem[] {
  return completionAt(text, position, taxonomy, termListOfKey);
}

/** What there is to say of a position of a document. */
export function hover(
  document: CheckedDocument,
  position: EditorPosition,
  { taxonomy }: Project,
): Hover | null {
  return hoverAt({ ...document, places: document.places() }, position, taxonomy);
}

/** A term where the cursor stands, and the range of its name. */
interface NamedTerm {
  readonly list: TermList;
  readonly term: Term;
  readonly range: EditorRange;
}

/** The term at a position of the team's own taxonomy file. */
async function termOfSource(position: EditorPosition, project: Project): Promise<NamedTerm | null> {
  const { taxonomyPath, cwd, taxonomy } = project;
  if (taxonomyPath === null) return null;
  const { entries } = locateEntries(await readNeeded(taxonomyPath, cwd));
  const entry = entries.find((one) => touches(editorRange(one.placeOf("id")), position));
  const term = entry ? findTerm<Term>(taxonomy[entry.list], entry.id) : null;
  return entry && term ? { list: entry.list, term, range: editorRange(entry.placeOf("id")) } : null;
}

/** The term at a position of a document, or of the taxonomy file. */
export async function termUnder(
  document: CheckedDocument,
  position: EditorPosition,
  project: Project,
): Promise<NamedTerm | null> {
  if (document.path === project.taxonomyPath) return termOfSource(position, project);
  const found = termAt(document.places(), position, project.taxonomy);
  if (!found) return null;
  const { place, term } = found;
  return { list: place.list, term, range: editorRange(place.range) };
}

/** Where the team's own taxonomy file defines the term at a position; null where it does not. */
export async function definition(
  document: CheckedDocument,
  position: EditorPosition,
  project: Project,
): Promise<FilePlace | null> {
  const found = await termUnder(document, position, project);
  const { taxonomyPath, cwd } = project;
  if (!found || taxonomyPath === null) return null;
  const { entries } = locateEntries(await readNeeded(taxonomyPath, cwd));
  const entry = entries.find(({ list, id }) => list === found.list && id === found.term.id);
  return entry ? { path: taxonomyPath, range: editorRange(entry.placeOf("id")) } : null;
}

/**
 * What renaming the term at a position changes, in the taxonomy and in all documents, as
 * `pm taxonomy rename` does; null where no term stands there.
 * @throws {UsageError} where the term cannot be renamed, or a place would keep the old id.
 */
export async function renaming(
  document: CheckedDocument,
  position: EditorPosition,
  to: string,
  project: Project,
): Promise<readonly FileEdits[] | null> {
  const found = await termUnder(document, position, project);
  if (!found) return null;
  const { list, term } = found;
  const request = { from: term.id, to, list, keepAlias: true };
  const { files, left } = await renameTerm(request, project, async () => {
    const read = await readDocuments(project, () => undefined, readAsWritten);
    if (!read.ok) throw new UsageError(read.why);
    return read.value;
  });
  const [first] = left;
  if (first) {
    const { line, column } = first.range.start;
    throw new UsageError(`${first.path}:${line}:${column} would keep ${term.id}: ${first.message}`);
  }
  return files.map(({ absolutePath, before, changes }) => ({
    path: absolutePath,
    before,
    edits: changes.flatMap(({ edit }) => edit ?? []).map(textEditOf),
  }));
}
