import { inDoubt } from "../../core/document/fact.ts";
import type { EpochMs, Fact, Source } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import { findTerm, type Term } from "../../core/taxonomy.ts";
import { isCalendarDate } from "../../core/time/calendar.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { AssembleContext } from "../context.ts";
import { isPlaceholder } from "../written/phrases.ts";
import { readInstant } from "../written/times.ts";
import { resolveZone } from "../written/zones.ts";
import { clockChangeAt, type LocalTime, splitNamedZone } from "./local-times.ts";
import { linkOf, namesOfValue } from "./value-names.ts";

/** Turns decoded frontmatter values into facts, and notes what is wrong with them. */
export interface FrontmatterReader {
  readonly source: (path: DataPath) => Source;
  /** A fact of the value at a path; null where there is none, or only a placeholder. */
  readonly text: (
    value: string | undefined,
    path: DataPath,
    terms?: readonly Term[],
  ) => Fact<string> | null;
  readonly list: (
    values: readonly string[] | undefined,
    path: DataPath,
    terms?: readonly Term[],
  ) => readonly Fact<string>[];
  readonly instant: (value: string | undefined, path: DataPath) => Fact<number> | null;
  /** An instant, or the beginning of a calendar date in the configured zone. */
  readonly day: (value: string | undefined, path: DataPath) => Fact<number> | null;
  readonly any: <T>(value: T | undefined, path: DataPath) => Fact<T> | null;
  /** What was found wrong so far. */
  readonly problems: () => readonly Problem[];
  /** Times read so far that state no offset. */
  readonly localTimes: () => readonly LocalTime[];
}

/** A time of the frontmatter, and how it lacks an offset if it does. */
type ReadTime =
  { readonly at: EpochMs; readonly local: Omit<LocalTime, "path"> | null } | { readonly at: null };

function readTime(written: string, { timeZone, vocabulary }: AssembleContext): ReadTime {
  const read = readInstant(written, timeZone);
  if (read.kind === "instant") return { at: read.at, local: null };
  if (read.kind === "no-offset") return { at: read.at, local: { written, zone: null } };
  const named = splitNamedZone(written);
  const zone = named && resolveZone(named.zone, vocabulary.zones);
  const inZone = zone === null ? null : readInstant(named?.local ?? "", zone);
  if (!named || !inZone || inZone.kind === "unreadable") return { at: null };
  return { at: inZone.at, local: { written, zone: named.zone } };
}

/** A time, in doubt where it has no offset and comes twice on its day, or never: which is meant nobody can say. */
function openTime(
  fact: Fact<number>,
  local: Omit<LocalTime, "path"> | null,
  { timeZone, vocabulary }: AssembleContext,
): Fact<number> {
  if (local === null) return fact;
  const { written } = local;
  const named = splitNamedZone(written);
  const zone = named === null ? timeZone : resolveZone(named.zone, vocabulary.zones);
  const isOpen = zone !== null && clockChangeAt(named?.local ?? written.trim(), zone) !== null;
  return isOpen ? inDoubt(fact) : fact;
}

function readDay(written: string, timeZone: string): EpochMs | null {
  const read = readInstant(isCalendarDate(written) ? `${written}T00:00` : written, timeZone);
  return read.kind === "unreadable" ? null : read.at;
}

/** A path as people write it, without the places in lists: `times.started`. */
export function keyOf(path: DataPath): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** The term that a value means, by all of it or else by another of its names; null where none is. */
function termOf(written: string, terms: readonly Term[]): Term | null {
  if (terms.length === 0) return null;
  const whole = findTerm(terms, written);
  if (whole) return whole;
  const others = namesOfValue(written).map((name) => findTerm(terms, name));
  return others.find((term) => term !== null) ?? null;
}

/** Whether a text stands for no value: "n/a" is no name, unless the taxonomy has it. */
function saysNone(text: string, { vocabulary }: AssembleContext): boolean {
  return vocabulary.no_value.includes(text.toLowerCase());
}

/** Where a value of a frontmatter comes from. */
export function frontmatterSource(located: LocatedData, path: DataPath): Source {
  return { origin: "frontmatter", how: "stated", range: located.valueRange(path) };
}

/** A reader over one document's frontmatter. */
export function createFrontmatterReader(
  located: LocatedData,
  context: AssembleContext,
): FrontmatterReader {
  const problems: Problem[] = [];
  const localTimes: LocalTime[] = [];
  const placeOf = (path: DataPath) => ({ range: located.valueRange(path), unreadKey: keyOf(path) });
  const source = (path: DataPath) => frontmatterSource(located, path);
  const isMissing = (value: string | undefined, path: DataPath): value is undefined => {
    if (value === undefined || value.trim() === "") return true;
    if (!isPlaceholder(value, context.vocabulary.placeholders)) return false;
    const key = String(path.findLast((step) => typeof step === "string"));
    problems.push({ kind: "stand-in", value, key, origin: "frontmatter", ...placeOf(path) });
    return true;
  };
  const text: FrontmatterReader["text"] = (value, path, terms = []) => {
    if (isMissing(value, path)) return null;
    const written = value.trim();
    const link = terms.length > 0 ? linkOf(written) : null;
    const term = termOf(written, terms);
    if (terms.length > 0 && term === null && saysNone(written, context)) return null;
    const id = term?.id ?? link?.[0] ?? written;
    if (id !== written && link === null) {
      const edit = located.replaceText(path, id);
      const range = located.valueRange(path);
      problems.push({ kind: "alias", written, id, range, ...(edit ? { fix: [edit] } : {}) });
    }
    return { value: id, source: source(path), ...(id === written ? {} : { written }) };
  };
  const instant: FrontmatterReader["instant"] = (value, path) => {
    if (isMissing(value, path)) return null;
    const read = readTime(value, context);
    if (read.at === null) {
      problems.push({ kind: "unread-time", written: value, ...placeOf(path) });
      return null;
    }
    if (read.local) localTimes.push({ ...read.local, path });
    return openTime({ value: read.at, source: source(path) }, read.local, context);
  };
  return {
    source,
    text,
    list: (values, path, terms) =>
      (values ?? []).flatMap((value, index) => {
        const inList = located.valueRange([...path, index]);
        return text(value, inList.start.offset === 0 ? path : [...path, index], terms) ?? [];
      }),
    instant,
    day: (value, path) => {
      if (isMissing(value, path)) return null;
      const at = readDay(value, context.timeZone);
      if (at !== null) return { value: at, source: source(path) };
      problems.push({ kind: "unread-date", written: value, ...placeOf(path) });
      return null;
    },
    any: (value, path) => (value === undefined ? null : { value, source: source(path) }),
    problems: () => problems,
    localTimes: () => localTimes,
  };
}
