import type {
  Actor,
  Entry,
  Facts,
  ReadContext,
  Reading,
  SourceEvent,
  SourceReader,
} from "./define.ts";
import { csvEntries } from "./entries/csv-entries.ts";
import type { Ended, EntryParser } from "./entries/entry-parser.ts";
import { jsonEntries } from "./entries/json-entries.ts";
import { unwrapped } from "./entries/unwrap.ts";
import { actorsOf } from "./fields.ts";
import { SOURCES } from "./index.ts";
import { type UnknownShape, unknownShape } from "./nearest.ts";

/** An entry that cannot be used: its place in the file, from 1, and why. */
export interface BrokenEntry {
  readonly index: number;
  readonly why: string;
}

/** What became of the entries of one file. */
export interface FileReport {
  readonly input: string;
  readonly name: string;
  /** Null where no reader knows what the file holds. */
  readonly reader: SourceReader | null;
  readonly entries: number;
  /** All that were found, also those that were not kept. */
  readonly events: number;
  /** How many entries were left out on purpose, by what they are. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly broken: readonly BrokenEntry[];
  /** Why the rest of the file was not read. */
  readonly cut: string | null;
  /** Why nothing of it can be used, in words that go on from its name; null where something may. */
  readonly useless: string | null;
  /** What its entries look like, where no reader knows them. */
  readonly unknown: UnknownShape | null;
}

/** Facts with the reader that found them. */
export interface SourceFacts {
  readonly source: string;
  readonly facts: Facts;
}

/** What all files tell together. */
export interface Collected {
  readonly events: readonly SourceEvent[];
  readonly people: readonly Actor[];
  readonly facts: readonly SourceFacts[];
  readonly files: readonly FileReport[];
  /** How many events were not kept. */
  readonly outside: number;
}

/** Takes the bytes of one file. */
export interface FileCollector {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: (cut: string | null) => void;
}

/** A file of an export. */
export interface OpenedFile {
  /** The export as the user names it. */
  readonly input: string;
  /** The file itself, which may lie in a folder or an archive. */
  readonly name: string;
  /** The reader, where the user names it. */
  readonly forced: SourceReader | null;
}

/** Collects what files tell, each file as it comes. */
export interface Collector {
  readonly open: (file: OpenedFile) => FileCollector;
  /** Resolves once all files are read to their end. */
  readonly finish: () => Promise<Collected>;
}

/** A file is nobody's if none of its first entries is known. */
const MOST_UNKNOWN = 200;
const BRACKETS = new Set(["{", "["].map((character) => character.charCodeAt(0)));
const EMPTY: Ended = { cut: "it holds nothing" };
/** A byte order mark and blanks. */
const BEFORE_TEXT = new Set([0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d]);

/** What was kept of one file so far. */
interface Kept {
  readonly events: SourceEvent[];
  readonly facts: SourceFacts[];
  readonly skipped: Map<string, number>;
  readonly broken: BrokenEntry[];
  entries: number;
  outside: number;
}

/** What is needed to collect. */
export interface CollectorOptions extends ReadContext {
  /** Whether an event may matter; of large exports, only what does is held. */
  readonly keeps?: (event: SourceEvent) => boolean;
}

function isEmpty({ title, severity, services = [], teams = [] }: Facts): boolean {
  return !title && !severity && services.length === 0 && teams.length === 0;
}

/** Reads entries by the reader that is forced, or by the first that recognises one of them. */
function entryReader(
  kept: Kept,
  addPeople: (people: readonly Actor[]) => void,
  forced: SourceReader | null,
  { keeps = () => true, ...context }: CollectorOptions,
) {
  let reader = forced;
  let waiting: Entry[] = [];
  const keep = (by: SourceReader, reading: Reading) => {
    if (reading.isFrame === true) return;
    kept.entries += 1;
    const { events = [], people = [], facts = {}, skipped, broken } = reading;
    for (const event of events.map((one) => ({ ...one, source: by.name }))) {
      if (keeps(event)) kept.events.push(event);
      else kept.outside += 1;
    }
    addPeople([...actorsOf(events), ...people]);
    if (!isEmpty(facts)) kept.facts.push({ source: by.name, facts });
    if (skipped !== undefined) kept.skipped.set(skipped, (kept.skipped.get(skipped) ?? 0) + 1);
    if (broken !== undefined) kept.broken.push({ index: kept.entries, why: broken });
  };
  const read = (by: SourceReader, entry: Entry) => {
    const reading = by.read(entry, context);
    const inner = reading.isUnknown === true ? unwrapped(entry, by.recognises) : null;
    if (inner === null) keep(by, reading);
    else for (const one of inner) keep(by, by.read(one, context));
  };
  const take = (entry: Entry) => {
    reader ??= SOURCES.find(({ recognises }) => unwrapped(entry, recognises) !== null) ?? null;
    if (reader === null) {
      // What stands around a list, such as the number of a page, comes after it.
      if (entry.isFrame === true) return;
      if (waiting.length < MOST_UNKNOWN) waiting.push(entry);
      else kept.entries += 1;
      return;
    }
    const known = reader;
    for (const earlier of waiting) read(known, earlier);
    waiting = [];
    read(known, entry);
  };
  const found = () => {
    kept.entries += waiting.length;
    return { reader, unknown: reader === null ? unknownShape(waiting, SOURCES) : null };
  };
  return { take, found };
}

/** Begins to collect. */
export function collector(context: CollectorOptions): Collector {
  const people = new Map<string, Actor>();
  const addPeople = (found: readonly Actor[]) => {
    for (const one of found) people.set(JSON.stringify(one), one);
  };
  const files: Promise<{ readonly kept: Kept; readonly report: FileReport }>[] = [];
  const open = ({ input, name, forced }: OpenedFile): FileCollector => {
    const kept: Kept = {
      events: [],
      facts: [],
      skipped: new Map(),
      broken: [],
      entries: 0,
      outside: 0,
    };
    const { take, found } = entryReader(kept, addPeople, forced, context);
    let parser: EntryParser | null = null;
    return {
      write: (chunk) => {
        if (parser === null) {
          const first = chunk.find((byte) => !BEFORE_TEXT.has(byte));
          if (first === undefined) return;
          parser = BRACKETS.has(first) ? jsonEntries(take) : csvEntries(take, context);
        }
        parser.write(chunk);
      },
      end: (cut) => {
        const ended = parser === null ? Promise.resolve(EMPTY) : parser.end();
        const report = ended.then(({ cut: broken, useless = null }) => {
          const { reader, unknown } = found();
          const { entries, skipped } = kept;
          const why = cut ?? broken;
          const isEmpty = entries === 0 && why === null;
          return {
            kept,
            report: {
              ...{ input, name, reader, entries, events: kept.events.length + kept.outside },
              ...{ skipped, broken: kept.broken, cut: why },
              useless: useless ?? (isEmpty ? "it holds no entry" : null),
              unknown,
            },
          };
        });
        files.push(report);
      },
    };
  };
  const finish = async (): Promise<Collected> => {
    const read = await Promise.all(files);
    return {
      events: read.flatMap(({ kept }) => kept.events),
      people: [...people.values()],
      facts: read.flatMap(({ kept }) => kept.facts),
      files: read.map(({ report }) => report),
      outside: read.reduce((sum, { kept }) => sum + kept.outside, 0),
    };
  };
  return { open, finish };
}
