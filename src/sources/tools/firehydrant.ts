import { z } from "zod";
import { defineSource, form, type FoundEvent } from "../define.ts";
import { innerOf } from "../entries/inner-objects.ts";
import {
  instant,
  keyed,
  known,
  listOf,
  maybe,
  named,
  personOf,
  programOf,
  words,
} from "../fields.ts";
import { milestoneEvents, PART_FORMS } from "./firehydrant-parts.ts";

const author = z.object({ id: words, name: words, email: words, source: words });

/** Only people have both. */
const member = author.extend({ name: z.string(), email: z.string() });

function authorOf(one: z.output<typeof author> | null) {
  if (one === null) return null;
  const isProgram = /^(?:system|automation|runbook|api|integration)/i.test(one.source ?? "");
  return isProgram ? programOf(one.name) : personOf(one.name, one.email, one.id);
}

const withName = z.object({ name: words });

const incident = z.object({
  name: z.string({ error: "no name" }),
  created_at: instant,
  started_at: maybe(instant),
  incident_url: words,
  severity: words,
  priority: words,
  milestones: listOf(z.object({ type: z.string(), occurred_at: instant })),
  services: listOf(withName),
  created_by: maybe(author),
  role_assignments: listOf(z.object({ user: maybe(author) })),
  team_assignments: listOf(z.object({ team: maybe(withName) })),
});
type Incident = z.output<typeof incident>;

function eventsOf({ name, created_at, incident_url, milestones, created_by }: Incident) {
  const link = incident_url;
  const opened: FoundEvent = {
    ...{ at: created_at, kind: "note", what: "Incident opened", said: name, link },
    actor: authorOf(created_by),
  };
  return [opened, ...milestoneEvents(milestones, link)];
}

const text = z.object({ body: words, summary: words, name: words, message: words, title: words });

const event = z.object({
  type: z.string({ error: "no type" }),
  occurred_at: instant,
  author: maybe(author),
  data: maybe(text),
});

/** What a type of event is called in the timeline. */
const EVENT_WORDS: ReadonlyMap<string, string> = new Map([
  ["note", "Note"],
  ["general_update", "Update"],
  ["incident_status", "Status"],
  ["alert_linked", "Alert linked"],
  ["root_cause", "Cause noted"],
  ["changelog_entry", "Change"],
]);

function eventOf({ type, occurred_at, author: by, data }: z.output<typeof event>): FoundEvent {
  const plain = type.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
  const said = data?.body ?? data?.message ?? data?.summary ?? data?.title ?? data?.name ?? null;
  const common = { at: occurred_at, said, actor: authorOf(by), link: null };
  if (/chat_message$/.test(plain)) return { ...common, kind: "message", what: "" };
  if (/alert_linked$/.test(plain)) return { ...common, kind: "alert", what: "Alert linked" };
  if (/changelog_entry$/.test(plain)) return { ...common, kind: "change", what: "Change" };
  const what = EVENT_WORDS.get(plain) ?? `Event ${named(plain.replaceAll("_", " "))}`;
  return { ...common, kind: "note", what };
}

/** FireHydrant: incidents, the events of their timelines, alerts and changes, of the API v1. */
export const firehydrant = defineSource(
  "firehydrant",
  "FireHydrant",
  [
    form(keyed(["name", "milestones", "current_milestone"]), incident, (one) => ({
      events: eventsOf(one),
      people: known(...one.role_assignments.map(({ user }) => authorOf(user))),
      facts: {
        title: one.name,
        severity: one.severity ?? one.priority,
        services: one.services.flatMap(({ name }) => name ?? []),
        teams: one.team_assignments.flatMap(({ team }) => team?.name ?? []),
      },
    })),
    form(keyed(["incident_id", "type", "occurred_at", "author"]), event, (one) => ({
      events: [eventOf(one)],
    })),
    ...PART_FORMS,
  ],
  (value) => known(...innerOf(value, member).map(authorOf)),
);
