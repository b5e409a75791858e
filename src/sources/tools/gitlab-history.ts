import { z } from "zod";
import { type EventKind, type Form, form, type FoundEvent, type Reading } from "../define.ts";
import { hasKeys, instant, keyed, known, listOf, maybe, STATE_WORDS, words } from "../fields.ts";
import { gitlabActor, gitlabUser } from "./gitlab-user.ts";

const stateEvent = z.object({
  created_at: instant,
  user: maybe(gitlabUser),
  resource_type: z.string(),
  state: z.string(),
});

const STATE_CHANGES = new Map([
  ["closed", "Closed"],
  ["opened", "Reopened"],
  ["reopened", "Reopened"],
]);

/** The first opening is none of these entries. */
function readStateEvent(one: z.output<typeof stateEvent>): Reading {
  const actor = gitlabActor(one.user);
  const verb = STATE_CHANGES.get(one.state);
  if (one.resource_type !== "Issue" || verb === undefined) {
    return { people: known(actor), skipped: "other events of issues" };
  }
  const event: FoundEvent = {
    ...{ at: one.created_at, kind: "note", what: `${verb} the issue`, said: null, actor },
    link: null,
    // The issue itself says when it was closed.
    isSummary: one.state === "closed",
  };
  return { events: [event] };
}

const timelineEvent = z.object({
  occurredAt: instant,
  note: words,
  author: maybe(gitlabUser),
  updatedByUser: maybe(gitlabUser),
  timelineEventTags: maybe(z.object({ nodes: listOf(z.object({ name: z.string() })) })),
});

/** The tags that GitLab knows of itself, by what they mark. */
const TAGS = new Map<string, EventKind>([
  ["start time", "start"],
  ["impact detected", "detect"],
  ["response initiated", "acknowledge"],
  ["cause identified", "diagnose"],
  ["impact mitigated", "mitigate"],
  ["end time", "resolve"],
]);

/** One event for each milestone that it marks; all but the first are given by the milestone alone. */
function readTimelineEvent(one: z.output<typeof timelineEvent>): Reading {
  const actor = gitlabActor(one.author);
  const names = (one.timelineEventTags?.nodes ?? []).map(({ name }) => name.toLowerCase());
  const kinds = names.flatMap((name) => TAGS.get(name) ?? []);
  const base = { at: one.occurredAt, actor, link: null };
  const [first, ...others] = kinds;
  const events: readonly FoundEvent[] = [
    first === undefined
      ? { ...base, kind: "message", what: "", said: one.note }
      : { ...base, kind: first, what: STATE_WORDS[first], said: one.note },
    ...others.map((kind) => ({ ...base, kind, what: STATE_WORDS[kind], said: null })),
  ];
  const people = known(gitlabActor(one.updatedByUser));
  if (first === undefined && one.note === null) return { people, skipped: "notes without text" };
  return { events, people };
}

/** Changes of state of issues (REST), and the timeline of an incident (GraphQL alone has it). */
export const HISTORY_FORMS: readonly Form[] = [
  form(keyed(["resource_type", "resource_id", "state", "user"]), stateEvent, readStateEvent),
  form(
    keyed(["occurredAt", "note"], (value) => !hasKeys(value, "attributes")),
    timelineEvent,
    readTimelineEvent,
  ),
];
