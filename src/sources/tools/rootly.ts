import { z } from "zod";
import { defineSource, type EventKind, form, type FoundEvent } from "../define.ts";
import { innerOf } from "../entries/inner-objects.ts";
import {
  at,
  instant,
  keyed,
  known,
  listOf,
  maybe,
  personOf,
  STATE_WORDS,
  words,
} from "../fields.ts";
import { isResource, named, PART_FORMS } from "./rootly-parts.ts";

/** A resource within another: `{ data: { attributes } }`, or the attributes alone. */
const user = z
  .object({
    data: maybe(z.object({ attributes: z.object({ name: words, email: words }) })),
    name: words,
    full_name: words,
    email: words,
  })
  .transform(({ data, name, full_name, email }) => {
    const attributes = data?.attributes ?? null;
    return personOf(attributes?.name ?? full_name ?? name, attributes?.email ?? email);
  });

/** Only people have both, under either name. */
const member = z
  .object({ name: words, full_name: words, email: z.string() })
  .refine(({ name, full_name }) => (full_name ?? name) !== null);

const incident = z.object({
  title: z.string({ error: "no title" }),
  created_at: instant,
  started_at: maybe(instant),
  detected_at: maybe(instant),
  acknowledged_at: maybe(instant),
  mitigated_at: maybe(instant),
  resolved_at: maybe(instant),
  closed_at: maybe(instant),
  mitigation_message: words,
  resolution_message: words,
  url: words,
  severity: maybe(named),
  services: listOf(named),
  groups: listOf(named),
  user: maybe(user),
  started_by: maybe(user),
  mitigated_by: maybe(user),
  resolved_by: maybe(user),
  closed_by: maybe(user),
});
type Incident = z.output<typeof incident>;

function eventsOf(one: Incident): readonly FoundEvent[] {
  const { url: link } = one;
  const stated = (
    time: number | null,
    kind: EventKind,
    by: Incident["user"] = null,
    said: string | null = null,
  ): readonly FoundEvent[] =>
    time === null ? [] : [{ at: time, kind, what: STATE_WORDS[kind], said, actor: by, link }];
  return [
    {
      ...{ at: one.created_at, kind: "note", what: "Incident opened", said: one.title, link },
      actor: one.user,
    },
    ...stated(one.started_at, "start"),
    ...stated(one.detected_at, "detect"),
    ...stated(one.acknowledged_at, "acknowledge"),
    ...stated(one.mitigated_at, "mitigate", one.mitigated_by, one.mitigation_message),
    ...stated(one.resolved_at, "resolve", one.resolved_by, one.resolution_message),
    ...stated(one.closed_at, "close", one.closed_by),
  ];
}

function readIncident({ attributes }: { readonly attributes: Incident }) {
  const { started_by, mitigated_by, resolved_by, closed_by } = attributes;
  return {
    events: eventsOf(attributes),
    people: known(started_by, mitigated_by, resolved_by, closed_by),
    facts: {
      title: attributes.title,
      severity: attributes.severity,
      services: attributes.services.flatMap((name) => name ?? []),
      teams: attributes.groups.flatMap((name) => name ?? []),
    },
  };
}

const event = z.object({
  attributes: z.object({
    event: z.string({ error: "no text" }),
    occurred_at: instant,
    user: maybe(user),
    user_display_name: words,
  }),
});

const resource = z.object({ attributes: incident });
/** Rootly: incidents and their events, alerts and pulses, JSON:API resources of the API v1. */
export const rootly = defineSource(
  "rootly",
  "Rootly",
  [
    form(
      ({ value }) => isResource(at(value, "data"), /^incidents$/),
      z.object({ data: resource }),
      ({ data }) => readIncident(data),
    ),
    form(
      keyed(["id", "type", "attributes"], (value) => isResource(value, /^incidents$/)),
      resource,
      readIncident,
    ),
    form(
      ({ value }) => isResource(value, /^incident_events$/),
      event,
      ({ attributes }) => {
        const actor = attributes.user ?? personOf(attributes.user_display_name);
        const { occurred_at, event: said } = attributes;
        return {
          events: [{ at: occurred_at, kind: "note", what: "Event", said, actor, link: null }],
        };
      },
    ),
    ...PART_FORMS,
  ],
  (value) =>
    known(
      ...innerOf(value, member).flatMap(({ full_name, name, email }) => [
        personOf(full_name, email),
        personOf(name, email),
      ]),
    ),
);
