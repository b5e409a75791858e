import { z } from "zod";
import { type Actor, defineSource, type EventKind, form, type FoundEvent } from "../define.ts";
import { innerOf } from "../entries/inner-objects.ts";
import {
  at,
  instant,
  keyed,
  known,
  listOf,
  maybe,
  personOf,
  says,
  STATE_WORDS,
  words,
} from "../fields.ts";
import { EVENT_FORMS } from "./datadog-events.ts";
import { personIn, somebody, user } from "./datadog-user.ts";

const field = maybe(z.object({ value: words }));
const fields = maybe(z.object({ value: listOf(z.string()) })).transform((one) => one?.value ?? []);
const userWithin = maybe(z.object({ data: user }));

const incident = z.object({
  title: z.string({ error: "no title" }),
  created: instant,
  ...{ declared: maybe(instant), detected: maybe(instant), resolved: maybe(instant) },
  ...{ customer_impact_start: maybe(instant), customer_impact_end: maybe(instant) },
  ...{ declared_by: userWithin, created_by: userWithin, declared_by_uuid: words },
  severity: words,
  fields: maybe(z.object({ severity: field, services: fields, teams: fields })),
});
type Incident = z.output<typeof incident>;

const resource = z.object({ attributes: incident });

function stated(at: number | null, kind: EventKind, said: string | null = null) {
  const common = { kind, what: STATE_WORDS[kind], said, actor: null, link: null };
  return at === null ? [] : [{ at, ...common } satisfies FoundEvent];
}

function declarer({ declared_by, created_by, declared_by_uuid }: Incident): Actor | null {
  const by = declared_by ?? created_by;
  return by ? personIn(by.data) : personOf(declared_by_uuid);
}

/** Datadog writes the word where nobody chose one. */
function severityOf({ fields, severity }: Incident): string | null {
  const written = fields?.severity?.value ?? severity;
  return written?.toLowerCase() === "unknown" ? null : written;
}

function readIncident({ attributes: one }: z.output<typeof resource>) {
  const declared: FoundEvent = {
    ...{ at: one.declared ?? one.created, kind: "note", what: "Incident declared" },
    ...{ said: one.title, actor: declarer(one), link: null },
  };
  return {
    events: [
      declared,
      ...stated(one.customer_impact_start, "start"),
      ...stated(one.detected, "detect"),
      ...stated(one.customer_impact_end, "mitigate"),
      ...stated(one.resolved, "resolve"),
    ],
    facts: {
      title: one.title,
      severity: severityOf(one),
      services: one.fields?.services ?? [],
      teams: one.fields?.teams ?? [],
    },
  };
}

const impact = z.object({
  attributes: z.object({ description: words, start_at: instant, end_at: maybe(instant) }),
});

const ATTRIBUTES = ["id", "type", "attributes"];
const isIncident = (value: unknown) =>
  says(value, "type", /^incidents$/) && at(at(value, "attributes"), "created") !== undefined;

/** What an incident has beside its times, and what they are called where they are left out. */
const LEFT_OUT = new Map([
  ["incident_todos", "tasks"],
  ["incident_integrations", "integrations"],
  ["incident_attachments", "attachments"],
  ["incident_responders", "responders"],
]);
const other = z.object({ type: z.string() });

/** Datadog: incidents with the users that they include, impacts and events, JSON:API resources of the API v2. */
export const datadog = defineSource(
  "datadog",
  "Datadog",
  [
    form(
      ({ value }) => isIncident(at(value, "data")),
      z.object({ data: resource }),
      ({ data }) => readIncident(data),
    ),
    form(keyed(ATTRIBUTES, isIncident), resource, readIncident),
    form(
      keyed(ATTRIBUTES, (value) => says(value, "type", /^incident_impacts$/)),
      impact,
      ({ attributes: { description, start_at, end_at } }) => ({
        events: [...stated(start_at, "start", description), ...stated(end_at, "mitigate")],
      }),
    ),
    form(
      keyed(
        ATTRIBUTES,
        (value) =>
          says(value, "type", /^users$/) && at(at(value, "attributes"), "handle") !== undefined,
      ),
      user,
      () => ({ skipped: "users" }),
    ),
    form(
      keyed(ATTRIBUTES, (value) => LEFT_OUT.has(String(at(value, "type")))),
      other,
      ({ type }) => ({ skipped: LEFT_OUT.get(type) ?? type }),
    ),
    ...EVENT_FORMS,
  ],
  (value) => known(...innerOf(value, somebody).map(personIn)),
);
