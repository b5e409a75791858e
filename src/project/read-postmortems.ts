import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AssembleContext } from "../assemble/context.ts";
import { readDocument } from "../assemble/document-kind.ts";
import { commonOrder, hasNumbersDate, orderWithin } from "../assemble/written/numbers-date.ts";
import type { ReadOrder } from "../core/calendar.ts";
import type { DocumentLanguage, FactName, Postmortem } from "../core/postmortem.ts";
import type { Result } from "../core/result.ts";
import type { SourceFile, UnreadableFile } from "../core/source-file.ts";
import type { SplitDocument } from "../parse/frontmatter/frontmatter.ts";
import { peopleOf } from "../people/people-of.ts";
import type { Redact } from "../people/recogniser.ts";
import { withoutPeople } from "../privacy/without-people.ts";
import { excessOf } from "../read/budget.ts";
import { type FoundFiles, kindOfPath, shownPath } from "../read/find-files.ts";
import { readSourceFile } from "../read/read-file.ts";
import { findFiles, findIn } from "./postmortem-files.ts";
import { contextOf, type Project } from "./project.ts";

/** Files read at one time: well below any limit on open files. */
const BATCH = 32;

interface Identified {
  readonly path: string;
}

/** What became of the files of a folder. */
export interface ReadFolder<Kept extends Identified = Postmortem> {
  readonly postmortems: readonly Kept[];
  readonly unreadable: readonly UnreadableFile[];
  /** The text of each postmortem, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Withholds people in what is printed of the folder, also by whole names that any document lists. */
  readonly redact: Redact;
  /** Shown paths of files that are no postmortems by their name or their title. */
  readonly setAside: readonly string[];
  /** Documents in other languages than English, and whether these have a vocabulary. */
  readonly foreign: readonly { readonly path: string; readonly language: DocumentLanguage }[];
  /** Documents that were named and are kept, though they read like something else, such as "a runbook". */
  readonly doubtful: readonly { readonly path: string; readonly kind: string }[];
}

/** Makes what is kept of a postmortem as soon as it was read, so that large folders fit the memory. */
export type Keep<Kept extends Identified> = (postmortem: Postmortem, split: SplitDocument) => Kept;

/** A postmortem with its parts, for what edits its frontmatter. */
export interface SplitPostmortem extends Postmortem {
  readonly split: SplitDocument;
}

const keepAll: Keep<Postmortem> = (postmortem) => postmortem;

/** Keeps what may be printed: who is named is nobody's business. */
function printable(project: Project): Keep<Postmortem> {
  const people = peopleOf(project);
  return (postmortem) => withoutPeople(postmortem, people);
}

/** Called as files are read. */
export type Progress = (done: number, total: number) => void;

type ParseResult<Kept> =
  | {
      readonly postmortem: Kept;
      readonly text: string;
      readonly kind: string | null;
      readonly language: DocumentLanguage | null;
      /** Whole names that it lists. */
      readonly names: readonly string[];
    }
  | { readonly unreadable: UnreadableFile }
  | { readonly other: string };

function parseOne<Kept extends Identified>(
  file: SourceFile,
  context: AssembleContext,
  needs: readonly FactName[],
  keep: Keep<Kept>,
  isNamed: boolean,
): ParseResult<Kept> {
  const excess = excessOf(file.text);
  if (excess !== null) {
    return { unreadable: { path: file.path, message: `${excess}, which no postmortem has` } };
  }
  try {
    const { postmortem, split, otherKind: kind } = readDocument(file, context, needs);
    if (kind !== null && !isNamed) return { other: `${file.path} (${kind})` };
    const names = postmortem.listedNames.full;
    const { language = null } = postmortem;
    return { postmortem: keep(postmortem, split), text: file.text, kind, language, names };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { unreadable: { path: file.path, message: "nested too deeply to read" } };
  }
}

function redactionOf(project: Project, names: readonly string[]): Redact {
  const people = peopleOf(project);
  const search = people.search({ full: [...new Set(names)], single: [] });
  return (text) => people.redact(text, search);
}

function collect<Kept extends Identified>(
  results: readonly ParseResult<Kept>[],
  project: Project,
): ReadFolder<Kept> {
  const read = results.flatMap((result) => ("postmortem" in result ? [result] : []));
  return {
    postmortems: read.map(({ postmortem }) => postmortem),
    setAside: results.flatMap((one) => ("other" in one ? [one.other] : [])),
    doubtful: read.flatMap(({ postmortem: { path }, kind }) =>
      kind === null ? [] : [{ path, kind }],
    ),
    foreign: read.flatMap(({ postmortem: { path }, language }) =>
      language === null ? [] : [{ path, language }],
    ),
    unreadable: results.flatMap((one) => ("unreadable" in one ? [one.unreadable] : [])),
    texts: new Map(read.map(({ postmortem, text }) => [postmortem.path, text])),
    redact: redactionOf(
      project,
      read.flatMap(({ names }) => names),
    ),
  };
}

/**
 * Reads one document whose text is at hand.
 * @param folderOrder how the dates of its folder are ordered, as `orderOfFolder` tells.
 */
export function readText<Kept extends Identified>(
  file: SourceFile,
  project: Project,
  needs: readonly FactName[],
  keep: Keep<Kept>,
  folderOrder: ReadOrder | null = null,
): ReadFolder<Kept> {
  const context = { ...contextOf(project), folderOrder };
  return collect([parseOne(file, context, needs, keep, true)], project);
}

/**
 * The frontmatter of the other postmortems of a project's folder, for rules across files; none
 * where no configuration says which folder that is.
 * @param judged shown paths of the documents that are read already.
 */
export async function readOthers(
  project: Project,
  judged: readonly string[],
): Promise<readonly Postmortem[]> {
  const { config, cwd } = project;
  if (judged.length === 0) return [];
  if (config.path === null || (await kindOfPath(config.folder)) !== "folder") return [];
  const here = new Set(judged.map((path) => resolve(cwd, path)));
  const { files } = await findIn(config.folder, project);
  const others = files.filter((path) => !here.has(path));
  if (others.length === files.length) return [];
  return collect(await readAll({ files: others }, project, [], keepAll), project).postmortems;
}

async function readSources(
  files: readonly string[],
  { cwd }: Project,
): Promise<readonly Result<SourceFile, UnreadableFile>[]> {
  const results: Result<SourceFile, UnreadableFile>[] = [];
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const read = batch.map((path) => readSourceFile(path, shownPath(path, cwd)));
    results.push(...(await Promise.all(read)));
  }
  return results;
}

/**
 * How the dates of a project's folder are ordered, by what is read and, where that leaves a date open,
 * by its other documents: one document is read alone as it is among all.
 */
export async function orderOfFolder(
  texts: readonly string[],
  files: readonly string[],
  project: Project,
): Promise<ReadOrder | null> {
  const { config } = project;
  if (config.dateOrder !== null) return config.dateOrder;
  const isOpen = texts.some((text) => hasNumbersDate(text) && orderWithin(text) === null);
  if (!isOpen) return null;
  if (config.path === null || (await kindOfPath(config.folder)) !== "folder") {
    return commonOrder(texts);
  }
  const { files: all } = await findIn(config.folder, project);
  const read = new Set(files);
  const others = await readSources(
    all.filter((path) => !read.has(path)),
    project,
  );
  return commonOrder([...texts, ...others.flatMap((one) => (one.ok ? [one.value.text] : []))]);
}

async function readAll<Kept extends Identified>(
  { files, named = [] }: Pick<FoundFiles, "files" | "named">,
  project: Project,
  needs: readonly FactName[],
  keep: Keep<Kept>,
  progress: Progress = () => undefined,
): Promise<readonly ParseResult<Kept>[]> {
  const byName = new Set(named.map((path) => shownPath(path, project.cwd)));
  const read = await readSources(files, project);
  const texts = read.flatMap((one) => (one.ok ? [one.value.text] : []));
  const folderOrder = await orderOfFolder(texts, files, project);
  const context = { ...contextOf(project), folderOrder };
  const results: ParseResult<Kept>[] = [];
  for (const one of read) {
    results.push(
      one.ok
        ? parseOne(one.value, context, needs, keep, byName.has(one.value.path))
        : { unreadable: one.why },
    );
    if (results.length % BATCH === 0 || results.length === read.length) {
      // A terminal shows nothing while this thread is busy.
      await setImmediate();
      progress(results.length, read.length);
    }
  }
  return results;
}

/**
 * Reads the postmortems of a project, or those at the paths of a command line, as they may be printed:
 * people whom they name are withheld.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function readFolder(
  project: Project,
  paths: readonly string[],
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<ReadFolder> {
  return readFound(await findFiles(project, paths), project, needs, progress);
}

/**
 * Reads them as they are written, for what edits them: nothing of these may be printed as it is.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function readAsWritten(
  project: Project,
  paths: readonly string[],
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<ReadFolder> {
  return readKeeping(await findFiles(project, paths), project, needs, keepAll, progress);
}

/**
 * The same with everything, each document with its parts.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function readSplit(
  project: Project,
  paths: readonly string[],
  progress: Progress,
): Promise<ReadFolder<SplitPostmortem>> {
  const keep: Keep<SplitPostmortem> = (postmortem, split) => ({ ...postmortem, split });
  return readKeeping(await findFiles(project, paths), project, ["everything"], keep, progress);
}

/** Reads files that were found, as they may be printed. */
export async function readFound(
  found: FoundFiles,
  project: Project,
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<ReadFolder> {
  return readKeeping(found, project, needs, printable(project), progress);
}

/** Reads files that were found, and keeps of each what `keep` makes of it. */
export async function readKeeping<Kept extends Identified>(
  found: FoundFiles,
  project: Project,
  needs: readonly FactName[],
  keep: Keep<Kept>,
  progress: Progress = () => undefined,
): Promise<ReadFolder<Kept>> {
  const read = collect(await readAll(found, project, needs, keep, progress), project);
  const left = found.left.map(({ path, message }) => {
    return { path: shownPath(path, project.cwd), message };
  });
  return {
    ...read,
    unreadable: [...read.unreadable, ...left],
    setAside: [
      ...found.setAside.map((path) => shownPath(path, project.cwd)),
      ...(found.otherEndings ?? []).map(
        (path) => `${shownPath(path, project.cwd)} (not named by \`include\`)`,
      ),
      ...read.setAside,
    ],
  };
}
