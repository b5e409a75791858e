import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AssembleContext } from "../assemble/context.ts";
import { type CacheSlot, type DocumentStore, openStore } from "../cache/store.ts";
import type { ReadOrder } from "../core/calendar.ts";
import type { FactName } from "../core/postmortem.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type FileStamp, isSameStamp, stampOf } from "../read/file-stamp.ts";
import { type FoundFiles, shownPath } from "../read/find-files.ts";
import { readHashedFile } from "../read/read-file.ts";
import { BATCH } from "../read/read-sources.ts";
import { type DateEvidence, dateEvidence, orderOfFolder } from "./date-order.ts";
import { type Identified, type Keep, parseFile, type ParseResult } from "./parse-file.ts";
import { contextOf, type Project } from "./project.ts";

/** Called as files are read. */
export type Progress = (done: number, total: number) => void;

/** What is read of files, and what is kept of it. */
export interface Reading<Kept extends Identified> {
  readonly needs: readonly FactName[];
  readonly keep: Keep<Kept>;
  /** Which documents keep their text; all unless it is given. */
  readonly keepsText?: (kept: Kept) => boolean;
  /** Where it is remembered; not at all unless it is given. What is kept is then plain data. */
  readonly slot?: CacheSlot;
  readonly progress?: Progress;
}

/** What became of a file, and its text where that is kept. */
export type FileResult<Kept> = ParseResult<Kept> & { readonly text?: string };

/** What is remembered of a file. */
interface Outcome<Kept> {
  readonly result: ParseResult<Kept>;
  readonly dates: DateEvidence;
  /** The order of dates by which it was read, where that counts. */
  readonly order: ReadOrder | null;
  readonly isNamed: boolean;
}

/** A file on its way: what was remembered of it, or its text. */
interface Item<Kept> {
  readonly absolutePath: string;
  readonly path: string;
  readonly isNamed: boolean;
  readonly stamp: FileStamp | null;
  readonly known: Outcome<Kept> | null;
  readonly source: { readonly file: SourceFile; readonly hash: string } | null;
  readonly unreadable: string | null;
}

/** Whether what was made of a file holds for one that is named, or not. */
function fits<Kept>({ result, isNamed }: Outcome<Kept>, item: { readonly isNamed: boolean }) {
  const isPlain = "unreadable" in result || ("postmortem" in result && result.kind === null);
  return isPlain || isNamed === item.isNamed;
}

async function load<Kept>(
  absolutePath: string,
  path: string,
  isNamed: boolean,
  store: DocumentStore | null,
): Promise<Item<Kept>> {
  const item = { absolutePath, path, isNamed, known: null, source: null, unreadable: null };
  const stamp = store && stampOf(absolutePath);
  const remembered = store?.find(path);
  // What this very slot has, this function wrote.
  const known = () => (remembered?.value() ?? null) as Outcome<Kept> | null;
  if (stamp && remembered?.stamp && isSameStamp(stamp, remembered.stamp)) {
    const outcome = known();
    if (outcome && fits(outcome, item)) return { ...item, stamp, known: outcome };
  }
  await store?.begin();
  const read = await readHashedFile(absolutePath, path);
  if (!read.ok) return { ...item, stamp, unreadable: read.why.message };
  const outcome = remembered?.hash === read.value.hash ? known() : null;
  if (!outcome || !fits(outcome, item)) return { ...item, stamp, source: read.value };
  store?.remember(path, { stamp, hash: read.value.hash, value: () => outcome });
  return { ...item, stamp, known: outcome };
}

/** What reads the files of a folder one after the other. */
interface FileReader<Kept extends Identified> {
  readonly context: AssembleContext;
  readonly reading: Reading<Kept>;
  readonly store: DocumentStore | null;
}

/** Makes of a file what is asked, by an order of dates, and remembers it. */
function parseItem<Kept extends Identified>(
  item: Item<Kept>,
  dates: DateEvidence,
  order: ReadOrder | null,
  { context, reading, store }: FileReader<Kept>,
): FileResult<Kept> {
  if (item.known) return item.known.result;
  if (!item.source) {
    return { unreadable: { path: item.path, message: item.unreadable ?? "no such file" } };
  }
  const { file, hash } = item.source;
  const inOrder = { ...context, folderOrder: order };
  const result = parseFile(file, inOrder, reading, item.isNamed);
  const outcome: Outcome<Kept> = { result, dates, order, isNamed: item.isNamed };
  store?.remember(item.path, { stamp: item.stamp, hash, value: () => outcome });
  const { keepsText = () => true } = reading;
  const isKept = "postmortem" in result && keepsText(result.postmortem);
  return isKept ? { ...result, text: file.text } : result;
}

const NO_DATES: DateEvidence = { orders: [], isOpen: false };

function datesOf<Kept>({ known, source }: Item<Kept>, { config }: Project): DateEvidence {
  if (config.dateOrder !== null) return NO_DATES;
  return known?.dates ?? (source ? dateEvidence(source.file.text) : NO_DATES);
}

/** A file whose dates wait for those of the others. */
interface Waiting<Kept> {
  readonly at: number;
  readonly item: Item<Kept>;
  readonly dates: DateEvidence;
}

/** Reads those whose dates the others order, once these are known. */
async function readWaiting<Kept extends Identified>(
  waiting: readonly Waiting<Kept>[],
  order: ReadOrder | null,
  reader: FileReader<Kept>,
  results: FileResult<Kept>[],
): Promise<void> {
  for (const { at, item, dates } of waiting) {
    const isOther = item.known !== null && item.known.order !== order;
    const { absolutePath, path, isNamed, stamp } = item;
    if (isOther) await reader.store?.begin();
    const again = isOther
      ? { ...(await load<Kept>(absolutePath, path, isNamed, null)), stamp }
      : item;
    results[at] = parseItem(again, dates, order, reader);
  }
}

/**
 * Reads files, in their order. No more texts are held at one time than are read at one time, beside
 * those that are kept and those whose dates wait for the others.
 */
export async function readFiles<Kept extends Identified>(
  { files, named = [] }: Pick<FoundFiles, "files" | "named">,
  project: Project,
  reading: Reading<Kept>,
): Promise<readonly FileResult<Kept>[]> {
  const { cwd, config, cache } = project;
  const { slot, progress = () => undefined } = reading;
  const store = cache && slot ? openStore(cache, slot) : null;
  const reader: FileReader<Kept> = { context: contextOf(project), reading, store };
  const byName = new Set(named);
  const evidence: DateEvidence[] = [];
  const results: FileResult<Kept>[] = [];
  const waiting: Waiting<Kept>[] = [];
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    const items = await Promise.all(
      batch.map((path) => load<Kept>(path, shownPath(path, cwd), byName.has(path), store)),
    );
    items.forEach((item, index) => {
      const dates = datesOf(item, project);
      evidence.push(dates);
      const at = from + index;
      if (dates.isOpen) waiting.push({ at, item, dates });
      else results[at] = parseItem(item, dates, config.dateOrder, reader);
    });
    // A terminal shows nothing while this thread is busy.
    await setImmediate();
    progress(Math.min(from + BATCH, files.length), files.length);
  }
  const order = waiting.length > 0 ? await orderOfFolder(evidence, files, project) : null;
  await readWaiting(waiting, order, reader, results);
  const here = new Set(files.map((path) => shownPath(path, cwd)));
  await store?.save((path) => here.has(path) || stampOf(resolve(cwd, path)) !== null);
  return results;
}
