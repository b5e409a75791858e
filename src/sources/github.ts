import { z } from "zod";
import { defineSource, form, type FoundEvent, type Reading } from "./define.ts";
import {
  hasKeys,
  id,
  instant,
  known,
  listOf,
  maybe,
  named,
  personOf,
  programOf,
  says,
  words,
} from "./fields.ts";

const user = z.object({ login: words, type: words });

function userOf(one: z.output<typeof user> | null) {
  if (one === null) return null;
  const isProgram = one.type === "Bot" || (one.login?.endsWith("[bot]") ?? false);
  return isProgram ? programOf(one.login?.replace(/\[bot\]$/, "")) : personOf(one.login);
}

/** A commit by the few digits that people use; a branch or tag as it is. */
function shortRef(ref: string | null): string | null {
  return ref !== null && /^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 7) : ref;
}

function event(one: Omit<FoundEvent, "said"> & { readonly said?: string | null }): Reading {
  return { events: [{ said: null, ...one }] };
}

const deployment = z.object({
  created_at: instant,
  ref: words,
  environment: words,
  description: words,
  creator: maybe(user),
  repository_url: words,
  production_environment: maybe(z.boolean()),
});

/** The repository of an address of the API: `api.github.com/repos/org/name/…`. */
function repositoryOf(url: string | null): string | null {
  return /\/repos\/([^/]+\/[^/]+)/.exec(url ?? "")?.[1] ?? null;
}

function readDeployment(one: z.output<typeof deployment>): Reading {
  const { created_at, ref, environment, description, creator, repository_url } = one;
  const isProduction = one.production_environment;
  const repository = repositoryOf(repository_url);
  const what = [
    "Deployment",
    ...(repository ? [`of ${named(repository)}`] : []),
    ...(ref ? [`at ${named(shortRef(ref) ?? "")}`] : []),
    ...(environment ? [`to ${named(environment)}`] : []),
  ].join(" ");
  return event({
    ...{ at: created_at, kind: "change", what, said: description },
    ...{ actor: userOf(creator), link: null },
    deploy: { environment, service: repository, status: null, isProduction },
  });
}

const deploymentStatus = z.object({
  created_at: instant,
  state: z.string(),
  environment: words,
  description: words,
  creator: maybe(user),
  log_url: words,
  target_url: words,
});

const release = z.object({
  tag_name: z.string({ error: "no tag" }),
  name: words,
  published_at: maybe(instant),
  draft: maybe(z.boolean()),
  html_url: words,
  author: maybe(user),
});

const pull = z.object({
  number: z.number({ error: "no number" }),
  title: z.string({ error: "no title" }),
  merged_at: maybe(instant),
  merged_by: maybe(user),
  html_url: words,
  user: maybe(user),
});

const issue = z.object({
  number: z.number({ error: "no number" }),
  title: z.string({ error: "no title" }),
  created_at: instant,
  closed_at: maybe(instant),
  closed_by: maybe(user),
  html_url: words,
  user: maybe(user),
  pull_request: maybe(z.object({})),
  assignees: listOf(user),
});

function readIssue(one: z.output<typeof issue>): Reading {
  const link = one.html_url;
  const number = `${one.pull_request ? "pull request" : "issue"} #${one.number}`;
  const opened: FoundEvent = {
    ...{ at: one.created_at, kind: "note", what: `Opened ${number}`, said: one.title, link },
    actor: userOf(one.user),
  };
  const closed: readonly FoundEvent[] =
    one.closed_at === null
      ? []
      : [
          {
            ...{ at: one.closed_at, kind: "note", what: `Closed ${number}`, said: null, link },
            actor: userOf(one.closed_by),
          },
        ];
  return {
    events: [opened, ...closed],
    people: known(userOf(one.closed_by), ...one.assignees.map(userOf)),
    facts: { title: one.pull_request ? null : one.title },
  };
}

const comment = z.object({
  created_at: instant,
  body: words,
  html_url: words,
  user: maybe(user),
  id,
});

/** GitHub: deployments and their statuses, releases, pull requests, issues and comments of the REST API. */
export const github = defineSource("github", "GitHub", [
  form(
    ({ value }) => hasKeys(value, "statuses_url", "environment", "sha"),
    deployment,
    readDeployment,
  ),
  form(
    ({ value }) => hasKeys(value, "deployment_url", "state"),
    deploymentStatus,
    ({ created_at, state, environment, description, creator, log_url, target_url }) => {
      const where = environment ? ` to ${named(environment)}` : "";
      return event({
        ...{ at: created_at, kind: "note", what: `Deployment${where}: ${named(state)}` },
        ...{ said: description, actor: userOf(creator), link: log_url ?? target_url },
      });
    },
  ),
  form(
    ({ value }) => hasKeys(value, "tag_name", "published_at"),
    release,
    ({ tag_name, name, published_at, draft, html_url, author }) => {
      if (published_at === null || draft === true) return { skipped: "unpublished releases" };
      const said = name === tag_name ? null : name;
      return event({
        ...{ at: published_at, kind: "change", what: `Released ${named(tag_name)}`, said },
        ...{ actor: userOf(author), link: html_url },
      });
    },
  ),
  form(
    ({ value }) => hasKeys(value, "merged_at", "html_url", "number"),
    pull,
    ({ number, title, merged_at, merged_by, html_url, user: author }) => {
      const people = known(userOf(author), userOf(merged_by));
      if (merged_at === null) return { people, skipped: "pull requests that are not merged" };
      const what = `Merged pull request #${number}`;
      const merged = { at: merged_at, kind: "change", what, said: title, link: html_url } as const;
      return { events: [{ ...merged, actor: userOf(merged_by) }], people };
    },
  ),
  form(
    ({ value }) => hasKeys(value, "number", "title", "html_url", "comments_url"),
    issue,
    readIssue,
  ),
  form(
    ({ value }) => hasKeys(value, "issue_url", "body", "html_url") && !says(value, "type", /./),
    comment,
    ({ created_at, body, html_url, user: author }) =>
      body === null
        ? { people: known(userOf(author)), skipped: "comments without text" }
        : event({
            ...{ at: created_at, kind: "message", what: "", said: body },
            ...{ actor: userOf(author), link: html_url },
          }),
  ),
]);
