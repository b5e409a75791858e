import { z } from "zod";
import { type Form, form, type FoundEvent, type Reading } from "../define.ts";
import { instant, keyed, listOf, maybe, says, words } from "../fields.ts";
import { readIssue, readPull, readRelease } from "./github-issues.ts";
import { githubActor, githubUser } from "./github-user.ts";

const user = maybe(githubUser);

const comment = z.object({ author: user, body: words, createdAt: instant, url: words });

const work = z.object({
  number: z.number({ error: "no number" }),
  title: z.string({ error: "no title" }),
  url: words,
  createdAt: maybe(instant),
  closedAt: maybe(instant),
  mergedAt: maybe(instant),
  mergedBy: user,
  author: user,
  assignees: listOf(githubUser),
  comments: listOf(comment),
  reviews: listOf(z.object({ author: user })),
  latestReviews: listOf(z.object({ author: user })),
  reviewRequests: listOf(githubUser),
  commits: listOf(z.object({ authors: listOf(githubUser) })),
});
type Work = z.output<typeof work>;

function commentsOf({ comments }: Work): readonly FoundEvent[] {
  return comments.flatMap(({ author, body, createdAt, url: link }) => {
    const said = { at: createdAt, kind: "message", what: "", said: body, link } as const;
    return body === null ? [] : [{ ...said, actor: githubActor(author) }];
  });
}

function withComments(reading: Reading, one: Work): Reading {
  return { ...reading, events: [...(reading.events ?? []), ...commentsOf(one)] };
}

/** Who is shown beside those who opened, merged and wrote comments. */
function othersOf({ assignees, reviews, latestReviews, reviewRequests, commits }: Work) {
  const reviewers = [...reviews, ...latestReviews].flatMap(({ author }) => author ?? []);
  const authors = commits.flatMap((commit) => commit.authors);
  return [...assignees, ...reviewers, ...reviewRequests, ...authors];
}

function readWork(one: Work, isPull: boolean): Reading {
  const { number, title, url: link, author, assignees } = one;
  if (isPull) {
    const { mergedAt: merged, mergedBy: merger } = one;
    const others = othersOf(one);
    return withComments(readPull({ number, title, link, author, merged, merger, others }), one);
  }
  const { createdAt: opened, closedAt: closed } = one;
  if (opened === null) return { broken: "createdAt: no time" };
  const issue = {
    name: "issue",
    number,
    title,
    link,
    author,
    assignees,
    opened,
    closed,
    closer: null,
  } as const;
  return withComments(readIssue(issue), one);
}

const release = z.object({
  tagName: z.string({ error: "no tag" }),
  name: words,
  publishedAt: maybe(instant),
  isDraft: maybe(z.boolean()),
  url: words,
  author: user,
});

const PULL = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/pull\/\d+$/;
const ISSUE = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/issues\/\d+$/;

/** Releases, pull requests and issues with their comments, as `gh … --json FIELDS` prints them. */
export const CLI_FORMS: readonly Form[] = [
  form(
    keyed(["tagName", "publishedAt"]),
    release,
    ({ tagName: tag, name, publishedAt: published, isDraft, url: link, author }) =>
      readRelease({ ...{ tag, name, published, link, author }, isDraft: isDraft === true }),
  ),
  form(keyed(["number", "title", "mergedAt"]), work, (one) => readWork(one, true)),
  form(
    keyed(["number", "title", "url"], (value) => says(value, "url", PULL)),
    work,
    (one) => readWork(one, true),
  ),
  form(
    keyed(["number", "title", "url"], (value) => says(value, "url", ISSUE)),
    work,
    (one) => readWork(one, false),
  ),
];
