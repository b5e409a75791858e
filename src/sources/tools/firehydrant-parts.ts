import { z } from "zod";
import { type Form, form, type FoundEvent } from "../define.ts";
import {
  instant,
  keyed,
  listOf,
  maybe,
  milestoneName,
  named,
  personOf,
  stateKind,
  words,
} from "../fields.ts";

const withName = z.object({ name: words });

const alert = z.object({
  ...{ summary: words, description: words, integration_name: words, remote_url: words },
  ...{ starts_at: instant, ends_at: maybe(instant) },
  services: listOf(withName),
});

function readAlert(one: z.output<typeof alert>) {
  const { summary, description, integration_name: tool, starts_at, ends_at, services } = one;
  const common = { actor: null, link: one.remote_url };
  const from = tool === null ? "" : ` of ${named(tool)}`;
  const fired: FoundEvent = {
    ...{ ...common, at: starts_at, kind: "alert", what: `Alert${from} fired` },
    said: summary ?? description,
  };
  const over: FoundEvent = {
    ...{ ...common, at: ends_at ?? starts_at, kind: "resolve", what: `Alert${from} ended` },
    said: null,
  };
  const facts = { title: summary, services: services.flatMap(({ name }) => name ?? []) };
  return { events: ends_at === null ? [fired] : [fired, over], facts };
}

const change = z.object({
  ...{ summary: words, description: words, starts_at: instant },
  ...{ authors: listOf(z.object({ name: words })), environments: listOf(withName) },
});

function readChange({
  summary,
  description,
  starts_at,
  authors,
  environments,
}: z.output<typeof change>) {
  const [where] = environments.flatMap(({ name }) => name ?? []);
  const what = where === undefined ? "Change" : `Change in ${named(where)}`;
  const [actor = null] = authors.map(({ name }) => personOf(name));
  const said = summary ?? description;
  return { events: [{ at: starts_at, kind: "change" as const, what, said, actor, link: null }] };
}

const milestone = z.object({ type: z.string(), occurred_at: instant });

/** Milestones of the retrospective come after the incident. */
const AFTERWARDS = /^(?:retrospective|postmortem|cancelled)/;

/** The milestones that FireHydrant states of an incident itself. */
export function milestoneEvents(
  all: readonly z.output<typeof milestone>[],
  link: string | null,
): readonly FoundEvent[] {
  return all
    .filter(({ type }) => !AFTERWARDS.test(type))
    .map(({ type, occurred_at }) => {
      const common = { at: occurred_at, said: null, actor: null, link };
      return {
        ...common,
        kind: stateKind(type) ?? "note",
        what: `Milestone ${milestoneName(type)}`,
      };
    });
}

/** Alerts, changes and milestones in files of their own. */
export const PART_FORMS: readonly Form[] = [
  form(keyed(["summary", "starts_at", "integration_name", "remote_id"]), alert, readAlert),
  form(keyed(["summary", "starts_at", "authors", "related_changes"]), change, readChange),
  form(keyed(["type", "occurred_at", "duration", "updated_at"]), milestone, (one) => {
    const events = milestoneEvents([one], null);
    return events.length > 0 ? { events } : { skipped: "milestones of the retrospective" };
  }),
];
