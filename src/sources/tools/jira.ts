import { z } from "zod";
import { defineSource, form, type FoundEvent, type Reading } from "../define.ts";
import { innerObjects, innerOf } from "../entries/inner-objects.ts";
import {
  at,
  hasKeys,
  instant,
  keyed,
  known,
  listOf,
  maybe,
  named,
  personOf,
  says,
  words,
} from "../fields.ts";

const user = z.object({
  ...{ displayName: words, emailAddress: words, accountId: words, name: words, accountType: words },
});

function actorOf(one: z.output<typeof user> | null) {
  if (one === null) return null;
  const actor = personOf(one.displayName, one.emailAddress, one.accountId, one.name);
  return actor && { ...actor, isProgram: one.accountType === "app" };
}

const BREAK = "hardBreak";

/**
 * The text of a document in Atlassian's format, which API v3 has in place of texts: one space between paragraphs
 * and lines. Mentions and cards have theirs in `attrs`.
 */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const texts = innerObjects(value).map((one) => {
    const own = at(one, "text") ?? at(one, "url");
    if (typeof own === "string") return own;
    return Array.isArray(at(one, "content")) || at(one, "type") === BREAK ? " " : "";
  });
  return texts.join("").replace(/\s+/g, " ").trim();
}

/** Where somebody is shown who need not have done anything. */
const somebody = z.union([
  z.object({ type: z.literal("mention"), attrs: z.object({ id: words, text: words }) }),
  z.object({
    field: z.enum(["assignee", "reporter"]),
    ...{ from: words, fromString: words, to: words, toString: words },
  }),
  user.extend({ displayName: z.string() }),
]);

function peopleOf(one: z.output<typeof somebody>) {
  if ("type" in one) return known(personOf(one.attrs.text?.replace(/^@/, ""), one.attrs.id));
  if ("field" in one) {
    return known(personOf(one.fromString, one.from), personOf(one.toString, one.to));
  }
  return known(actorOf(one));
}

const comment = z.object({ author: maybe(user), body: z.unknown(), created: instant });

const change = z.object({ field: z.string(), to: words, toString: words });

const history = z.object({ author: maybe(user), created: instant, items: listOf(change) });
type History = z.output<typeof history>;

const issue = z.object({
  key: z.string({ error: "no key" }),
  self: words,
  fields: z.object({
    summary: z.string({ error: "no summary" }),
    created: instant,
    resolutiondate: maybe(instant),
    creator: maybe(user),
    reporter: maybe(user),
    priority: maybe(z.object({ name: words })),
    components: listOf(z.object({ name: z.string() })),
    comment: maybe(z.object({ comments: listOf(comment) })),
  }),
  changelog: maybe(z.object({ histories: listOf(history) })),
});
type Issue = z.output<typeof issue>;

/** The page of an issue, on the host of its address in the API. */
function pageOf({ self, key }: Issue): string | null {
  const host = /^https?:\/\/[^/]+/.exec(self ?? "")?.[0];
  return host === undefined ? null : `${host}/browse/${key}`;
}

/** Changes of status, and to whom the issue was given. */
function changesIn({ author, created, items }: History, link: string | null) {
  const common = { at: created, kind: "note", said: null, actor: actorOf(author), link } as const;
  return items.flatMap(({ field, to, toString: name }): readonly FoundEvent[] => {
    if (field === "status" && name !== null) {
      return [{ ...common, what: `Status set to ${named(name)}` }];
    }
    const whom = field === "assignee" ? personOf(name, to) : null;
    return whom === null ? [] : [{ ...common, what: "Assigned", to: [whom] }];
  });
}

function commentEvent({ author, body, created }: z.output<typeof comment>, link: string | null) {
  const said = textOf(body);
  const event = { at: created, kind: "message", what: "", said, link } as const;
  return said === "" ? [] : [{ ...event, actor: actorOf(author) }];
}

function readIssue(one: Issue): Reading {
  const { key, fields } = one;
  const link = pageOf(one);
  const opened: FoundEvent = {
    ...{ at: fields.created, kind: "note", what: `Opened ${key}`, said: fields.summary, link },
    actor: actorOf(fields.creator ?? fields.reporter),
  };
  const done = { kind: "note", what: `Closed ${key}`, said: null, actor: null, link } as const;
  const closed = fields.resolutiondate === null ? [] : [{ at: fields.resolutiondate, ...done }];
  const changes = (one.changelog?.histories ?? []).flatMap((each) => changesIn(each, link));
  const comments = (fields.comment?.comments ?? []).flatMap((each) => commentEvent(each, link));
  return {
    events: [opened, ...changes, ...comments, ...closed],
    facts: {
      title: fields.summary,
      services: fields.components.map(({ name }) => name),
      severity: fields.priority?.name ?? null,
    },
  };
}

/** Whether somebody changed a field, and what. */
function tellsOfChanges(value: unknown): boolean {
  const items = at(value, "items");
  return Array.isArray(items) && items.every((one) => hasKeys(one, "field", "fieldtype"));
}

/** Jira: issues with their comments and changes of status, and either alone, of the REST API v2 or v3. */
export const jira = defineSource(
  "jira",
  "Jira",
  [
    form(
      keyed(["key", "fields"], (value) => hasKeys(at(value, "fields"), "summary", "created")),
      issue,
      readIssue,
    ),
    form(
      keyed(["self", "body", "created"], (value) => says(value, "self", /\/comment\/\d+$/)),
      comment,
      (one) => {
        const events = commentEvent(one, null);
        return events.length > 0 ? { events } : { skipped: "comments without text" };
      },
    ),
    form(keyed(["id", "created", "items"], tellsOfChanges), history, (one) => {
      const events = changesIn(one, null);
      return events.length > 0 ? { events } : { skipped: "changes of other fields" };
    }),
  ],
  (value) => innerOf(value, somebody).flatMap(peopleOf),
);
