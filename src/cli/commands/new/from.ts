import { resolve } from "node:path";
import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { didYouMean } from "../../../core/text/did-you-mean.ts";
import { MS_PER_DAY } from "../../../core/time/milliseconds.ts";
import type { Draft, ExportInput } from "../../../jobs/new/draft.ts";
import type { Project } from "../../../project/project.ts";
import type { Io } from "../../io.ts";
import { endAfter, isClock, type Start, startNear, startOf } from "./start.ts";

/** What the options say about exports. */
export interface FromOptions {
  readonly from?: readonly string[];
  readonly started?: string;
  readonly ended?: string;
}

/** An instant to the minute, in UTC; dots for what is not known. */
function instantText(at: number | null): string {
  return at === null ? "…" : new Date(at).toISOString().slice(0, 16).replace("T", " ");
}

type FileReport = Draft["files"][number];

/** So many entries that cannot be read are named one by one. */
const MOST_NAMED = 5;
/** Days after which the exports may be of several incidents. */
const LONG = 7;
const FORCED = /^(?<name>[a-z.]{3,12}):(?<file>.+)$/s;

/** Loaded only where exports are read: the readers and their libraries are of no use otherwise. */
const loadDraft = () => import("../../../jobs/new/draft.ts");

async function inputOf(written: string, cwd: string): Promise<ExportInput> {
  const { name, file } = FORCED.exec(written)?.groups ?? {};
  if (name === undefined || file === undefined) {
    return { path: resolve(cwd, written), name: written, forced: null };
  }
  const { readerNamed, SOURCE_NAMES } = await loadDraft();
  const forced = readerNamed(name);
  if (forced) return { path: resolve(cwd, file), name: file, forced };
  const near = didYouMean(name, SOURCE_NAMES);
  const hint = near ? `Did you mean \`${near}:${file}\`?` : `Known: ${SOURCE_NAMES.join(", ")}.`;
  throw new UsageError(`Unknown tool \`${name}\` in --from ${written}`, hint);
}

/** Exports to draft from, and when the incident was as far as the user says so. */
interface DraftRequest {
  readonly inputs: readonly ExportInput[];
  readonly start: Start | null;
  readonly end: Start | null;
}

/**
 * The start on the day of the exports, where it is written without one; null where they tell no day.
 * @throws {UsageError} where they are of several days.
 */
async function onTheirDay(
  started: string,
  inputs: readonly ExportInput[],
  project: Project,
  io: Io,
): Promise<Start | null> {
  const { incidentTimeIn } = await loadDraft();
  io.show("reading exports …");
  const { start: first, end: last } = await incidentTimeIn(inputs, project).finally(() => {
    io.show("");
  });
  if (first === null || last === null) return null;
  if (last - first > MS_PER_DAY) {
    throw new UsageError(
      `--started ${started} could be on several days: the exports cover ${instantText(first)} to ${instantText(last)} UTC`,
      `Write the day too: --started "${instantText(first).slice(0, 10)} ${started}".`,
    );
  }
  const start = startNear(started, first, project.config.timeZone);
  await io.note(`--started ${started} is taken for ${start.text}, the day of the exports`);
  return start;
}

/**
 * What the options say about exports; null where there are none.
 * @throws {UsageError} for times that cannot be read, or lie in the wrong order.
 */
async function draftRequest(
  { from = [], started, ended }: FromOptions,
  project: Project,
  io: Io,
): Promise<DraftRequest | null> {
  const { timeZone } = project.config;
  if (from.length === 0) {
    if (ended === undefined) return null;
    throw new UsageError("--ended needs --from", "It says which events of the exports belong.");
  }
  const inputs = await Promise.all(from.map((written) => inputOf(written, io.cwd)));
  const own =
    started !== undefined && isClock(started)
      ? await onTheirDay(started, inputs, project, io)
      : null;
  const start = own ?? (started === undefined ? null : startOf(started, io.now(), timeZone));
  const isAfter = start !== null && ended !== undefined && isClock(ended);
  const end =
    ended === undefined
      ? null
      : isAfter
        ? endAfter(ended, start.at, timeZone)
        : startOf(ended, io.now(), timeZone);
  if (start !== null && end !== null && end.at < start.at) {
    throw new UsageError("--ended is before --started");
  }
  return { inputs, start, end };
}

/**
 * The draft that the exports of some options make, and the start that they state; the draft is null
 * where there are none.
 */
export async function draftOf(
  options: FromOptions,
  project: Project,
  io: Io,
): Promise<{ readonly draft: Draft | null; readonly started: Start }> {
  const request = await draftRequest(options, project, io);
  const started = request?.start ?? startOf(options.started, io.now(), project.config.timeZone);
  if (request === null) return { draft: null, started };
  const { draftFrom } = await loadDraft();
  io.show("reading exports …");
  const given = { start: request.start?.at ?? null, end: request.end?.at ?? null };
  const draft = await draftFrom(request.inputs, project, given).finally(() => {
    io.show("");
  });
  await reportDraft(draft, io);
  return { draft, started };
}

function skippedText({ skipped }: Pick<FileReport, "skipped">): string {
  const parts = [...skipped].map(([what, count]) => `${what} (${count})`);
  return parts.length === 0 ? "" : `; left out: ${parts.join(", ")}`;
}

/** The reports of the files of one archive or folder that one reader read, as one. */
function joined(
  files: readonly FileReport[],
): readonly (FileReport & { readonly count: number })[] {
  const groups = new Map<string, FileReport & { readonly count: number }>();
  for (const file of files) {
    const { input } = file;
    const key = `${file.reader?.name ?? ""} ${input}`;
    const before = groups.get(key);
    if (!before) {
      groups.set(key, { ...file, count: 1 });
      continue;
    }
    const skipped = new Map(before.skipped);
    for (const [what, count] of file.skipped) skipped.set(what, (skipped.get(what) ?? 0) + count);
    const entries = before.entries + file.entries;
    const events = before.events + file.events;
    groups.set(key, { ...before, name: input, entries, events, skipped, count: before.count + 1 });
  }
  return [...groups.values()];
}

/** Says what became of the entries of each file. */
async function reportFiles({ files, unknown }: Draft, io: Io): Promise<void> {
  const known = files.filter(({ reader }) => reader !== null);
  for (const { name, reader, entries, events, skipped, count } of joined(known)) {
    const where = count === 1 ? "" : ` in ${counted(count, "file")}`;
    const what = `${counted(entries, "entry")}${where}`;
    await io.say(
      `${name}: ${reader?.title ?? ""}, ${what}, ${counted(events, "event")}${skippedText({ skipped })}`,
    );
  }
  for (const { name, broken, cut, useless } of known) {
    if (useless !== null) await io.warn(`${name}: ${useless}`);
    for (const { index, why } of broken.slice(0, MOST_NAMED)) {
      await io.warn(`${name}: entry ${index} cannot be read: ${why}`);
    }
    const more = broken.length - MOST_NAMED;
    if (more > 0) await io.warn(`${name}: ${more} more entries cannot be read`);
    if (cut !== null) await io.warn(`${name}: only the beginning was read: ${cut}`);
  }
  for (const { name, why, nearest } of unknown) {
    await io.warn(`${name}: ${why}${nearest === null ? "" : `. ${nearest}`}`);
  }
}

/** Says what became of everything that the exports hold. */
async function reportDraft(draft: Draft, io: Io): Promise<void> {
  await reportFiles(draft, io);
  for (const { name, message } of draft.unread) await io.warn(`${name}: ${message}`);
  const { rows, proposals } = draft.exports;
  if (draft.otherDays > 0) {
    await io.note(`${counted(draft.otherDays, "file")} of other days not read`);
  }
  const { start, end } = draft.time;
  if (draft.outside > 0) {
    await io.note(
      `${counted(draft.outside, "event")} left out, more than 2 h before or after the incident (${instantText(start)} to ${instantText(end)} UTC)`,
    );
  }
  if (start !== null && end !== null && (end - start) / MS_PER_DAY > LONG) {
    await io.note(
      `the exports cover ${instantText(start)} to ${instantText(end)} UTC; --started and --ended cut them to one incident`,
    );
  }
  if (draft.repeats > 0) {
    await io.note(`${counted(draft.repeats, "event")} left out that an export tells twice`);
  }
  const shared = rows.filter(({ sources }) => sources.length > 1).length;
  const both = shared === 0 ? "" : `, ${shared} of them from several sources`;
  const keys = proposals.map(({ key }) => key).join(", ");
  await io.say(`Timeline: ${counted(rows.length, "row")}${both}.`);
  if (keys !== "") await io.say(`Proposed in comments, for you to decide: ${keys}.`);
}
