import { z } from "zod";
import { defineSource, form, type FoundEvent, type Reading } from "./define.ts";
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
  words,
} from "./fields.ts";
import { innerObjects, innerOf } from "./inner-objects.ts";

const user = z.object({
  ...{ displayName: words, emailAddress: words, accountId: words, name: words, accountType: words },
});

function actorOf(one: z.output<typeof user> | null) {
  if (one === null) return null;
  const actor = personOf(one.displayName, one.emailAddress, one.accountId, one.name);
  return actor && { ...actor, isProgram: one.accountType === "app" };
}

/** The text of a document in Atlassian's format, which API v3 has in place of texts; mentions have theirs in `attrs`. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const texts = innerObjects(value).flatMap((one) => {
    const text = at(one, "text");
    return typeof text === "string" ? [text] : [];
  });
  return texts.join(" ").replace(/ {2,}/g, " ").trim();
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

const history = z.object({
  author: maybe(user),
  created: instant,
  items: listOf(z.object({ field: z.string(), toString: words })),
});

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

function changesOf({ changelog }: Issue, link: string | null): readonly FoundEvent[] {
  return (changelog?.histories ?? []).flatMap(({ author, created, items }) =>
    items.flatMap((item): readonly FoundEvent[] => {
      const to = item.toString;
      if (item.field !== "status" || to === null) return [];
      const what = `Status set to ${named(to)}`;
      return [{ at: created, kind: "note", what, said: null, actor: actorOf(author), link }];
    }),
  );
}

function commentsOf({ fields }: Issue, link: string | null): readonly FoundEvent[] {
  return (fields.comment?.comments ?? []).flatMap(({ author, body, created }) => {
    const said = textOf(body);
    const event = { at: created, kind: "message", what: "", said, link } as const;
    return said.trim() === "" ? [] : [{ ...event, actor: actorOf(author) }];
  });
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
  return {
    events: [opened, ...changesOf(one, link), ...commentsOf(one, link), ...closed],
    facts: {
      title: fields.summary,
      services: fields.components.map(({ name }) => name),
      severity: fields.priority?.name ?? null,
    },
  };
}

/** Jira: issues with their comments and changes of status, of the REST API v2 or v3. */
export const jira = defineSource(
  "jira",
  "Jira",
  [
    form(
      keyed(["key", "fields"], (value) => hasKeys(at(value, "fields"), "summary", "created")),
      issue,
      readIssue,
    ),
  ],
  (value) => innerOf(value, somebody).flatMap(peopleOf),
);
