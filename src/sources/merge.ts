import { compareText } from "../core/compare.ts";
import type { EpochMs } from "../core/postmortem.ts";
import { MS_PER_MINUTE } from "../core/time/milliseconds.ts";
import type { Actor, SourceEvent } from "./define.ts";
import { areOthers, shareName } from "./same-actor.ts";

/** One row of the timeline: an event, and the same event as other sources tell it. */
export interface MergedEvent {
  /** The one whose words are used. */
  readonly event: SourceEvent;
  /** Others that tell the same, each of another source. */
  readonly others: readonly SourceEvent[];
}

/** A tool and its message in a channel are not far apart. */
const SAME_WITHIN_MS = 2 * MS_PER_MINUTE;
/** A summary of an incident and its log differ by seconds. */
const SUMMARY_WITHIN_MS = MS_PER_MINUTE;
/** The share of the words of the shorter text that must be in the longer one. */
const SHARED_WORDS = 0.8;
/** Fewer words are alike by chance. */
const LEAST_WORDS = 3;

const WORD = /[\p{L}\p{N}]+/gu;

function wordsOf({ what, said }: SourceEvent): ReadonlySet<string> {
  return new Set(`${what} ${said ?? ""}`.toLowerCase().match(WORD) ?? []);
}

/** What is said, without the words of pm; all where nothing is said. */
function coreOf(event: SourceEvent): ReadonlySet<string> {
  return wordsOf(event.said === null ? event : { ...event, what: "" });
}

function areAlike(one: SourceEvent, other: SourceEvent): boolean {
  const [shorter, longer] = [coreOf(one), coreOf(other)].toSorted((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size < LEAST_WORDS) return false;
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  return shared >= SHARED_WORDS * shorter.size;
}

/** Kinds that happen once at a time, so that two sources that tell one at the same minute tell the same. */
const SINGULAR = new Set(["acknowledge", "resolve", "start", "detect", "diagnose", "mitigate"]);

/**
 * Whether two events of different sources are one: alike in words, or of one kind within moments. What
 * one person and another did are two, if both are known well enough to tell.
 */
function isSame(one: SourceEvent, other: SourceEvent): boolean {
  if (one.source === other.source) return false;
  const apart = Math.abs(one.at - other.at);
  if (apart > SAME_WITHIN_MS) return false;
  if (SINGULAR.has(one.kind) && areOthers(one.actor, other.actor)) return false;
  if (areAlike(one, other)) return true;
  const isPlain = one.said === null || other.said === null;
  return one.kind === other.kind && SINGULAR.has(one.kind) && isPlain;
}

/** A total order: time, then rank of the source, then text, so that the order of files plays no part. */
function orderBy(rank: (source: string) => number) {
  return (a: SourceEvent, b: SourceEvent): number =>
    a.at - b.at ||
    rank(a.source) - rank(b.source) ||
    compareText(a.kind, b.kind) ||
    compareText(a.what, b.what) ||
    compareText(a.said ?? "", b.said ?? "") ||
    compareText(a.link ?? "", b.link ?? "") ||
    compareText(namesIn([a.actor]), namesIn([b.actor])) ||
    compareText(namesIn(a.to), namesIn(b.to));
}

function namesIn(actors: readonly (Actor | null)[] = []): string {
  return actors.map((actor) => actor?.names.join() ?? "").join(";");
}

function keyOf(event: SourceEvent): string {
  const { at, source, kind, what, said, link } = event;
  return JSON.stringify([at, source, kind, what, said, link]);
}

/** Whether two events of one text are one event recorded twice, and not the same act of two people. */
function isRepeat(one: SourceEvent, other: SourceEvent): boolean {
  const isOfOne = one.actor === null || other.actor === null || shareName(one.actor, other.actor);
  return isOfOne && namesIn(one.to) === namesIn(other.to);
}

/** Each event once. */
function withoutCopies(events: readonly SourceEvent[]): readonly SourceEvent[] {
  const groups = new Map<string, SourceEvent[]>();
  // Those of whom most is known first: one of nobody repeats any of them.
  const known = ({ actor }: SourceEvent) => actor?.names.length ?? 0;
  const ordered = events.toSorted((a, b) => known(b) - known(a));
  for (const event of ordered) {
    const key = keyOf(event);
    const copies = groups.get(key) ?? [];
    if (copies.length === 0) groups.set(key, copies);
    if (!copies.some((other) => isRepeat(other, event))) copies.push(event);
  }
  return [...groups.values()].flat();
}

/** Events without those that a file repeats, and without summaries of what an entry tells. */
function withoutRepeats(events: readonly SourceEvent[]): readonly SourceEvent[] {
  const unique = withoutCopies(events);
  const entries = unique.filter(({ isSummary }) => isSummary !== true);
  return unique.filter(
    (event) =>
      event.isSummary !== true ||
      !entries.some(
        ({ source, kind, at }) =>
          source === event.source &&
          kind === event.kind &&
          Math.abs(at - event.at) <= SUMMARY_WITHIN_MS,
      ),
  );
}

/** What was merged, and how many events repeated another of their source. */
export interface Merged {
  readonly rows: readonly MergedEvent[];
  readonly repeats: number;
}

/**
 * Events of all sources as one timeline, in the order of time. What two sources tell within two
 * minutes and in like words is one row; the source that comes first in `sources` gives the words.
 */
export function mergeEvents(events: readonly SourceEvent[], sources: readonly string[]): Merged {
  const rank = (source: string) => sources.indexOf(source);
  const order = orderBy(rank);
  const unique = withoutRepeats(events.toSorted(order)).toSorted(order);
  const rows: SourceEvent[][] = [];
  let first = 0;
  for (const event of unique) {
    while (isBefore(rows[first]?.[0]?.at, event.at - SAME_WITHIN_MS)) first += 1;
    const alike = rows.slice(first).filter((row) => {
      const isNew = row.every(({ source }) => source !== event.source);
      return isNew && row.some((other) => isSame(other, event));
    });
    const known = alike.find((row) => row.some((other) => shareName(other.actor, event.actor)));
    const joined = known ?? alike[0];
    if (joined) joined.push(event);
    else rows.push([event]);
  }
  const merged = rows.map((row) => {
    const [event, ...others] = row.toSorted((a, b) => rank(a.source) - rank(b.source));
    return { event, others, at: Math.min(...row.map(({ at }) => at)) };
  });
  return {
    rows: merged.flatMap(({ event, others, at }) =>
      event ? [{ event: { ...event, at }, others }] : [],
    ),
    repeats: events.length - unique.length,
  };
}

function isBefore(at: EpochMs | undefined, limit: EpochMs): boolean {
  return at !== undefined && at < limit;
}
