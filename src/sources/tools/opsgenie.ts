import { z } from "zod";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { defineSource, type Entry, type EventKind, form, type FoundEvent } from "../define.ts";
import {
  at,
  hasKeys,
  instant,
  keyed,
  known,
  listOf,
  maybe,
  personOf,
  programOf,
  words,
} from "../fields.ts";

/** What a line of a log tells, by how Opsgenie words it. */
const LOG_WORDS: readonly (readonly [RegExp, EventKind, string])[] = [
  [/\bunacknowledg/i, "note", "Acknowledgement taken back"],
  [/\backnowledg/i, "acknowledge", "Acknowledged"],
  [
    /\b(?:alert|incident)\b.{0,40}\b(?:closed|resolved)\b|^(?:closed|resolved)\b/i,
    "resolve",
    "Closed",
  ],
  [/\bescalat/i, "escalate", "Escalated"],
  [/\b(?:alert|incident)\b.{0,40}\b(?:created|opened)\b|^created\b/i, "alert", "Alert created"],
];

/** Who was notified, and how, is no event of the incident. */
const NOTIFICATION = /\bnotif(?:y|ied|ication)|\bsending\b|\bsent (?:to|via)\b/i;

/** Opsgenie writes programs and people into one field; an address or a full name is a person's. */
function ownerOf(owner: string | null) {
  return owner !== null && /^(?:system|alert api|api|default api)$/i.test(owner)
    ? programOf(owner)
    : personOf(owner);
}

function logged(text: string): readonly [EventKind, string] {
  const found = LOG_WORDS.find(([pattern]) => pattern.test(text));
  return found ? [found[1], found[2]] : ["note", "Log"];
}

const logLine = z.object({ log: z.string(), createdAt: instant, owner: words });

const alertNote = z.object({ note: z.string(), createdAt: instant, owner: words });

const timelineEntry = z.object({
  eventTime: instant,
  type: words,
  hidden: maybe(z.boolean()),
  title: maybe(z.object({ content: words })),
  description: maybe(z.object({ name: words, content: words })),
  actor: maybe(z.object({ name: words, type: words })),
});
type TimelineEntry = z.output<typeof timelineEntry>;

function eventOfTimeline({
  eventTime,
  type,
  title,
  description,
  actor,
}: TimelineEntry): FoundEvent {
  const said = title?.content ?? description?.content ?? description?.name ?? type;
  const [kind, what] = logged(`${said ?? ""} ${(type ?? "").replace(/(?=[A-Z])|_/g, " ")}`);
  const isPerson = /user/i.test(actor?.type ?? "user");
  const who = isPerson ? personOf(actor?.name) : programOf(actor?.name);
  return {
    at: eventTime,
    kind,
    what: what === "Log" ? "Timeline" : what,
    said,
    actor: who,
    link: null,
  };
}

/** Milliseconds. No incident lasts for ten years, and a longer time may lead to no date. */
const duration = maybe(
  z
    .number()
    .positive()
    .max(10 * 366 * MS_PER_DAY),
);

const subject = z.object({
  message: z.string({ error: "no message" }),
  createdAt: instant,
  priority: words,
  owner: words,
  acknowledged: maybe(z.boolean()),
  impactStartDate: maybe(instant),
  impactDetectDate: maybe(instant),
  impactEndDate: maybe(instant),
  report: maybe(
    z.object({
      ackTime: duration,
      closeTime: duration,
      acknowledgedBy: words,
      closedBy: words,
    }),
  ),
  responders: listOf(z.object({ type: z.string(), name: words })),
});
type Subject = z.output<typeof subject>;

/** What the times of an alert or incident tell. */
function eventsOf(one: Subject): readonly FoundEvent[] {
  const { createdAt, report } = one;
  const event = (
    time: number | null,
    kind: EventKind,
    what: string,
    owner: string | null = null,
    said: string | null = null,
  ): readonly FoundEvent[] =>
    time === null
      ? []
      : [{ at: time, kind, what, said, actor: ownerOf(owner), link: null, isSummary: true }];
  const after = (took: number | null | undefined) => (took ? createdAt + took : null);
  return [
    ...event(createdAt, "alert", "Alert created", null, one.message),
    ...event(one.impactStartDate, "start", "Impact started"),
    ...event(one.impactDetectDate, "detect", "Detected"),
    ...event(after(report?.ackTime), "acknowledge", "Acknowledged", report?.acknowledgedBy),
    ...event(after(report?.closeTime), "resolve", "Closed", report?.closedBy),
    ...event(one.impactEndDate, "mitigate", "Impact ended"),
  ];
}

function readSubject(one: Subject) {
  const { owner, report, responders } = one;
  const users = responders.filter(({ type }) => type === "user");
  return {
    events: eventsOf(one),
    people: known(
      ...[owner, report?.acknowledgedBy ?? null, report?.closedBy ?? null].map(ownerOf),
      ...users.map(({ name }) => personOf(name)),
    ),
    facts: {
      title: one.message,
      severity: one.priority,
      teams: responders.flatMap(({ type, name }) => (type === "team" && name ? [name] : [])),
    },
  };
}

const SUBJECT = ["message", "createdAt", "tinyId"];
const TIMELINE = ["eventTime", "group", "actor"];
const entriesOf = (value: unknown) => at(at(value, "data"), "entries");

function readTimeline(entry: TimelineEntry) {
  if (entry.hidden === true) return { skipped: "hidden entries" };
  return { events: [eventOfTimeline(entry)] };
}

/** Opsgenie: alerts, their logs and notes, incidents and their timelines, of the Alert and Incident APIs. */
export const opsgenie = defineSource("opsgenie", "Opsgenie", [
  form(
    ({ value }: Entry) => Array.isArray(entriesOf(value)),
    z.object({ data: z.object({ entries: listOf(timelineEntry) }) }),
    ({ data }) => ({
      events: data.entries.filter(({ hidden }) => hidden !== true).map(eventOfTimeline),
    }),
  ),
  form(keyed(TIMELINE), timelineEntry, readTimeline),
  form(
    ({ value }) => hasKeys(at(value, "data"), ...SUBJECT),
    z.object({ data: subject }),
    ({ data }) => readSubject(data),
  ),
  form(keyed(SUBJECT), subject, readSubject),
  form(keyed(["log", "createdAt", "owner"]), logLine, ({ log, createdAt, owner }) => {
    const actor = ownerOf(owner);
    if (NOTIFICATION.test(log)) return { people: known(actor), skipped: "notifications" };
    const [kind, what] = logged(log);
    return { events: [{ at: createdAt, kind, what, said: log, actor, link: null }] };
  }),
  form(keyed(["note", "createdAt", "owner"]), alertNote, ({ note, createdAt, owner }) => {
    const actor = ownerOf(owner);
    return {
      events: [{ at: createdAt, kind: "note", what: "Note", said: note, actor, link: null }],
    };
  }),
]);
