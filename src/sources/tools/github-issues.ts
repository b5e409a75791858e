import { z } from "zod";
import { type Form, form, type FoundEvent, type Reading } from "../define.ts";
import { at, instant, keyed, known, listOf, maybe, named, says, words } from "../fields.ts";
import { githubActor, githubUser } from "./github-user.ts";

const user = maybe(githubUser);
const number = z.number({ error: "no number" });
const title = z.string({ error: "no title" });

/** A release, of either spelling. */
export interface GithubRelease {
  readonly tag: string;
  readonly name: string | null;
  readonly published: number | null;
  readonly isDraft: boolean;
  readonly link: string | null;
  readonly author: z.output<typeof user>;
}

/** A release that was published is a change. */
export function readRelease({
  tag,
  name,
  published,
  isDraft,
  link,
  author,
}: GithubRelease): Reading {
  if (published === null || isDraft) return { skipped: "unpublished releases" };
  const what = `Released ${named(tag)}`;
  const said = name === tag ? null : name;
  const released = { at: published, kind: "change", what, said, link } as const;
  return { events: [{ ...released, actor: githubActor(author) }] };
}

/** A pull request, of either spelling. */
export interface GithubPull {
  readonly number: number;
  readonly title: string;
  readonly merged: number | null;
  readonly merger: z.output<typeof user>;
  readonly author: z.output<typeof user>;
  /** Who else is shown: assignees, reviewers, authors of its commits. */
  readonly others: readonly z.output<typeof githubUser>[];
  readonly link: string | null;
}

/** A pull request that was merged is a change. */
export function readPull(pull: GithubPull): Reading {
  const { number, title, merged, merger, author, others, link } = pull;
  const people = known(...[author, merger, ...others].map(githubActor));
  if (merged === null) return { people, skipped: "pull requests that are not merged" };
  const what = `Merged pull request #${number}`;
  const event: FoundEvent = {
    ...{ at: merged, kind: "change", what, said: title, link },
    actor: githubActor(merger),
  };
  return { events: [event], people };
}

/** An issue, of either spelling. */
export interface GithubIssue {
  readonly name: "issue" | "pull request";
  readonly number: number;
  readonly title: string;
  readonly opened: number;
  readonly closed: number | null;
  readonly author: z.output<typeof user>;
  readonly closer: z.output<typeof user>;
  readonly assignees: readonly z.output<typeof githubUser>[];
  readonly link: string | null;
}

/** When an issue was opened and closed. */
export function readIssue(one: GithubIssue): Reading {
  const { link, opened, closed } = one;
  const name = `${one.name} #${one.number}`;
  const made: FoundEvent = {
    ...{ at: opened, kind: "note", what: `Opened ${name}`, said: one.title, link },
    actor: githubActor(one.author),
  };
  const ended = { kind: "note", what: `Closed ${name}`, said: null, link } as const;
  const actor = githubActor(one.closer);
  return {
    events: [made, ...(closed === null ? [] : [{ at: closed, ...ended, actor }])],
    people: known(actor, ...one.assignees.map(githubActor)),
    facts: { title: one.title },
  };
}

const pull = z.object({
  ...{ number, title, merged_at: maybe(instant), merged_by: user, html_url: words, user },
  ...{ assignees: listOf(githubUser), requested_reviewers: listOf(githubUser) },
});

const issue = z.object({
  ...{ number, title, created_at: instant, closed_at: maybe(instant), closed_by: user },
  ...{ html_url: words, user, assignees: listOf(githubUser) },
  pull_request: maybe(z.object({ merged_at: maybe(instant) })),
});

/** Issues of the API are pull requests too: those say when they were merged. */
function readListed(one: z.output<typeof issue>): Reading {
  const { number, title, html_url: link, user: author, pull_request } = one;
  const { created_at: opened, closed_at, closed_by: closer, assignees } = one;
  const merged = pull_request?.merged_at ?? null;
  const closed = merged === null ? closed_at : null;
  const name = pull_request === null ? "issue" : "pull request";
  const read = readIssue({ name, number, title, link, author, opened, closed, closer, assignees });
  const { events: changes = [] } =
    merged === null
      ? {}
      : readPull({ ...{ number, title, merged, merger: closer, author, link }, others: assignees });
  return {
    ...read,
    events: [...(read.events ?? []), ...changes],
    facts: pull_request === null ? { title } : {},
  };
}

const comment = z.object({ created_at: instant, body: words, html_url: words, user });

const committer = maybe(z.object({ name: words, email: words }));

const event = z.object({
  event: z.string(),
  created_at: maybe(instant),
  ...{ actor: user, user, assignee: user, assigner: user },
  ...{ requested_reviewer: user, review_requester: user },
  ...{ author: committer, committer },
});

const STATE_CHANGES = new Map([
  ["closed", "Closed"],
  ["reopened", "Reopened"],
]);

/** An entry of the history of an issue; of these, only changes of state are events of the incident. */
function readEvent(one: z.output<typeof event>): Reading {
  const people = known(
    ...[one.actor, one.user, one.assignee, one.assigner].map(githubActor),
    ...[one.requested_reviewer, one.review_requester].map(githubActor),
    ...[one.author, one.committer].map((who) =>
      githubActor(who && { ...who, login: null, type: null, is_bot: null }),
    ),
  );
  const verb = STATE_CHANGES.get(one.event);
  if (verb === undefined || one.created_at === null) {
    return { people, skipped: "other events of issues" };
  }
  const changed: FoundEvent = {
    ...{ at: one.created_at, kind: "note", what: `${verb} the issue`, said: null, link: null },
    actor: githubActor(one.actor),
    // The issue itself says when it was closed.
    isSummary: one.event === "closed",
  };
  return { events: [changed], people };
}

/** Pull requests, issues, their comments and their history, as the REST API has them. */
export const ISSUE_FORMS: readonly Form[] = [
  form(
    keyed(["merged_at", "html_url", "number"]),
    pull,
    ({ merged_at: merged, merged_by: merger, html_url: link, user: author, ...one }) => {
      const others = [...one.assignees, ...one.requested_reviewers];
      const { number, title } = one;
      return readPull({ number, title, merged, merger, author, link, others });
    },
  ),
  form(keyed(["number", "title", "html_url", "comments_url"]), issue, readListed),
  form(
    keyed(["issue_url", "body", "html_url"], (value) => !says(value, "type", /./)),
    comment,
    ({ created_at, body, html_url: link, user: author }) => {
      const actor = githubActor(author);
      if (body === null) return { people: known(actor), skipped: "comments without text" };
      return { events: [{ at: created_at, kind: "message", what: "", said: body, actor, link }] };
    },
  ),
  form(
    keyed(["event", "node_id"], (value) => typeof at(value, "event") === "string"),
    event,
    readEvent,
  ),
];
