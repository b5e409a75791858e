import { z } from "zod";
import { defineSource, type EventKind, form, type FoundEvent } from "./define.ts";
import { at, instant, keyed, known, maybe, personOf, says, STATE_WORDS, words } from "./fields.ts";
import { innerOf } from "./inner-objects.ts";

const field = maybe(z.object({ value: words }));

const incident = z.object({
  title: z.string({ error: "no title" }),
  created: instant,
  detected: maybe(instant),
  resolved: maybe(instant),
  customer_impact_start: maybe(instant),
  customer_impact_end: maybe(instant),
  severity: words,
  fields: maybe(z.object({ severity: field })),
});

const resource = z.object({ attributes: incident });

const user = z.object({
  type: z.literal("users"),
  attributes: z.object({ name: words, email: words, handle: words }),
});

function personIn({ attributes: { name, email, handle } }: z.output<typeof user>) {
  return personOf(name, email, handle);
}

function readIncident({ attributes: one }: z.output<typeof resource>) {
  const stated = (time: number | null, kind: EventKind): readonly FoundEvent[] => {
    const what = STATE_WORDS[kind];
    return time === null ? [] : [{ at: time, kind, what, said: null, actor: null, link: null }];
  };
  const declared: FoundEvent = {
    ...{ at: one.created, kind: "note", what: "Incident declared", said: one.title },
    ...{ actor: null, link: null },
  };
  return {
    events: [
      declared,
      ...stated(one.customer_impact_start, "start"),
      ...stated(one.detected, "detect"),
      ...stated(one.customer_impact_end, "mitigate"),
      ...stated(one.resolved, "resolve"),
    ],
    facts: { title: one.title, severity: one.fields?.severity?.value ?? one.severity },
  };
}

const event = z.object({
  attributes: z.object({
    timestamp: instant,
    message: words,
    attributes: maybe(z.object({ title: words, service: words })),
  }),
});

const ATTRIBUTES = ["id", "type", "attributes"];
const isIncident = (value: unknown) =>
  says(value, "type", /^incidents$/) && at(at(value, "attributes"), "created") !== undefined;

/** Datadog: incidents with the users that they include, and events, JSON:API resources of the API v2. */
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
      keyed(
        ATTRIBUTES,
        (value) =>
          says(value, "type", /^users$/) && at(at(value, "attributes"), "handle") !== undefined,
      ),
      user,
      () => ({ skipped: "users" }),
    ),
    form(
      keyed(ATTRIBUTES, (value) => says(value, "type", /^event$/)),
      event,
      ({ attributes: { timestamp, message, attributes } }) => {
        const what = "Event";
        const said = attributes?.title ?? message;
        const found = { at: timestamp, kind: "note", what, said, actor: null, link: null } as const;
        return said === null ? { skipped: "events without text" } : { events: [found] };
      },
    ),
  ],
  (value) => known(...innerOf(value, user).map(personIn)),
);
