import { z } from "zod";
import { type EventKind, type FoundEvent, type Reading } from "../define.ts";
import { instant, known, listOf, maybe, personOf, programOf, words } from "../fields.ts";

/** A reference, or the whole where the request included it. */
export const reference = z.object({
  id: words,
  type: words,
  summary: words,
  name: words,
  email: words,
});
export type Reference = z.output<typeof reference>;

/** Who acted: a user is a person; a service or an integration is a program. */
export function actorOf(agent: Reference | null) {
  if (agent === null) return null;
  const isPerson = agent.type === null || /^user/.test(agent.type);
  return isPerson
    ? personOf(agent.id, agent.summary, agent.name, agent.email)
    : programOf(agent.summary);
}

/** What references are called. */
export function namesIn(all: readonly (Reference | null)[]): readonly string[] {
  return all.flatMap((one) => one?.summary ?? []);
}

/** An entry of the log of an incident. */
export const logEntry = z.object({
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

/** What an entry of the log tells; who was notified is no event. */
export function readLog(entry: LogEntry): Reading {
  if (/^notify_/.test(entry.type)) {
    const people = [entry.agent, ...entry.assignees].flatMap((user) => known(actorOf(user)));
    return { people, skipped: "notifications" };
  }
  return {
    events: [eventOfLog(entry)],
    facts: {
      title: titleOf(entry),
      services: namesIn([entry.service]),
      teams: namesIn(entry.teams),
    },
  };
}
