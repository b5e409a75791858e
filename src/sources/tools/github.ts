import { z } from "zod";
import { defineSource, form, type FoundEvent, type Reading } from "../define.ts";
import { instant, keyed, maybe, named, words } from "../fields.ts";
import { CLI_FORMS } from "./github-cli.ts";
import { ISSUE_FORMS, readRelease } from "./github-issues.ts";
import { githubActor, githubUser } from "./github-user.ts";

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
  creator: maybe(githubUser),
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
    ...{ actor: githubActor(creator), link: null },
    deploy: { environment, service: repository, status: null, isProduction },
  });
}

const deploymentStatus = z.object({
  created_at: instant,
  state: z.string(),
  environment: words,
  description: words,
  creator: maybe(githubUser),
  log_url: words,
  target_url: words,
});

const release = z.object({
  tag_name: z.string({ error: "no tag" }),
  name: words,
  published_at: maybe(instant),
  draft: maybe(z.boolean()),
  html_url: words,
  author: maybe(githubUser),
});

/** GitHub: deployments and their statuses, releases, pull requests, issues and comments. */
export const github = defineSource("github", "GitHub", [
  form(keyed(["statuses_url", "environment", "sha"]), deployment, readDeployment),
  form(
    keyed(["deployment_url", "state"]),
    deploymentStatus,
    ({ created_at, state, environment, description, creator, log_url, target_url }) => {
      const where = environment ? ` to ${named(environment)}` : "";
      return event({
        ...{ at: created_at, kind: "note", what: `Deployment${where}: ${named(state)}` },
        ...{ said: description, actor: githubActor(creator), link: log_url ?? target_url },
      });
    },
  ),
  form(
    keyed(["tag_name", "published_at"]),
    release,
    ({ tag_name: tag, name, published_at: published, draft, html_url: link, author }) =>
      readRelease({ ...{ tag, name, published, link, author }, isDraft: draft === true }),
  ),
  ...ISSUE_FORMS,
  ...CLI_FORMS,
]);
