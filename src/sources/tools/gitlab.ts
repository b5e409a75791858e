import { z } from "zod";
import { defineSource, form, type FoundEvent, type Reading } from "../define.ts";
import { innerOf } from "../entries/inner-objects.ts";
import {
  hasKeys,
  instant,
  isUndone,
  keyed,
  known,
  listOf,
  maybe,
  named,
  personOf,
  words,
} from "../fields.ts";
import { HISTORY_FORMS } from "./gitlab-history.ts";
import { gitlabActor, gitlabUser } from "./gitlab-user.ts";

/** Accounts alone have both. */
const account = gitlabUser.extend({ username: z.string(), name: z.string() });

const issue = z.object({
  iid: z.number({ error: "no number" }),
  title: z.string({ error: "no title" }),
  created_at: instant,
  closed_at: maybe(instant),
  closed_by: maybe(gitlabUser),
  author: maybe(gitlabUser),
  assignees: listOf(gitlabUser),
  web_url: words,
  severity: words,
});

function readIssue(one: z.output<typeof issue>): Reading {
  const link = one.web_url;
  const opened: FoundEvent = {
    ...{
      at: one.created_at,
      kind: "note",
      what: `Opened issue #${one.iid}`,
      said: one.title,
      link,
    },
    actor: gitlabActor(one.author),
  };
  const closed: readonly FoundEvent[] =
    one.closed_at === null
      ? []
      : [
          {
            ...{
              at: one.closed_at,
              kind: "note",
              what: `Closed issue #${one.iid}`,
              said: null,
              link,
            },
            actor: gitlabActor(one.closed_by),
          },
        ];
  const severity = one.severity === "UNKNOWN" ? null : one.severity;
  return {
    events: [opened, ...closed],
    people: known(gitlabActor(one.closed_by), ...one.assignees.map(gitlabActor)),
    facts: { title: one.title, severity },
  };
}

const note = z.object({
  body: words,
  created_at: instant,
  author: maybe(gitlabUser),
  system: maybe(z.boolean()),
});

const approvals = listOf(z.object({ user: maybe(gitlabUser) }));

const deployment = z.object({
  created_at: instant,
  updated_at: maybe(instant),
  ref: words,
  sha: words,
  status: words,
  environment: z.object({ name: z.string() }, { error: "no environment" }),
  user: maybe(gitlabUser),
  deployable: maybe(
    z.object({
      web_url: words,
      finished_at: maybe(instant),
      user: maybe(gitlabUser),
      commit: maybe(z.object({ author_name: words, author_email: words })),
      pipeline: maybe(z.object({ web_url: words })),
    }),
  ),
  approvals,
  approval_summary: maybe(
    z.object({ rules: listOf(z.object({ deployment_approvals: approvals })) }),
  ),
});
type Deployment = z.output<typeof deployment>;

/** The project of the address of a job or pipeline: `gitlab.example.com/group/name/-/jobs/1`. */
function projectOf(url: string | null): string | null {
  return /^https?:\/\/[^/]+\/(.+?)(?:\/-)?\/(?:jobs|pipelines)\//.exec(url ?? "")?.[1] ?? null;
}

function peopleOf({ deployable, approvals, approval_summary }: Deployment) {
  const byRule = (approval_summary?.rules ?? []).flatMap((rule) => rule.deployment_approvals);
  const { commit = null } = deployable ?? {};
  return known(
    gitlabActor(deployable?.user ?? null),
    personOf(commit?.author_name, commit?.author_email),
    ...[...approvals, ...byRule].map((one) => gitlabActor(one.user)),
  );
}

function readDeployment(one: Deployment): Reading {
  const { deployable, status } = one;
  const version = one.sha?.slice(0, 8);
  const ref = [one.ref && named(one.ref), version && `(${named(version)})`]
    .filter(Boolean)
    .join(" ");
  const link = deployable?.web_url ?? deployable?.pipeline?.web_url ?? null;
  const event: FoundEvent = {
    at: deployable?.finished_at ?? one.updated_at ?? one.created_at,
    kind: isUndone(status) ? "note" : "change",
    what: `Deployment of ${ref} to ${named(one.environment.name)}: ${named(status ?? "unknown")}`,
    ...{ said: null, actor: gitlabActor(one.user), link },
    deploy: { environment: one.environment.name, service: projectOf(link), status },
  };
  return { events: [event], people: peopleOf(one) };
}

/** GitLab: incidents and other issues, their notes, history and timeline, and deployments. */
export const gitlab = defineSource(
  "gitlab",
  "GitLab",
  [
    form(({ value }) => hasKeys(value, "iid", "title", "web_url", "issue_type"), issue, readIssue),
    form(
      keyed(["noteable_type", "body", "author"]),
      note,
      ({ body, created_at, author, system }) => {
        const actor = gitlabActor(author);
        const people = known(actor);
        if (system === true) return { people, skipped: "system notes" };
        if (body === null) return { people, skipped: "notes without text" };
        return {
          events: [{ at: created_at, kind: "message", what: "", said: body, actor, link: null }],
        };
      },
    ),
    ...HISTORY_FORMS,
    form(keyed(["environment", "deployable", "ref", "status"]), deployment, readDeployment),
  ],
  (value) => known(...innerOf(value, account).map(gitlabActor)),
);
