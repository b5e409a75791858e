import { z } from "zod";
import { defineSource, form, type FoundEvent } from "../define.ts";
import { innerOf } from "../entries/inner-objects.ts";
import {
  at,
  hasKeys,
  instant,
  keyed,
  known,
  listOf,
  maybe,
  milestoneName,
  named,
  personOf,
  programOf,
  STATE_WORDS,
  stateKind,
  words,
} from "../fields.ts";

const user = z.object({ id: words, name: words, email: words, slack_user_id: words });
const actor = z.object({ user: maybe(user), api_key: maybe(z.object({ name: words })) });

/** Only people have both. */
const member = user.extend({ name: z.string(), email: z.string() });

function userOf(one: z.output<typeof user> | null) {
  return one && personOf(one.name, one.email, one.slack_user_id, one.id);
}

function actorOf(one: z.output<typeof actor> | null) {
  return userOf(one?.user ?? null) ?? programOf(one?.api_key?.name);
}

const stamp = z.object({
  incident_timestamp: z.object({ name: z.string() }),
  value: z.object({ value: instant }),
});

const incident = z.object({
  name: z.string({ error: "no name" }),
  created_at: instant,
  permalink: words,
  severity: maybe(z.object({ name: words })),
  creator: maybe(actor),
  incident_role_assignments: listOf(z.object({ assignee: maybe(user) })),
  incident_timestamp_values: listOf(stamp),
});
type Incident = z.output<typeof incident>;

function eventsOf({ name, created_at, permalink, creator, incident_timestamp_values }: Incident) {
  const stated = incident_timestamp_values.map(({ incident_timestamp, value }): FoundEvent => {
    const kind = stateKind(incident_timestamp.name) ?? "note";
    const what = milestoneName(incident_timestamp.name.replace(/ at$/i, ""));
    return { at: value.value, kind, what, said: null, actor: null, link: permalink };
  });
  const declared: FoundEvent = {
    at: created_at,
    kind: "note",
    what: "Incident declared",
    said: name,
    actor: actorOf(creator),
    link: permalink,
  };
  return [declared, ...stated];
}

function readIncident(one: Incident) {
  return {
    events: eventsOf(one),
    people: known(...one.incident_role_assignments.map(({ assignee }) => userOf(assignee))),
    facts: { title: one.name, severity: one.severity?.name ?? null },
  };
}

const update = z.object({
  created_at: instant,
  message: words,
  new_incident_status: maybe(z.object({ name: words, category: words })),
  new_severity: maybe(z.object({ name: words })),
  updater: maybe(actor),
});

const INCIDENT = ["name", "incident_status", "reference"];

/** incident.io: incidents and their updates of the API v2. */
export const incidentIo = defineSource(
  "incident.io",
  "incident.io",
  [
    form(
      ({ value }) => hasKeys(at(value, "incident"), ...INCIDENT),
      z.object({ incident }),
      ({ incident: one }) => readIncident(one),
    ),
    form(keyed(INCIDENT), incident, readIncident),
    form(
      keyed(["incident_id", "updater", "created_at"]),
      update,
      ({ created_at, message, new_incident_status, new_severity, updater }) => {
        const status = new_incident_status?.name ?? null;
        const kind = status === null ? null : stateKind(status);
        const severity = new_severity?.name ? `, severity ${named(new_severity.name)}` : "";
        const what = status === null ? `Update${severity}` : `Status: ${named(status)}${severity}`;
        return {
          events: [
            {
              at: created_at,
              kind: kind ?? "note",
              what:
                kind === null
                  ? what
                  : `${STATE_WORDS[kind]} (status ${named(status ?? "")}${severity})`,
              said: message,
              actor: actorOf(updater),
              link: null,
            },
          ],
        };
      },
    ),
  ],
  (value) => known(...innerOf(value, member).map(userOf)),
);
