import { resolve } from "node:path";
import type {
  ComparedPostmortem,
  DocumentLanguage,
  FactName,
  Postmortem,
} from "../core/postmortem.ts";
import type { UnreadableFile } from "../core/source-file.ts";
import { ownText } from "../core/text/own-text.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import type { SplitDocument } from "../parse/frontmatter/frontmatter.ts";
import { peopleOf } from "../people/people-of.ts";
import type { Redact } from "../people/recogniser.ts";
import { withoutPeople } from "../privacy/without-people.ts";
import { type FoundFiles, shownPath } from "../read/find-files.ts";
import { cacheSlot } from "./cache-folder.ts";
import type { Identified, Keep, WhatToKeep } from "./parse-file.ts";
import { findFiles, findOwn } from "./postmortem-files.ts";
import type { Project } from "./project.ts";
import { type FileResult, type Progress, readFiles, type Reading } from "./read-files.ts";
import { reportedFacts } from "./reported-facts.ts";

export type { Identified, Keep, Progress, Reading, WhatToKeep };

/** What became of the files of a folder. */
export interface ReadFolder<Kept extends Identified = Postmortem> {
  readonly postmortems: readonly Kept[];
  /** How many of the files were not remembered as they are. */
  readonly unknown: number;
  /** By what order of day and month their dates were read that leave it open; null where none did. */
  readonly folderOrder?: ReadOrder | null;
  readonly unreadable: readonly UnreadableFile[];
  /** The text of each postmortem that keeps it, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whole names that documents list, and to be withheld in what is printed. */
  readonly names: readonly string[];
  /** Withholds people in what is printed of the folder, also by whole names that any document lists. */
  readonly redact: Redact;
  /** Shown paths of files that are no postmortems by their name or their title. */
  readonly setAside: readonly string[];
  /** Documents in other languages than English, and whether these have a vocabulary. */
  readonly foreign: readonly { readonly path: string; readonly language: DocumentLanguage }[];
  /** Documents that were named and are kept, though they read like something else, such as "a runbook". */
  readonly doubtful: readonly { readonly path: string; readonly kind: string }[];
}

/** A postmortem with its parts, for what edits its frontmatter. */
export interface SplitPostmortem extends Postmortem {
  readonly split: SplitDocument;
}

/** Keeps what may be printed: who is named is nobody's business. */
export function printable(project: Project): (postmortem: Postmortem) => Postmortem {
  const people = peopleOf(project);
  return (postmortem) => withoutPeople(postmortem, people);
}

/** Withholds people, also by whole names that documents list. */
export function redactionOf(project: Project, names: readonly string[]): Redact {
  const people = peopleOf(project);
  const search = people.search({ full: [...new Set(names)], single: [] });
  return (text) => people.redact(text, search);
}

/** The folder of files that were read. */
export function collect<Kept extends Identified>(
  results: readonly FileResult<Kept>[],
  project: Project,
  unknown = results.length,
): ReadFolder<Kept> {
  const read = results.flatMap((result) => ("postmortem" in result ? [result] : []));
  const names = read.flatMap((one) => one.names);
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
    texts: new Map(
      read.flatMap(({ postmortem, text }) =>
        text === undefined ? [] : [[postmortem.path, text] as const],
      ),
    ),
    names,
    unknown,
    redact: redactionOf(project, names),
  };
}

export const keepAll: Keep<Postmortem> = (postmortem) => postmortem;

const keepCompared: Keep<ComparedPostmortem> = ({ path, id, milestones }) => ({
  path,
  id: { ...id, value: ownText(id.value) },
  milestones,
});

/**
 * What the frontmatter of the other postmortems of a project's folder states, for rules across files;
 * nothing where no configuration says which folder that is.
 * @param judged shown paths of the documents that are read already.
 */
export async function readOthers(
  project: Project,
  judged: readonly string[],
): Promise<readonly ComparedPostmortem[]> {
  if (judged.length === 0) return [];
  const here = new Set(judged.map((path) => resolve(project.cwd, path)));
  const files = (await findOwn(project))?.files ?? [];
  const others = files.filter((path) => !here.has(path));
  if (others.length === 0 || others.length === files.length) return [];
  const slot = cacheSlot(project, "compared", []);
  const reading = { needs: [], keep: keepCompared, keepsText: () => false, ...slot };
  const { results } = await readFiles({ files: others }, project, reading);
  return collect(results, project).postmortems;
}

/** What reports ask of documents, and what they keep of each. */
export function factsToKeep(project: Project, needs: readonly FactName[]): WhatToKeep<Postmortem> {
  const shown = printable(project);
  const facts = reportedFacts(needs);
  return { needs, keep: (postmortem) => facts(shown(postmortem)) };
}

/**
 * Reads what reports ask of postmortems that were found, as it may be printed: people whom they name
 * are withheld. No texts are kept, nor what no report of a folder reads.
 */
export async function readFacts(
  found: FoundFiles,
  project: Project,
  needs: readonly FactName[],
  progress: Progress,
): Promise<Omit<ReadFolder, "texts">> {
  return readKeeping(found, project, {
    ...factsToKeep(project, needs),
    keepsText: () => false,
    ...cacheSlot(project, "facts", needs),
    remote: { sort: "facts", by: needs },
    progress,
  });
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
  return readKeeping(await findFiles(project, paths), project, { needs, keep: keepAll, progress });
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
  const reading = { needs: ["everything"], keep, progress } as const;
  return readKeeping(await findFiles(project, paths), project, reading);
}

/** Reads files that were found, as they may be printed. */
export async function readFound(
  found: FoundFiles,
  project: Project,
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<ReadFolder> {
  return readKeeping(found, project, { needs, keep: printable(project), progress });
}

/** Reads files that were found, and keeps of each what it is asked to. */
export async function readKeeping<Kept extends Identified>(
  found: FoundFiles,
  project: Project,
  reading: Reading<Kept>,
): Promise<ReadFolder<Kept>> {
  const { results, unknown, order } = await readFiles(found, project, reading);
  const read = collect(results, project, unknown);
  const left = found.left.map(({ path, message }) => {
    return { path: shownPath(path, project.cwd), message };
  });
  return {
    ...read,
    folderOrder: order,
    unreadable: [...read.unreadable, ...left],
    // First what may be a postmortem, as a report names only a few.
    setAside: [
      ...(found.otherEndings ?? []).map(
        (path) => `${shownPath(path, project.cwd)} (not named by \`include\`)`,
      ),
      ...read.setAside,
      ...found.setAside.map((path) => shownPath(path, project.cwd)),
    ],
  };
}
