import { z } from "zod";
import { defineSource, form, type FoundEvent } from "./define.ts";
import { hasKeys, instant, listOf, maybe, stateKind, words } from "./fields.ts";

const update = z.object({
  status: z.string({ error: "no status" }),
  body: words,
  created_at: instant,
  display_at: maybe(instant),
});

const incident = z.object({
  name: z.string({ error: "no name" }),
  created_at: instant,
  started_at: maybe(instant),
  shortlink: words,
  incident_updates: listOf(update),
});

/** What was told to customers, when, and in which state. */
function eventOf(one: z.output<typeof update>, link: string | null): FoundEvent {
  const { status, body, created_at, display_at } = one;
  const what = `Status page: ${status.replaceAll("_", " ")}`;
  const kind = stateKind(status) ?? "note";
  return { at: display_at ?? created_at, kind, what, said: body, actor: null, link };
}

/** Atlassian Statuspage: incidents with their updates, of the public status API and the Manage API. */
export const statuspage = defineSource("statuspage", "Statuspage", [
  form(
    ({ value }) => hasKeys(value, "name", "status", "impact", "shortlink"),
    incident,
    (one) => ({
      events: one.incident_updates.map((each) => eventOf(each, one.shortlink)),
      facts: { title: one.name },
    }),
  ),
  form(
    ({ value }) => hasKeys(value, "incident_id", "status", "body", "display_at"),
    update,
    (one) => ({ events: [eventOf(one, null)] }),
  ),
]);
