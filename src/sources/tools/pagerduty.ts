import { z } from "zod";
import { defineSource, form, type FoundEvent } from "../define.ts";
import { innerObjects } from "../entries/inner-objects.ts";
import { at, instant, keyed, known, listOf, maybe, programOf, says, words } from "../fields.ts";
import { actorOf, logEntry, namesIn, readLog, reference } from "./pagerduty-log.ts";

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
  acknowledgements: listOf(z.object({ at: instant, acknowledger: reference })),
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

function readIncident(one: Incident) {
  return {
    events: eventsOf(one),
    facts: {
      title: one.title ?? one.summary,
      severity: one.priority?.summary ?? null,
      services: namesIn([one.service]),
      teams: namesIn(one.teams),
    },
  };
}

/** Whether an object is somebody who is asked, responds or wrote; exports hold many others. */
const isUser = (value: unknown) => says(value, "type", /^user(?:_reference)?$/);
const users = listOf(reference);

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
export const pagerduty = defineSource(
  "pagerduty",
  "PagerDuty",
  [
    form(({ value }) => says(value, "type", /_log_entry$/), logEntry, readLog),
    form(
      ({ value }) => isIncident(at(value, "incident")) && !says(value, "type", /./),
      z.object({ incident }),
      ({ incident: one }) => readIncident(one),
    ),
    form(({ value }) => isIncident(value), incident, readIncident),
    form(
      keyed(["content", "user", "created_at"], (_, { list }) => list === "notes"),
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
  ],
  (value) => known(...users.parse(innerObjects(value).filter(isUser)).map(actorOf)),
);
