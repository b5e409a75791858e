import { z } from "zod";
import { defineSource, form, type FoundEvent, type Reading } from "../define.ts";
import {
  at,
  hasKeys,
  instant,
  keyed,
  listOf,
  maybe,
  named,
  says,
  stateKind,
  words,
} from "../fields.ts";

const update = z.object({
  status: z.string({ error: "no status" }),
  body: words,
  created_at: instant,
  display_at: maybe(instant),
});

const incident = z.object({
  name: z.string({ error: "no name" }),
  created_at: instant,
  monitoring_at: maybe(instant),
  resolved_at: maybe(instant),
  impact: words,
  shortlink: words,
  incident_updates: listOf(update),
  components: listOf(z.object({ name: words })),
});
type Incident = z.output<typeof incident>;

/** What customers were told, when, and in which state. */
function eventOf(one: z.output<typeof update>, link: string | null): FoundEvent {
  const { status, body, created_at, display_at } = one;
  const what = `Status page: ${named(status)}`;
  const kind = stateKind(status) ?? "note";
  return { at: display_at ?? created_at, kind, what, said: body, actor: null, link };
}

/** The states of an incident whose updates are elsewhere: what these tell goes first. */
function summaryOf(one: Incident): readonly FoundEvent[] {
  const stated = (time: number | null, status: string) =>
    time === null
      ? []
      : [
          {
            ...eventOf({ status, body: null, created_at: time, display_at: null }, one.shortlink),
            isSummary: true,
          },
        ];
  return [
    ...stated(one.created_at, "created"),
    ...stated(one.monitoring_at, "monitoring"),
    ...stated(one.resolved_at, "resolved"),
  ];
}

function readIncident(one: Incident): Reading {
  const { incident_updates: updates, shortlink, impact, components } = one;
  return {
    events: updates.length > 0 ? updates.map((each) => eventOf(each, shortlink)) : summaryOf(one),
    facts: {
      title: one.name,
      severity: impact === "none" ? null : impact,
      services: components.flatMap(({ name }) => name ?? []),
    },
  };
}

const INCIDENT = ["name", "status", "created_at", "impact"];
const isIncident = (value: unknown) => hasKeys(value, ...INCIDENT) && says(value, "impact", /./);

/** Atlassian Statuspage: incidents with their updates, of the public status API, the Manage API and webhooks. */
export const statuspage = defineSource("statuspage", "Statuspage", [
  form(keyed(INCIDENT, isIncident), incident, readIncident),
  form(
    keyed(["page"], (value) => isIncident(at(value, "incident"))),
    z.object({ incident }),
    ({ incident: one }) => readIncident(one),
  ),
  form(keyed(["incident_id", "status", "body", "display_at"]), update, (one) => ({
    events: [eventOf(one, null)],
  })),
]);
