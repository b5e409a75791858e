import { counted } from "../../core/counted.ts";
import { UsageError } from "../../core/errors.ts";
import type { EpochMs } from "../../core/postmortem.ts";
import { peopleOf } from "../../people/people-of.ts";
import { readMembers } from "../../project/members.ts";
import type { Project } from "../../project/project.ts";
import { readExport } from "../../read/export-files.ts";
import { type Collected, collector, type FileReport } from "../../sources/collect.ts";
import type { EventKind, SourceEvent, SourceReader, TimeReading } from "../../sources/define.ts";
import { actorsOf } from "../../sources/fields.ts";
import { SOURCES } from "../../sources/index.ts";
import { mergeEvents } from "../../sources/merge.ts";
import { nearestText, unknownText } from "../../sources/nearest.ts";
import { type Naming, namingOf, teamLookup } from "../../sources/people.ts";
import { instantText, proposeEscalations, proposeMilestones } from "../../sources/proposals.ts";
import { lineWithoutPeople, rowsOf } from "../../sources/rows.ts";
import {
  type IncidentTime,
  incidentTime,
  isOtherDay,
  isWithin,
  tellsTime,
} from "../../sources/window.ts";
import { readWithFolderOrder } from "../folder-times.ts";
import { proposeFacts, ranked } from "./draft-facts.ts";
import type { FromExports } from "./draft-texts.ts";

/** One export, as the command line names it. */
export interface ExportInput {
  readonly path: string;
  /** As shown. */
  readonly name: string;
  readonly forced: SourceReader | null;
}

/** What became of an input that could not be opened. */
export interface UnreadInput {
  readonly name: string;
  readonly message: string;
}

/** A file that no reader knows. */
export interface UnknownFile {
  readonly name: string;
  /** In words that go on from its name. */
  readonly why: string;
  /** What it is nearest to; null where it is like nothing. */
  readonly nearest: string | null;
}

/** A draft from exports, and what became of every entry. */
export interface Draft {
  /** Null where no export tells one. */
  readonly title: string | null;
  /** When it started, as far as it is known: for the name of the file. */
  readonly start: { readonly at: EpochMs; readonly text: string };
  readonly exports: FromExports;
  readonly files: readonly FileReport[];
  readonly unread: readonly UnreadInput[];
  readonly unknown: readonly UnknownFile[];
  /** The time to which events were cut. */
  readonly time: IncidentTime;
  readonly outside: number;
  /** How many files of channels were not read, as their name says that they are of other days. */
  readonly otherDays: number;
  readonly repeats: number;
  /** What similar incidents are looked for by. */
  readonly subject: string;
}

/** Nobody reads a timeline of so many events: the time of the incident was not found. */
const MOST_EVENTS = 2_000;
/** Similar incidents are looked for by the first rows, which say what was seen. */
const SUBJECT_ROWS = 20;

/** The names of all readers, as `--from NAME:FILE` takes them. */
export const SOURCE_NAMES: readonly string[] = SOURCES.map(({ name }) => name);

/** The reader of a name; null for any other. */
export function readerNamed(name: string): SourceReader | null {
  return SOURCES.find((reader) => reader.name === name.toLowerCase()) ?? null;
}

async function collect(
  inputs: readonly ExportInput[],
  given: IncidentTime,
  times: TimeReading,
  keeps: (event: SourceEvent) => boolean = (event) => isWithin(event, given),
) {
  const { open, finish } = collector({ times, keeps });
  const unread: UnreadInput[] = [];
  let otherDays = 0;
  for (const { path, name, forced } of inputs) {
    const message = await readExport(path, name, (inner) => {
      if (inner === name || !isOtherDay(inner, given)) {
        return open({ input: name, name: inner, forced });
      }
      otherDays += 1;
      return null;
    });
    if (message !== null) unread.push({ name, message });
  }
  return { collected: await finish(), unread, otherDays };
}

/** What people wrote, which tells the day of an incident where nothing else does. */
const TALK: ReadonlySet<EventKind> = new Set(["message", "note"]);

/**
 * The time of the incident as the exports alone tell it: from the first alert to the last, or of all that
 * people wrote where there is none.
 */
export async function incidentTimeIn(
  inputs: readonly ExportInput[],
  project: Project,
): Promise<IncidentTime> {
  const unknown = { start: null, end: null };
  const { collected, talk } = await readWithFolderOrder(project, null, async (times) => {
    const span: { start: EpochMs | null; end: EpochMs | null } = { ...unknown };
    const read = await collect(inputs, unknown, times, (event) => {
      if (TALK.has(event.kind)) {
        span.start = Math.min(span.start ?? event.at, event.at);
        span.end = Math.max(span.end ?? event.at, event.at);
      }
      return tellsTime(event);
    });
    return { collected: read.collected, talk: span };
  });
  const found = incidentTime(collected.events, unknown);
  return found.start === null ? talk : found;
}

/** How people of the exports are called, by the file of members of the project. */
async function namingFor(
  project: Project,
  { people }: Collected,
  events: readonly SourceEvent[],
): Promise<Naming> {
  const { taxonomy, vocabulary } = project;
  return namingOf({
    people,
    actors: actorsOf(events),
    teamOf: teamLookup(await readMembers(project)),
    recogniser: peopleOf({ taxonomy, vocabulary }),
    common: {
      stop: new Set([...vocabulary.stop_words, ...vocabulary.no_value]),
      ordinary: new Set(vocabulary.people.ordinary),
      and: vocabulary.lists.and,
    },
  });
}

function tooMany(events: readonly SourceEvent[], given: IncidentTime): UsageError {
  const times = events.map(({ at }) => at).toSorted((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)].map((at) => instantText(at ?? 0));
  return new UsageError(
    `${counted(events.length, "event")} from ${first ?? ""} to ${last ?? ""}, more than a timeline can have`,
    given.start !== null && given.end !== null
      ? "Give the channel of the incident alone, or a shorter time."
      : "Say when the incident was, with --started and --ended, or add an export of the alert.",
  );
}

/** Why the first entry or file that cannot be read cannot; null where all can. */
function whyUnread(files: readonly FileReport[]): string | null {
  const [why = null] = files.flatMap(({ name, broken: [entry], cut }) => {
    if (entry) return [`${name}: entry ${entry.index} cannot be read: ${entry.why}`];
    return cut === null ? [] : [`${name}: ${cut}`];
  });
  return why;
}

/** What was found where no entry tells of an event: entries of which tool, and what was left out. */
function whatElse(files: readonly FileReport[]): string | null {
  const [first = null] = files.flatMap(({ name, reader, entries, skipped }) => {
    if (reader === null) return [];
    const left = [...skipped].map(([what, count]) => `; left out: ${what} (${count})`).join("");
    return [`${name}: ${reader.title}, ${counted(entries, "entry")}${left}`];
  });
  return first;
}

function unknownFiles(files: readonly FileReport[]): readonly UnknownFile[] {
  return files.flatMap(({ name, reader, useless, unknown, cut }) => {
    if (reader !== null) return [];
    return [{ name, why: useless ?? unknownText(unknown, cut), nearest: nearestText(unknown) }];
  });
}

function nothingFound(
  { files, outside }: Collected,
  unread: readonly UnreadInput[],
  otherDays: number,
): UsageError {
  const [first] = unread;
  const [unknown] = unknownFiles(files);
  const useless = files.find((file) => file.useless !== null);
  if (useless) return new UsageError(`${useless.name}: ${useless.useless ?? ""}`);
  if (first && files.length === 0) return new UsageError(`${first.name}: ${first.message}`);
  if (unknown) {
    const { name, why, nearest } = unknown;
    const known = `pm reads ${SOURCE_NAMES.join(", ")} (docs/sources.md). A CSV with a time and a text always works.`;
    return new UsageError(`${name}: ${why}`, nearest === null ? known : `${nearest}. ${known}`);
  }
  if (outside + otherDays > 0) {
    const left = `${counted(outside, "event")} and ${counted(otherDays, "file")} are of other times`;
    const hint = `${left}: check --started and --ended, and their offset.`;
    const why = whyUnread(files);
    return new UsageError(
      "The exports hold no event of this time",
      why === null ? hint : `${hint} Not all was read: ${why}`,
    );
  }
  return new UsageError("The exports hold no event", whyUnread(files) ?? whatElse(files));
}

/**
 * A draft from the exports of tools: one timeline without people, and what they suggest.
 * @param given when the incident was, where the user says so.
 * @throws {UsageError} where nothing is found, or more than a timeline can have.
 */
export async function draftFrom(
  inputs: readonly ExportInput[],
  project: Project,
  given: IncidentTime,
): Promise<Draft> {
  const { collected, unread, otherDays } = await readWithFolderOrder(
    project,
    given.start,
    (times) => collect(inputs, given, times),
  );
  const time = incidentTime(collected.events, given);
  const events = collected.events.filter((event) => isWithin(event, time));
  if (events.length > MOST_EVENTS) throw tooMany(events, given);
  const { rows: merged, repeats } = mergeEvents(events, SOURCE_NAMES);
  const [first] = merged;
  if (!first) throw nothingFound(collected, unread, otherDays);
  const naming = await namingFor(project, collected, events);
  const facts = ranked(collected.facts);
  const written = facts.find((one) => one.facts.title)?.facts.title ?? null;
  const title = written === null ? null : lineWithoutPeople(written, naming);
  const all = merged.flatMap(({ event, others }) => [event, ...others]);
  const inOrder = all.toSorted((a, b) => a.at - b.at);
  const milestones = proposeMilestones(inOrder, events);
  const started = milestones.find(({ key }) => key === "started");
  const at = given.start ?? (started ? Date.parse(started.value) : (time.start ?? first.event.at));
  const rows = rowsOf(merged, naming);
  const proposals = [
    ...milestones,
    ...proposeEscalations(inOrder, naming),
    ...proposeFacts(facts, project, naming),
  ];
  return {
    title,
    start: { at, text: instantText(at) },
    exports: { proposals, rows },
    files: collected.files,
    unknown: unknownFiles(collected.files),
    unread,
    time,
    outside: collected.outside + collected.events.length - events.length,
    ...{ repeats, otherDays },
    subject: [title ?? "", ...rows.slice(0, SUBJECT_ROWS).map(({ text }) => text)].join(" "),
  };
}
