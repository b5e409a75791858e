import { z } from "zod";
import {
  type Entry,
  type EventKind,
  form,
  type FoundEvent,
  readerOf,
  type Reading,
} from "./define.ts";
import {
  at,
  hasKeys,
  instant,
  known,
  listOf,
  maybe,
  personOf,
  programOf,
  says,
  words,
} from "./fields.ts";

/** A reference, or the whole where the request included it. */
const reference = z.object({ id: words, type: words, summary: words, name: words, email: words });
type Reference = z.output<typeof reference>;

/** Who acted: a user is a person; a service or an integration is a program. */
function actorOf(agent: Reference | null) {
  if (agent === null) return null;
  const isPerson = agent.type === null || /^user/.test(agent.type);
  return isPerson
    ? personOf(agent.id, agent.summary, agent.name, agent.email)
    : programOf(agent.summary);
}

/** What references are called. */
const namesIn = (all: readonly (Reference | null)[]) => all.flatMap((one) => one?.summary ?? []);

const logEntry = z.object({
  type: z.string(),
  created_at: instant,
  summary: words,
  html_url: words,
  note: words,
  agent: maybe(reference),
  channel: maybe(z.object({ summary: words, content: words })),
  incident: maybe(z.object({ summary: words, html_url: words })),
  service: maybe(reference),
  teams: listOf(reference),
  assignees: listOf(reference),
  event_details: maybe(z.object({ description: words })),
});
type LogEntry = z.output<typeof logEntry>;

/** What a type of log entry is to the incident, in words; null for what is said of it by its summary. */
const LOG_TYPES: ReadonlyMap<string, readonly [EventKind, string]> = new Map([
  ["trigger", ["alert", "Alert triggered"]],
  ["acknowledge", ["acknowledge", "Acknowledged"]],
  ["unacknowledge", ["note", "Acknowledgement timed out"]],
  ["resolve", ["resolve", "Resolved"]],
  ["escalate", ["escalate", "Escalated"]],
  ["exhaust_escalation_path", ["note", "Nobody answered: the escalation policy is exhausted"]],
  ["repeat_escalation_path", ["note", "Nobody answered: the escalation policy starts again"]],
  ["assign", ["note", "Assigned"]],
  ["delegate", ["escalate", "Handed to another escalation policy"]],
  ["snooze", ["note", "Snoozed"]],
  ["annotate", ["note", "Note"]],
]);

function saidIn(type: string, entry: LogEntry): string | null {
  const { note, channel, event_details, incident, summary } = entry;
  if (type === "trigger") {
    return event_details?.description ?? channel?.summary ?? incident?.summary ?? summary;
  }
  if (type === "annotate") return note ?? channel?.content ?? channel?.summary ?? summary;
  return LOG_TYPES.has(type) ? note : summary;
}

function eventOfLog(entry: LogEntry): FoundEvent {
  const type = entry.type.replace(/_log_entry(?:_reference)?$/, "");
  const [kind, what] = LOG_TYPES.get(type) ?? (["note", "Changed"] as const);
  return {
    at: entry.created_at,
    kind,
    what,
    said: saidIn(type, entry),
    actor: actorOf(entry.agent),
    to: entry.assignees.flatMap((user) => known(actorOf(user))),
    link: entry.html_url ?? entry.incident?.html_url ?? null,
  };
}

/** The title behind the number that a summary begins with: `[#812] Checkout down`. */
function titleOf({ type, incident }: LogEntry): string | null {
  if (!/^trigger_/.test(type)) return null;
  return incident?.summary?.replace(/^\[#\d+\]\s*/, "") ?? null;
}

function readLog(entry: LogEntry): Reading {
  const people = [entry.agent, ...entry.assignees].flatMap((user) => known(actorOf(user)));
  if (/^notify_/.test(entry.type)) return { people, skipped: "notifications" };
  return {
    events: [eventOfLog(entry)],
    people,
    facts: {
      title: titleOf(entry),
      services: namesIn([entry.service]),
      teams: namesIn(entry.teams),
    },
  };
}

const incident = z.object({
  title: words,
  summary: words,
  created_at: instant,
  resolved_at: maybe(instant),
  html_url: words,
  status: words,
  last_status_change_at: maybe(instant),
  last_status_change_by: maybe(reference),
  service: maybe(reference),
  teams: listOf(reference),
  priority: maybe(reference),
  assignments: listOf(z.object({ assignee: reference })),
  acknowledgements: listOf(z.object({ at: instant, acknowledger: reference })),
  incidents_responders: listOf(z.object({ user: maybe(reference), requester: maybe(reference) })),
});
type Incident = z.output<typeof incident>;

function resolvedAt({ status, resolved_at, last_status_change_at }: Incident) {
  return resolved_at ?? (status === "resolved" ? last_status_change_at : null);
}

function eventsOf(one: Incident): readonly FoundEvent[] {
  const link = one.html_url;
  const plain = { said: null, link, isSummary: true };
  const title = one.title ?? one.summary;
  const end = resolvedAt(one);
  return [
    {
      ...plain,
      at: one.created_at,
      kind: "alert",
      what: "Alert triggered",
      said: title,
      actor: null,
    },
    ...one.acknowledgements.map((ack): FoundEvent => {
      const actor = actorOf(ack.acknowledger);
      return { ...plain, at: ack.at, kind: "acknowledge", what: "Acknowledged", actor };
    }),
    ...(end === null
      ? []
      : [
          {
            ...plain,
            at: end,
            kind: "resolve" as const,
            what: "Resolved",
            actor: actorOf(one.last_status_change_by),
          },
        ]),
  ];
}

function peopleOf(one: Incident) {
  const users = [
    ...one.assignments.map(({ assignee }) => assignee),
    ...one.acknowledgements.map(({ acknowledger }) => acknowledger),
    ...one.incidents_responders.flatMap(({ user, requester }) => [user, requester]),
    one.last_status_change_by,
  ];
  return users.flatMap((user) => known(actorOf(user)));
}

function readIncident(one: Incident) {
  return {
    events: eventsOf(one),
    people: peopleOf(one),
    facts: {
      title: one.title ?? one.summary,
      severity: one.priority?.summary ?? null,
      services: namesIn([one.service]),
      teams: namesIn(one.teams),
    },
  };
}

const note = z.object({
  content: z.string({ error: "no text" }),
  created_at: instant,
  user: maybe(reference),
});

const change = z.object({
  timestamp: instant,
  summary: z.string({ error: "no text" }),
  source: words,
  links: listOf(z.object({ href: words })),
});

const isIncident = (value: unknown) => says(value, "type", /^incident(?:_reference)?$/);

/** PagerDuty: incidents, log entries, notes and change events of the REST API v2. */
export const pagerduty = readerOf("pagerduty", "PagerDuty", [
  form(({ value }) => says(value, "type", /_log_entry$/), logEntry, readLog),
  form(
    ({ value }) => isIncident(at(value, "incident")) && !says(value, "type", /./),
    z.object({ incident }),
    ({ incident: one }) => readIncident(one),
  ),
  form(({ value }) => isIncident(value), incident, readIncident),
  form(
    ({ value, list }: Entry) => list === "notes" && hasKeys(value, "content", "user", "created_at"),
    note,
    ({ content, created_at, user }) => ({
      events: [
        {
          at: created_at,
          kind: "note",
          what: "Note",
          said: content,
          actor: actorOf(user),
          link: null,
        },
      ],
      people: known(actorOf(user)),
    }),
  ),
  form(
    ({ value }) => says(value, "type", /^change_event$/),
    change,
    ({ timestamp, summary, source, links }) => ({
      events: [
        {
          at: timestamp,
          kind: "change",
          what: "Change",
          said: summary,
          actor: programOf(source),
          link: links[0]?.href ?? null,
        },
      ],
    }),
  ),
  form(
    ({ value, list }) => list === "alerts" && says(value, "type", /^alert$/),
    z.object({ created_at: instant, summary: words, html_url: words }),
    ({ created_at, summary, html_url }) => ({
      events: [
        {
          at: created_at,
          kind: "alert",
          what: "Alert triggered",
          said: summary,
          actor: null,
          link: html_url,
        },
      ],
    }),
  ),
]);
