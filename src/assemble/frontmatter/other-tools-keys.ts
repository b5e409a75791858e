import type { Temporal } from "temporal-polyfill";
import { byMilestone } from "../../core/document/by-milestone.ts";
import { inDoubt } from "../../core/document/fact.ts";
import { listOfKey, type ReadableKey } from "../../core/document/readable-keys.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type Postmortem,
} from "../../core/postmortem.ts";
import type { Result } from "../../core/result.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { AssembleContext } from "../context.ts";
import { fitSeverity } from "../labels/values.ts";
import { isLeftOpen } from "../times/left-open.ts";
import {
  foldKey,
  isGiven,
  lastName,
  otherToolsEntries,
  type OtherToolsEntry,
  publishingKeys,
  states,
} from "./other-tools-meaning.ts";
import {
  fitDay,
  fitInstant,
  fitName,
  fitPublished,
  fitStatus,
  fitText,
  type FoundName,
  itemsOf,
  namedIn,
} from "./other-tools-values.ts";
import { frontmatterSource } from "./reader.ts";

/** A key of others, with what became of its value. */
export interface ReadOtherToolsKey extends OtherToolsEntry {
  /**
   * `stated`: another key states it, and counts; `repeated`: so, and both say the same; `invalid`: see
   * `whyInvalid`; `none`: not ours to read.
   */
  readonly state: "read" | "stated" | "repeated" | "invalid" | "none";
  /** Why the value, or a part of it, is not read. */
  readonly whyInvalid: string | null;
}

/** What a frontmatter can state under our keys and under those of others. */
export type KeyedFacts = Pick<
  Postmortem,
  | "title"
  | "status"
  | "published"
  | "severity"
  | "services"
  | "teams"
  | "detectedBy"
  | "trigger"
  | "causes"
  | "milestones"
>;

/** A value under a key of others that fits, and does not count: another key states the fact. */
export interface CompetingValue {
  readonly key: ReadableKey;
  /** The key as people write it. */
  readonly name: string;
  readonly fact: Fact<unknown>;
  /** Whether nothing of the value is left out. */
  readonly isWhole: boolean;
}

/** What keys of others state where ours are absent. */
export interface OtherToolsFacts extends KeyedFacts {
  /** The day that the document tells as its own. */
  readonly day: Fact<Temporal.PlainDate> | null;
  /** Whether that is the day of publishing: other keys are those of a weblog. */
  readonly isPublishing: boolean;
  /** Milestones that a key says there is none of, or that nobody knows. */
  readonly leftOpen: readonly Milestone[];
  readonly keys: readonly ReadOtherToolsKey[];
  readonly competing: readonly CompetingValue[];
}

/** The facts of one document, by the key that each is read for. */
interface Reading {
  readonly located: LocatedData;
  readonly context: AssembleContext;
  readonly data: unknown;
  readonly keys: ReadOtherToolsKey[];
  readonly competing: CompetingValue[];
}

/** The first value under any name of a key that fits; what does not is noted. */
function read<T>(
  key: ReadableKey,
  reading: Reading,
  entries: readonly OtherToolsEntry[],
  fit: (value: unknown, path: DataPath) => Result<T>,
): Fact<T> | null {
  let fact: Fact<T> | null = null;
  for (const entry of entries) {
    if (entry.meaning !== key || !isGiven(entry.value)) continue;
    const fitting = fit(entry.value, entry.path);
    const found = fitting.ok
      ? { value: fitting.value, source: frontmatterSource(reading.located, entry.path) }
      : null;
    if (fact !== null || (key !== "date" && states(reading.data, key))) {
      reading.keys.push({ ...entry, state: "stated", whyInvalid: null });
      if (found) reading.competing.push({ key, name: entry.name, fact: found, isWhole: true });
      continue;
    }
    const whyInvalid = fitting.ok ? null : fitting.why;
    reading.keys.push({ ...entry, state: found ? "read" : "invalid", whyInvalid });
    fact = found;
  }
  return fact;
}

function nameFact(found: Fact<FoundName> | null): Fact<string> | null {
  if (found === null) return null;
  const { id, written } = found.value;
  return { value: id, source: found.source, ...(id === written ? {} : { written }) };
}

function readName(key: ReadableKey, reading: Reading, entries: readonly OtherToolsEntry[]) {
  const list = listOfKey(key);
  if (list === undefined) return null;
  const fit = (value: unknown) => {
    const { value: only } = namedIn(
      Array.isArray(value) && value.length === 1 ? value[0] : value,
      [],
    );
    return key === "severity"
      ? fitSeverity(only, reading.context)
      : fitName(only, list, reading.context);
  };
  return nameFact(read(key, reading, entries, fit));
}

function readNames(
  key: ReadableKey,
  reading: Reading,
  entries: readonly OtherToolsEntry[],
): readonly Fact<string>[] {
  const list = listOfKey(key);
  if (list === undefined) return [];
  const isStated = states(reading.data, key);
  return entries
    .filter(({ meaning, value }) => meaning === key && isGiven(value))
    .flatMap((entry) => {
      const items = itemsOf(entry.value, entry.path).map(({ value, path }) => {
        return { fit: fitName(value, list, reading.context), path };
      });
      const facts = items.flatMap(({ fit, path }) => {
        const source = frontmatterSource(reading.located, path);
        return fit.ok ? (nameFact({ value: fit.value, source }) ?? []) : [];
      });
      if (isStated) {
        reading.keys.push({ ...entry, state: "stated", whyInvalid: null });
        const isWhole = items.length === facts.length;
        reading.competing.push(...facts.map((fact) => ({ key, name: entry.name, fact, isWhole })));
        return [];
      }
      const reasons = items.flatMap(({ fit }) => (fit.ok ? [] : fit.why));
      const whyInvalid = reasons.length > 0 ? reasons.join("; ") : null;
      reading.keys.push({ ...entry, state: facts.length > 0 ? "read" : "invalid", whyInvalid });
      return facts;
    });
}

/** The teams that a frontmatter names; else those of the taxonomy that it names as its owners. */
function teamsOf(reading: Reading, entries: readonly OtherToolsEntry[]): readonly Fact<string>[] {
  const own = readNames("teams", reading, entries);
  if (own.length > 0 || states(reading.data, "teams")) return own;
  const { taxonomy, vocabulary } = reading.context;
  if (taxonomy.teams.length === 0) return own;
  const { owned_as: owners } = vocabulary.people;
  const owned = entries.filter((entry) => owners.includes(lastName(entry)));
  return owned.flatMap(({ value, path }) =>
    itemsOf(value, path).flatMap((item) => {
      const fit = fitName(item.value, "teams", reading.context);
      const source = { ...frontmatterSource(reading.located, item.path), how: "inferred" } as const;
      return fit.ok ? (nameFact({ value: fit.value, source }) ?? []) : [];
    }),
  );
}

/** Whether a key for the start tells a day alone, whatever else states the start. */
function mayBeDay({ meaning, state, value }: ReadOtherToolsKey, { context }: Reading): boolean {
  if (meaning !== "times.started") return false;
  return state === "invalid" || (state === "stated" && !fitInstant(value, context).ok);
}

/** The day under `date`, else the one of a start that tells no time. */
function readDay(reading: Reading, entries: readonly OtherToolsEntry[]): OtherToolsFacts["day"] {
  const own = read("date", reading, entries, (value) => fitDay(value, reading.context));
  const start = reading.keys.findIndex((one) => mayBeDay(one, reading));
  const started = reading.keys[start];
  const startDay = started ? dayOf(started, reading) : null;
  if (started && startDay) {
    reading.keys[start] = { ...started, meaning: "date", state: "read", whyInvalid: null };
  }
  const day = own ?? startDay;
  return day && { ...day, source: { ...day.source, precision: "day" } };
}

/** The milestones whose keys say that there is none, or that nobody knows them; no other key tells these. */
function leftOpenIn(
  milestones: OtherToolsFacts["milestones"],
  { keys, context }: Reading,
): readonly Milestone[] {
  const open = MILESTONES.filter((name) => milestones[name] === null);
  return open.filter((name) => {
    const index = keys.findIndex(
      ({ meaning, state, value }) =>
        meaning === `times.${name}` &&
        state === "invalid" &&
        typeof value === "string" &&
        isLeftOpen(value, context.vocabulary),
    );
    const key = keys[index];
    if (key) keys[index] = { ...key, state: "read", whyInvalid: null };
    return key !== undefined;
  });
}

/**
 * The start of a status page: a `date` with a time, beside the time of the end, or that there is none yet; in
 * doubt where both are one instant.
 */
function startInDate(
  { resolved }: OtherToolsFacts["milestones"],
  { located, context, data }: Reading,
  entries: readonly OtherToolsEntry[],
): Fact<EpochMs> | null {
  const entry = entries.find(({ meaning, value }) => meaning === "date" && isGiven(value));
  const ends = entries.filter(({ meaning }) => meaning === "times.resolved");
  if (!entry || ends.length === 0 || states(data, "times.started")) return null;
  const started = fitInstant(entry.value, context);
  if (!started.ok || (resolved && started.value > resolved.value)) return null;
  const fact = { value: started.value, source: frontmatterSource(located, entry.path) };
  const isEnd = ends
    .map(({ value }) => fitInstant(value, context))
    .some((end) => end.ok && end.value === started.value);
  return isEnd ? inDoubt(fact) : fact;
}

function dayOf({ value, path }: ReadOtherToolsKey, reading: Reading): OtherToolsFacts["day"] {
  const day = fitDay(value, reading.context);
  return day.ok ? { value: day.value, source: frontmatterSource(reading.located, path) } : null;
}

/**
 * Reads what a frontmatter states under the keys of others. Our own keys win; a value that does not
 * fit is left out, and its key says why.
 */
export function readOtherToolsKeys(
  located: LocatedData,
  data: unknown,
  context: AssembleContext,
): OtherToolsFacts {
  const entries = otherToolsEntries(data, context.vocabulary);
  const reading: Reading = { located, context, data, keys: [], competing: [] };
  const milestones = byMilestone((name) =>
    read(`times.${name}`, reading, entries, (value) => fitInstant(value, context)),
  );
  const leftOpen = leftOpenIn(milestones, reading);
  const publishing = publishingKeys(context.vocabulary);
  const facts = {
    title: read("title", reading, entries, (value) => fitText(value, context)),
    status: read("status", reading, entries, (value) => fitStatus(value, context)),
    published: read("published", reading, entries, (value) => fitPublished(value, context)),
    severity: readName("severity", reading, entries),
    services: readNames("services", reading, entries),
    teams: teamsOf(reading, entries),
    detectedBy: readName("detected_by", reading, entries),
    trigger: readName("trigger", reading, entries),
    causes: readNames("causes", reading, entries),
    milestones: {
      ...milestones,
      started: milestones.started ?? startInDate(milestones, reading, entries),
    },
    day: readDay(reading, entries),
    isPublishing: entries.some(({ path }) => publishing.has(foldKey(String(path[0])))),
  };
  const others = entries
    .filter(({ path }) => !reading.keys.some((key) => key.path.join() === path.join()))
    .map((entry): ReadOtherToolsKey => ({ ...entry, state: "none", whyInvalid: null }));
  return { ...facts, leftOpen, keys: [...reading.keys, ...others], competing: reading.competing };
}
