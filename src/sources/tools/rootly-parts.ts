import { z } from "zod";
import { type Form, form, type FoundEvent } from "../define.ts";
import { at, hasKeys, instant, listOf, maybe, programOf, says, words } from "../fields.ts";

/** The name of a resource within another: `{ data: { attributes } }`, or the attributes alone. */
export const named = z
  .object({ data: maybe(z.object({ attributes: z.object({ name: words }) })), name: words })
  .transform(({ data, name }) => data?.attributes.name ?? name);

/** Whether a value is a resource of Rootly's of some type. */
export function isResource(value: unknown, type: RegExp): boolean {
  return says(value, "type", type) && hasOwn(at(value, "attributes"));
}

/** Datadog has resources of the same type, with other names of times. */
function hasOwn(attributes: unknown): boolean {
  return hasKeys(attributes, "created_at") || hasKeys(attributes, "occurred_at");
}

const alert = z.object({
  attributes: z.object({
    ...{ summary: words, external_url: words, created_at: instant },
    ...{ started_at: maybe(instant), ended_at: maybe(instant) },
    ...{ services: listOf(named), groups: listOf(named) },
  }),
});

function readAlert({ attributes: one }: z.output<typeof alert>) {
  const { summary: said, started_at, created_at, ended_at, services, groups } = one;
  const common = { actor: null, link: one.external_url };
  const begin = started_at ?? created_at;
  const fired: FoundEvent = { ...common, at: begin, kind: "alert", what: "Alert fired", said };
  const over: readonly FoundEvent[] =
    ended_at === null
      ? []
      : [{ ...common, at: ended_at, kind: "resolve", what: "Alert ended", said: null }];
  const namesIn = (all: readonly (string | null)[]) => all.flatMap((name) => name ?? []);
  return {
    events: [fired, ...over],
    facts: { title: said, services: namesIn(services), teams: namesIn(groups) },
  };
}

const pulse = z.object({
  attributes: z.object({
    ...{ summary: words, source: words, external_url: words },
    ...{ created_at: instant, started_at: maybe(instant) },
  }),
});

/** Alerts, and pulses, which are changes that other tools report. */
export const PART_FORMS: readonly Form[] = [
  form(({ value }) => isResource(value, /^alerts$/), alert, readAlert),
  form(
    ({ value }) => isResource(value, /^pulses$/),
    pulse,
    ({ attributes: { summary: said, source, external_url: link, started_at, created_at } }) => ({
      events: [
        {
          ...{ at: started_at ?? created_at, kind: "change", what: "Change" },
          ...{ said, actor: programOf(source), link },
        },
      ],
    }),
  ),
];
