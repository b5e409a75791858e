import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { CacheSlot } from "../cache/folder.ts";
import { type DocumentStore, openStore } from "../cache/store.ts";
import { once } from "../core/memo.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import { type FileStamp, isSameStamp, stampOf } from "../read/file-stamp.ts";
import { type FoundFiles, shownPath } from "../read/find-files.ts";
import { spareForFolder } from "../read/heap-growth.ts";
import { type DateEvidence, NO_DATES, orderOfFolder, ordersOfOthers } from "./date-order.ts";
import type { Identified, ParseResult, WhatToKeep } from "./parse-file.ts";
import { contextOf, type Project } from "./project.ts";
import type { FileAnswer, FileTask, OneReader } from "./read-one.ts";
import { type RemoteReading, shareOut } from "./read-remotely.ts";

/** Called as files are read. */
export type Progress = (done: number, total: number) => void;

/** What is read of files, and what is kept of it. */
export interface Reading<Kept extends Identified> extends WhatToKeep<Kept> {
  /** Which documents keep their text; all unless it is given. */
  readonly keepsText?: (kept: Kept) => boolean;
  /** Where it is remembered; not at all unless it is given. What is kept is then plain data. */
  readonly slot?: CacheSlot;
  /** How another thread makes the same, without texts. */
  readonly remote?: RemoteReading;
  readonly progress?: Progress;
}

/** What became of a file, and its text where that is kept. */
export type FileResult<Kept> = ParseResult<Kept> & { readonly text?: string };

/** What became of files, in their order. */
interface ReadFiles<Kept> {
  readonly results: readonly FileResult<Kept>[];
  /** How many of them were not remembered as they are. */
  readonly unknown: number;
  /** The order of the dates that waited for those of the others; null where none did, or nothing tells it. */
  readonly order: ReadOrder | null;
}

/** What is remembered of a file. */
interface Outcome<Kept> {
  readonly result: ParseResult<Kept>;
  readonly dates: DateEvidence;
  /** The order of dates by which it was read, where that counts. */
  readonly order: ReadOrder | null;
  readonly isNamed: boolean;
}

/** A file on its way. */
interface Item<Kept> {
  readonly task: FileTask;
  readonly at: number;
  readonly stamp: FileStamp | null;
  /** What was remembered of its bytes, if they are the same. */
  readonly known: Outcome<Kept> | null;
}

/** Whether what was made of a file holds for one that is named, or not. */
function fits<Kept>({ result, isNamed }: Outcome<Kept>, task: Pick<FileTask, "isNamed">): boolean {
  const isPlain = "unreadable" in result || ("postmortem" in result && result.kind === null);
  return isPlain || isNamed === task.isNamed;
}

/** The reading of the files of one folder. */
interface FolderReading<Kept extends Identified> {
  readonly project: Project;
  readonly reading: Reading<Kept>;
  readonly reader: OneReader<Kept>;
  readonly store: DocumentStore | null;
  /** By place of the file; none where nothing is remembered. */
  readonly stamps: readonly (FileStamp | null)[];
  /** By place of the file. */
  readonly results: FileResult<Kept>[];
  readonly dates: DateEvidence[];
  /** Files whose dates wait for those of the others. */
  readonly waiting: (Item<Kept> & { readonly answer: FileAnswer<Kept> | null })[];
}

/** Takes what is remembered of a file that did not change; else says what is to be read. */
function takeKnown<Kept extends Identified>(
  path: string,
  at: number,
  isNamed: boolean,
  folder: FolderReading<Kept>,
): Item<Kept> | null {
  const { store, stamps, project, results, dates, waiting } = folder;
  const shown = shownPath(path, project.cwd);
  const stamp = stamps[at] ?? null;
  const remembered = store?.find(shown);
  // What this very slot has, this module wrote.
  const outcome = (remembered?.value() ?? null) as Outcome<Kept> | null;
  const known = outcome && fits(outcome, { isNamed }) ? outcome : null;
  const knownHash = known && remembered ? remembered.hash : null;
  const isHashed = store !== null;
  const task = { absolutePath: path, path: shown, isNamed, knownHash, isHashed };
  const item = { task, at, stamp, known };
  const isSame = stamp && remembered?.stamp && isSameStamp(stamp, remembered.stamp);
  if (!known || !isSame) return item;
  dates[at] = known.dates;
  if (known.dates.isOpen) waiting.push({ ...item, answer: null });
  else results[at] = known.result;
  return null;
}

/** Keeps what was made of a file, and remembers it. */
function keepResult<Kept extends Identified>(
  { task, at, stamp }: Item<Kept>,
  outcome: Outcome<Kept>,
  { hash, text }: { readonly hash: string | null; readonly text: string | undefined },
  { store, results, reading }: FolderReading<Kept>,
): void {
  const { result } = outcome;
  if (hash !== null) store?.remember(task.path, { stamp, hash, value: () => outcome });
  const { keepsText = () => true } = reading;
  const isKept = text !== undefined && "postmortem" in result && keepsText(result.postmortem);
  results[at] = isKept ? { ...result, text } : result;
}

/** Takes the answer of whoever read a file. */
function take<Kept extends Identified>(
  item: Item<Kept>,
  answer: FileAnswer<Kept>,
  folder: FolderReading<Kept>,
): void {
  const { results, dates, waiting, project } = folder;
  const { task, at, known } = item;
  if (answer.state === "unreadable") {
    results[at] = { unreadable: { path: task.path, message: answer.message } };
    return;
  }
  const latest = answer.state === "read" ? answer : known;
  if (!latest) return;
  dates[at] = latest.dates;
  if (latest.result === null || latest.dates.isOpen) {
    waiting.push({ ...item, answer });
    return;
  }
  const order = project.config.dateOrder;
  const outcome = { result: latest.result, dates: latest.dates, order, isNamed: task.isNamed };
  const text = answer.state === "read" ? answer.file?.text : undefined;
  keepResult(item, outcome, { hash: answer.hash, text }, folder);
}

/** What parses documents is half of the program: a run that finds all remembered does without. */
function loadReader() {
  return import("./read-one.ts");
}

/** Reads what is not known, in small portions, by this thread and all others that there are. */
async function takeUnknown<Kept extends Identified>(
  items: readonly Item<Kept>[],
  total: number,
  folder: FolderReading<Kept>,
): Promise<void> {
  const { project, reading, reader } = folder;
  const { progress = () => undefined, remote } = reading;
  const left = new Set(items);
  const takeOne = (item: Item<Kept>, answer: FileAnswer<Kept>): void => {
    take(item, answer, folder);
    left.delete(item);
    spareForFolder(total - left.size);
  };
  const readHere = async (from: number, to: number): Promise<void> => {
    const { readOne } = await loadReader();
    for (const item of items.slice(from, to)) {
      if (left.has(item)) takeOne(item, readOne(item.task, reader));
    }
    progress(total - left.size, total);
    // A terminal shows nothing, and no other thread is heard, while this one is busy.
    await setImmediate();
  };
  const tasks = items.map(({ task }) => task);
  const takeAnswer = (at: number, answer: FileAnswer<unknown>) => {
    const item = items[at];
    // The other thread made it as this one would.
    if (item) takeOne(item, answer as FileAnswer<Kept>);
  };
  await shareOut(project, remote, tasks, { readHere, takeAnswer });
  if (left.size > 0) await readHere(0, items.length);
}

/** Reads those whose dates the others order. */
async function takeWaiting<Kept extends Identified>(
  files: readonly string[],
  folder: FolderReading<Kept>,
): Promise<ReadOrder | null> {
  const { waiting, dates, project, reader, results } = folder;
  if (waiting.length === 0) return null;
  const { parseInOrder, readOne } = await loadReader();
  const named = waiting.filter(({ task }) => task.isNamed).map(({ task }) => task.absolutePath);
  const order = await orderOfFolder(dates, project, () => ordersOfOthers(files, project, named));
  for (const item of waiting) {
    const { task, at, known, answer } = item;
    if (known?.order === order && answer?.state !== "read") {
      if (answer?.state !== "known") results[at] = known.result;
      else keepResult(item, known, { hash: answer.hash, text: undefined }, folder);
      continue;
    }
    await folder.store?.begin();
    const isHere = answer?.state === "read" && answer.file !== undefined;
    const read = isHere ? answer : readOne({ ...task, knownHash: null }, reader);
    if (read.state !== "read" || !read.file) {
      take(item, read, folder);
      continue;
    }
    const { file, hash } = read;
    const result = parseInOrder(file, order, task.isNamed, reader);
    const outcome = { result, dates: read.dates, order, isNamed: task.isNamed };
    keepResult(item, outcome, { hash, text: file.text }, folder);
  }
  return order;
}

/**
 * Reads files, in their order. No more texts are held at one time than are read at one time, beside
 * those that are kept and those whose dates wait for the others.
 */
export async function readFiles<Kept extends Identified>(
  found: Pick<FoundFiles, "files" | "named" | "stamps">,
  project: Project,
  reading: Reading<Kept>,
): Promise<ReadFiles<Kept>> {
  const { files, named = [] } = found;
  const { cwd, cache } = project;
  const store = cache && reading.slot ? openStore(cache, reading.slot) : null;
  const { needs, keep } = reading;
  const reader = { context: contextOf(project), needs, keep };
  const lists = { results: [], dates: files.map(() => NO_DATES), waiting: [] };
  const stamps = store ? (found.stamps?.() ?? files.map(stampOf)) : [];
  const folder: FolderReading<Kept> = { project, reading, reader, store, stamps, ...lists };
  const byName = new Set(named);
  const unknown = files.flatMap((path, at) => takeKnown(path, at, byName.has(path), folder) ?? []);
  if (unknown.length > 0) await store?.begin();
  await takeUnknown(unknown, files.length, folder);
  const order = await takeWaiting(files, folder);
  const here = once(() => new Set(files.map((path) => shownPath(path, cwd))));
  await store?.save((path) => here().has(path) || stampOf(resolve(cwd, path)) !== null);
  return { results: folder.results, unknown: unknown.length, order };
}
