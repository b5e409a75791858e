import { z } from "zod";
import type { EpochMs } from "../core/postmortem.ts";
import type { Actor, Entry, EventKind, Fits, FoundEvent } from "./define.ts";

const WITH_OFFSET =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/i;
const EPOCH = /^(?:\d{9,13}(?:\.\d{1,9})?|\d{16}|\d{19})$/;
/** Seconds since 1970 are below it, milliseconds, microseconds and nanoseconds above. */
const FIRST_MILLISECONDS = 100_000_000_000;
/** Tools write the year 1 for "not yet". */
const EARLIEST = Date.UTC(1990, 0, 1);

function offsetOf(written: string): string {
  if (/^(?:z|utc)$/i.test(written)) return "Z";
  return written.includes(":") ? written : `${written.slice(0, 3)}:${written.slice(3)}`;
}

function epochOf(written: string): EpochMs | null {
  const [, date, time, offset] = WITH_OFFSET.exec(written) ?? [];
  if (date !== undefined && time !== undefined && offset !== undefined) {
    const at = Date.parse(`${date}T${time}${offsetOf(offset)}`);
    return Number.isNaN(at) ? null : at;
  }
  if (!EPOCH.test(written)) return null;
  const count = Number(written);
  if (count < FIRST_MILLISECONDS) return Math.round(count * 1000);
  return Math.round(count / (written.length === 19 ? 1e6 : written.length === 16 ? 1e3 : 1));
}

/** An instant as tools write it: ISO 8601 with an offset, seconds or smaller units since 1970. */
export function instantOf(written: string | number): EpochMs | null {
  const at = epochOf(String(written).trim());
  return at === null || at < EARLIEST ? null : at;
}

/** Why a text is no time; it is reported only if it looks like one, as it may be a name. */
export function noTime(written: string): string {
  const isLike = /^[\d\s:.,/+TZ-]{1,40}$/.test(written) && /\d/.test(written);
  return isLike ? `\`${written}\` is no time` : "no time";
}

/** A time that an entry needs. */
export const instant = z
  .union([z.string(), z.number()], { error: "no time" })
  .transform((written, context) => {
    const at = instantOf(written);
    if (at !== null) return at;
    context.addIssue({ code: "custom", message: noTime(String(written)) });
    return z.NEVER;
  });

/** A field that may be missing, null, or of another form: null then. */
export function maybe<Schema extends z.ZodType>(
  schema: Schema,
): z.ZodType<z.output<Schema> | null> {
  return schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
}

/** Text, null where it is missing or blank. */
export const words = maybe(z.string()).transform((text) => (text?.trim() ? text : null));

/** An id as text. */
export const id = maybe(z.union([z.string(), z.number()]).transform(String));

/** A list, of which what does not fit is left out; empty where it is missing. */
export function listOf<Schema extends z.ZodType>(item: Schema): z.ZodType<z.output<Schema>[]> {
  return z
    .array(z.unknown())
    .nullish()
    .catch([])
    .transform((values) =>
      (values ?? []).flatMap((value) => {
        const parsed = item.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/** The keys of an object; none for anything else. */
export function keysOf(value: unknown): ReadonlySet<string> {
  return new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
}

/** Whether an object has all of some keys. */
export function hasKeys(value: unknown, ...keys: readonly string[]): boolean {
  const has = keysOf(value);
  return keys.every((key) => has.has(key));
}

/** Entries that have all of some keys, and whatever else is asked. */
export function keyed(
  keys: readonly string[],
  also: (value: unknown, entry: Entry) => boolean = () => true,
): Fits {
  const fits = (entry: Entry) => hasKeys(entry.value, ...keys) && also(entry.value, entry);
  return Object.assign(fits, { keys });
}

/** The value under a key of an object; undefined where there is none. */
export function at(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(key);
}

/** Whether a text under a key matches. */
export function says(value: unknown, key: string, pattern: RegExp): boolean {
  const text = at(value, key);
  return typeof text === "string" && pattern.test(text);
}

/** A person by whatever an export knows of them; null where it knows nothing. */
export function personOf(...names: readonly (string | null | undefined)[]): Actor | null {
  const known = [...new Set(names.flatMap((name) => (name?.trim() ? [name.trim()] : [])))];
  return known.length === 0 ? null : { names: known, isProgram: false };
}

/** A program by its name. */
export function programOf(name: string | null | undefined): Actor | null {
  return name?.trim() ? { names: [name.trim()], isProgram: true } : null;
}

/** Those of some actors that are known. */
export function known(...actors: readonly (Actor | null)[]): readonly Actor[] {
  return actors.filter((actor) => actor !== null);
}

/** Who acts in some events, and to whom they were handed. */
export function actorsOf(events: readonly FoundEvent[]): readonly Actor[] {
  return events.flatMap(({ actor, to = [] }) => [...known(actor), ...to]);
}

/** States of a deploy that was never put in place. GitLab writes `canceled`, others `cancelled`. */
const UNDONE = "created|blocked|cancell?ed|skipped|pending|queued|waiting|inactive";
/** Other states that tools have of themselves, places and versions. */
const OTHERS =
  "success|succeeded|fail(?:ed|ure)|error|running|create|in[ _]progress|normal|alerting|ok|no ?data|unknown|resolved|monitoring|identified|investigating|scheduled|completed|verifying|production|staging|main|master|v?\\d[\\d.]{0,20}|[0-9a-f]{7,8}";
const UNDONE_STATE = new RegExp(`^(?:${UNDONE})$`, "i");
/** What needs no quotation marks. */
const PLAIN_NAME = new RegExp(`^(?:${UNDONE}|${OTHERS})$`, "i");
const LONGEST_NAME = 80;

/** A name of the export in words of pm: in quotation marks, so that nobody takes it for these. */
export function named(written: string): string {
  const name = written.replace(/["“”„«»\s]+/g, " ").trim();
  if (PLAIN_NAME.test(name)) return name.replaceAll("_", " ");
  const cut = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()} …` : name;
  return `"${cut}"`;
}

/** Whether a deploy changed nothing, as its state says. */
export function isUndone(status: string | null): boolean {
  return status !== null && UNDONE_STATE.test(status);
}

/** By which names of states and time stamps tools mark the milestones of an incident. */
const STATES: readonly (readonly [EventKind, RegExp])[] = [
  ["start", /^(?:impact )?start(?:ed|s)?(?: at)?$|^impact start/],
  ["detect", /^(?:detect|report|discover)/],
  ["acknowledge", /^(?:acknowledg|accept)/],
  ["diagnose", /^(?:identif|diagnos|cause)/],
  ["mitigate", /^(?:mitigat|monitoring|stabili[sz]|fixed|impact (?:end|stop))/],
  ["resolve", /^resolv/],
  ["close", /^clos/],
];

/** What the name of a state or time stamp marks; null for any other. */
export function stateKind(name: string): EventKind | null {
  const plain = name.trim().toLowerCase().replaceAll("_", " ");
  return STATES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The name of a state or time stamp in words of pm: its own where it marks a milestone. */
export function milestoneName(written: string): string {
  const name = written.replaceAll("_", " ").trim();
  return stateKind(name) !== null && /^[a-z]{1,15}(?: [a-z]{1,10})?$/i.test(name)
    ? name
    : named(name);
}

/** The milestone of a kind in words. */
export const STATE_WORDS: Readonly<Record<EventKind, string>> = {
  start: "Impact started",
  alert: "Alert",
  detect: "Detected",
  acknowledge: "Acknowledged",
  escalate: "Escalated",
  diagnose: "Identified",
  mitigate: "Mitigated",
  resolve: "Resolved",
  close: "Closed",
  change: "Change",
  message: "",
  note: "Note",
};
