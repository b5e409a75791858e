import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/root.ts";
import { told } from "./collected.ts";

const fixture = (name: string) => readFileSync(join(ROOT, "test/sources/fixtures", name), "utf8");

describe("Slack", () => {
  test("a day of a channel", async () => {
    expect(await told(fixture("slack/inc-checkout/2026-03-14.json"))).toMatchObject({
      reader: "slack",
      events: [
        "02:21:02 | message | – | Triggered #812: Checkout error rate above 5 % | program PagerDuty | –",
        "02:30:00 | message | – | looks like a traffic dip & nothing else, <@U0WREN002> can you look? | U0QUILL01 | –",
        "02:32:00 | message | in a thread, edited | quill: no, the lag in #queues grows | we should have seen that | U0WREN002 | –",
        "03:22:00 | message | – | Rolled back to v811, thanks Quill | U0WREN002 | –",
      ],
      skipped: { notices: 1, "messages without text": 1 },
      broken: ["7: ts: no time"],
    });
  });

  test("users and channels", async () => {
    expect(await told(fixture("slack/users.json"))).toMatchObject({
      reader: "slack",
      events: [],
      people: [
        ...[
          "U0QUILL01",
          "Quill Testington",
          "qtestington",
          "quill",
          "quill.testington@example.com",
        ],
        ...["U0WREN002", "Wren Fixturely", "wfixturely", "wren", "wren.fixturely@example.com"],
      ],
    });
    expect(await told(fixture("slack/channels.json"))).toMatchObject({ skipped: { channels: 1 } });
  });

  test.each([
    ["<https://example.com/a?b=1&amp;c|the graph> &lt;5 %", "the graph <5 %"],
    ["see <https://example.com/a>", "see https://example.com/a"],
    ["<!here> <!subteam^S012|@payments> <#C01|queues>", "@channel @payments #queues"],
    ["<@U0WREN002|wren> joined", "<@U0WREN002> joined"],
    ["<!date^1773454860^{time}|02:21> start", "02:21 start"],
    ["<mailto:x@example.com|x@example.com>", "x@example.com"],
  ])("reads %s", async (text, plain) => {
    const message = { type: "message", ts: "1773454860.000000", user: "U0QUILL01", text };
    expect((await told([message])).events).toEqual([
      `02:21:00 | message | – | ${plain} | U0QUILL01 | –`,
    ]);
  });

  test("what programs attach, topics, and records of edits", async () => {
    const message = { type: "message", ts: "1773454860.000000", text: "" };
    const bot = { subtype: "bot_message", bot_id: "B1", bot_profile: { name: "grafana" } };
    const messages = [
      {
        ...message,
        ...bot,
        attachments: [{ title: "[FIRING:1] Errors", text: "above 5 %", fallback: "x" }],
      },
      {
        ...message,
        ...bot,
        text: undefined,
        blocks: [{ type: "section", text: { type: "mrkdwn", text: "Deploy v812" } }],
      },
      {
        ...message,
        subtype: "channel_topic",
        user: "U0QUILL01",
        topic: "Status: mitigated",
        text: "set the topic",
      },
      { ...message, subtype: "message_changed", message: { user: "U0QUILL01", text: "new" } },
      { ...message, subtype: "message_deleted", deleted_ts: "1" },
    ];
    expect(await told(messages)).toMatchObject({
      events: [
        "02:21:00 | message | – | [FIRING:1] Errors above 5 % | program grafana | –",
        "02:21:00 | message | – | Deploy v812 | program grafana | –",
        "02:21:00 | note | Topic set | Status: mitigated | U0QUILL01 | –",
      ],
      skipped: { "records of edits": 1, "records of deletions": 1 },
      broken: [],
    });
  });
});

test("GitHub: deployments and their statuses", async () => {
  expect(await told(fixture("deployments.json"))).toMatchObject({
    reader: "github",
    events: [
      '02:12:04 | change | Deployment of "example/checkout-api" at v812 to production | Queue client 4.0 | wrenfix | –',
      '2026-03-11T09:00:00 | change | Deployment of "example/checkout-api" at 1a1b2c3 to production | – | program release-bot | –',
    ],
    people: ["wrenfix"],
  });
  const status = {
    ...{ id: 1, state: "failure", environment: "production", description: "Health check failed" },
    ...{ created_at: "2026-03-14T02:13:00Z", creator: { login: "wrenfix", type: "User" } },
    ...{ log_url: "https://ci.example.com/1", deployment_url: "https://api.github.com/d/41" },
  };
  expect((await told([status])).events).toEqual([
    "02:13:00 | note | Deployment to production: failure | Health check failed | wrenfix | https://ci.example.com/1",
  ]);
});

test("GitHub: releases, pull requests, an issue and its comments, page after page", async () => {
  const user = { login: "wrenfix", type: "User" };
  const release = {
    ...{ id: 1, tag_name: "v812", name: "Queue client 4.0", draft: false, author: user },
    ...{ published_at: "2026-03-14T02:10:00Z", html_url: "https://github.com/e/c/releases/v812" },
  };
  expect(await told([release, { ...release, published_at: null, draft: true }])).toMatchObject({
    events: [
      "02:10:00 | change | Released v812 | Queue client 4.0 | wrenfix | https://github.com/e/c/releases/v812",
    ],
    skipped: { "unpublished releases": 1 },
  });
  const pull = {
    ...{ number: 7, title: "New client", user, merged_at: "2026-03-14T02:05:00Z" },
    html_url: "https://github.com/e/c/pull/7",
  };
  const pages = `${JSON.stringify([pull])}${JSON.stringify([{ ...pull, merged_at: null }])}`;
  expect(await told(pages)).toMatchObject({
    events: [
      "02:05:00 | change | Merged pull request #7 | New client | – | https://github.com/e/c/pull/7",
    ],
    people: ["wrenfix"],
    skipped: { "pull requests that are not merged": 1 },
  });
  const issue = {
    ...{
      number: 9,
      title: "Checkout down",
      user,
      created_at: "2026-03-14T02:25:00Z",
      closed_at: null,
    },
    ...{
      html_url: "https://github.com/e/c/issues/9",
      comments_url: "https://api.github.com/i/9/comments",
    },
  };
  const comment = {
    ...{ id: 1, user, body: "Queue is full", created_at: "2026-03-14T02:50:00Z" },
    ...{ html_url: "https://github.com/e/c/issues/9#1", issue_url: "https://api.github.com/i/9" },
  };
  expect(await told(`${JSON.stringify(issue)}\n${JSON.stringify(comment)}`)).toMatchObject({
    events: [
      "02:25:00 | note | Opened issue #9 | Checkout down | wrenfix | https://github.com/e/c/issues/9",
      "02:50:00 | message | – | Queue is full | wrenfix | https://github.com/e/c/issues/9#1",
    ],
    facts: [{ title: "Checkout down" }],
  });
  // Pull requests are issues too.
  const asIssue = { ...issue, number: 7, pull_request: { url: "https://api.github.com/p/7" } };
  const merged = {
    ...asIssue,
    pull_request: { merged_at: "2026-03-14T02:40:00Z" },
    closed_by: user,
  };
  expect((await told([merged])).events).toEqual([
    "02:25:00 | note | Opened pull request #7 | Checkout down | wrenfix | https://github.com/e/c/issues/9",
    "02:40:00 | change | Merged pull request #7 | Checkout down | wrenfix | https://github.com/e/c/issues/9",
  ]);
  expect(await told([{ ...asIssue, assignees: [{ login: "qtest" }] }])).toMatchObject({
    events: [
      "02:25:00 | note | Opened pull request #7 | Checkout down | wrenfix | https://github.com/e/c/issues/9",
    ],
    ...{ people: ["wrenfix", "qtest"], facts: [] },
  });
});

test("GitHub: the history of an issue, and names that accounts are shown with", async () => {
  const actor = { login: "wrenfix", name: "Wren Fixturely", email: "wren@example.com" };
  const entry = { node_id: "x", actor, created_at: "2026-03-14T02:50:00Z" };
  const comment = {
    ...{ ...entry, event: "commented", user: actor, body: "Queue is full" },
    ...{ issue_url: "https://api.github.com/i/9", html_url: "https://github.com/e/c/issues/9#1" },
  };
  const who = "wrenfix/Wren Fixturely/wren@example.com";
  const history = [
    { ...entry, event: "assigned", assignee: { login: "qtest" } },
    { ...entry, event: "closed" },
    { ...entry, event: "reopened", created_at: "2026-03-14T02:55:00Z" },
    { event: "committed", node_id: "c", author: { name: "Lee Commit", email: "lee@example.com" } },
    comment,
  ];
  expect(await told(history)).toMatchObject({
    events: [
      `02:50:00 | note | Closed the issue | – | ${who} | –`,
      `02:55:00 | note | Reopened the issue | – | ${who} | –`,
      `02:50:00 | message | – | Queue is full | ${who} | https://github.com/e/c/issues/9#1`,
    ],
    people: [...who.split("/"), "qtest", "Lee Commit", "lee@example.com"],
    skipped: { "other events of issues": 2 },
  });
});

test("GitHub: what its command line prints with --json", async () => {
  const author = { id: "U", is_bot: false, login: "wrenfix", name: "Wren Fixturely" };
  const comments = [
    { author: { login: "" }, body: "" },
    {
      ...{ author: { login: "qtest" }, body: "Queue is full", createdAt: "2026-03-14T02:50:00Z" },
      url: "https://github.com/e/c/issues/9#issuecomment-1",
    },
  ];
  const issue = {
    ...{ author, comments, number: 9, title: "Checkout down", assignees: [], closedAt: null },
    ...{ createdAt: "2026-03-14T02:25:00Z", url: "https://github.com/e/c/issues/9" },
  };
  const who = "wrenfix/Wren Fixturely";
  expect(await told([issue, { ...issue, createdAt: null, comments: [] }])).toMatchObject({
    reader: "github",
    events: [
      `02:25:00 | note | Opened issue #9 | Checkout down | ${who} | https://github.com/e/c/issues/9`,
      "02:50:00 | message | – | Queue is full | qtest | https://github.com/e/c/issues/9#issuecomment-1",
    ],
    facts: [{ title: "Checkout down" }],
    broken: ["2: createdAt: no time"],
  });
  const pull = {
    ...{ number: 7, title: "New client", mergedAt: "2026-03-14T02:05:00Z", author },
    mergedBy: { is_bot: true, login: "app/merge-queue" },
  };
  const release = { tagName: "v812", name: "v812", publishedAt: "2026-03-14T02:10:00Z" };
  expect(await told([pull, release, { ...release, isDraft: true }])).toMatchObject({
    events: [
      "02:05:00 | change | Merged pull request #7 | New client | program merge-queue | –",
      "02:10:00 | change | Released v812 | – | – | –",
    ],
    skipped: { "unpublished releases": 1 },
  });
});

test("GitLab: changes of state of an issue, and the timeline of an incident", async () => {
  const user = { id: 1, username: "qtestington", name: "Quill Testington", email: "q@example.com" };
  const change = { id: 1, user, created_at: "2026-03-14T02:50:00Z", resource_id: 11 };
  const who = "qtestington/Quill Testington/q@example.com";
  const changes = ["opened", "closed"].map((state) => ({
    ...change,
    resource_type: "Issue",
    state,
  }));
  expect(
    await told([...changes, { ...change, resource_type: "Epic", state: "closed" }]),
  ).toMatchObject({
    events: [
      `02:50:00 | note | Reopened the issue | – | ${who} | –`,
      `02:50:00 | note | Closed the issue | – | ${who} | –`,
    ],
    skipped: { "other events of issues": 1 },
  });
  const tagged = (...names: string[]) => ({
    ...{ id: "gid://1", occurredAt: "2026-03-14T02:12:00Z", author: user, note: "Queue is full" },
    timelineEventTags: { nodes: names.map((name) => ({ name })) },
  });
  const nodes = [
    tagged("Start time"),
    tagged("Impact detected", "Response initiated"),
    tagged(),
    { ...tagged("Other"), note: null },
  ];
  const answer = { data: { project: { incidentManagementTimelineEvents: { nodes } } } };
  expect(await told(answer)).toMatchObject({
    reader: "gitlab",
    events: [
      `02:12:00 | start | Impact started | Queue is full | ${who} | –`,
      `02:12:00 | detect | Detected | Queue is full | ${who} | –`,
      `02:12:00 | acknowledge | Acknowledged | – | ${who} | –`,
      `02:12:00 | message | – | Queue is full | ${who} | –`,
    ],
    skipped: { "notes without text": 1 },
  });
});

test("GitLab: an incident, its notes and deployments", async () => {
  const author = { id: 1, username: "qtestington", name: "Quill Testington" };
  const issue = {
    ...{ iid: 9, title: "Checkout down", issue_type: "incident", severity: "CRITICAL", author },
    ...{ created_at: "2026-03-14T02:25:00Z", closed_at: "2026-03-14T04:40:00Z", closed_by: author },
    ...{ assignees: [{ username: "wfixturely", name: "Wren Fixturely" }], labels: ["incident"] },
    web_url: "https://gitlab.example.com/e/c/-/issues/9",
  };
  const who = "qtestington/Quill Testington";
  expect(await told(issue)).toMatchObject({
    reader: "gitlab",
    events: [
      `02:25:00 | note | Opened issue #9 | Checkout down | ${who} | ${issue.web_url}`,
      `04:40:00 | note | Closed issue #9 | – | ${who} | ${issue.web_url}`,
    ],
    people: ["qtestington", "Quill Testington", "wfixturely", "Wren Fixturely"],
    facts: [{ title: "Checkout down", severity: "CRITICAL" }],
  });
  const note = {
    ...{ id: 1, body: "Queue is full", author, system: false, noteable_type: "Issue" },
    created_at: "2026-03-14T02:50:00.000Z",
  };
  expect(await told([note, { ...note, system: true, body: "changed the severity" }])).toMatchObject(
    {
      events: [`02:50:00 | message | – | Queue is full | ${who} | –`],
      skipped: { "system notes": 1 },
    },
  );
  const deployment = {
    ...{
      id: 41,
      iid: 2,
      ref: "main",
      sha: "0a1b2c3d4e5f60718293",
      status: "success",
      user: author,
    },
    ...{ created_at: "2026-03-14T02:10:00Z", updated_at: "2026-03-14T02:12:30Z" },
    environment: { id: 1, name: "production" },
    deployable: { finished_at: "2026-03-14T02:12:04Z", web_url: "https://gitlab.example.com/j/1" },
  };
  expect((await told([deployment])).events).toEqual([
    `02:12:04 | change | Deployment of main (0a1b2c3d) to production: success | – | ${who} | https://gitlab.example.com/j/1`,
  ]);
  const deployable = {
    finished_at: null,
    ...{
      user: author,
      commit: { author_name: "Wren Fixturely", author_email: "wren@example.com" },
    },
    pipeline: { id: 36, web_url: "https://gitlab.example.com/e/c/-/pipelines/36" },
  };
  const approvals = [{ user: { username: "lreview", name: "Lee Review" }, status: "approved" }];
  const byRule = [{ deployment_approvals: [{ user: { username: "mreview" }, comment: null }] }];
  const approval_summary = { rules: byRule };
  const blocked = { ...deployment, status: "blocked", deployable, approvals, approval_summary };
  expect(await told([blocked, { ...deployment, deployable: null }])).toMatchObject({
    events: [
      `02:12:30 | note | Deployment of main (0a1b2c3d) to production: blocked | – | ${who} | https://gitlab.example.com/e/c/-/pipelines/36`,
      `02:12:30 | change | Deployment of main (0a1b2c3d) to production: success | – | ${who} | –`,
    ],
    people: [
      "qtestington",
      "Quill Testington",
      "Wren Fixturely",
      "wren@example.com",
      "lreview",
      "Lee Review",
      "mreview",
    ],
  });
});

test("CSV: times in the zone of the project where they have none", async () => {
  const rows = [
    "\uFEFFTime,Text,Who",
    '2026-03-14 03:12,"Deployed, v812",wrenfix',
    "2026-03-14T02:21:00Z,Alert,",
    "yesterday,lost,",
    "2026-03-14T02:22:00Z,,",
    "2026-13-40,lost,",
  ];
  expect(await told(rows.join("\r\n"), "Europe/Berlin")).toEqual({
    reader: "csv",
    events: [
      "02:12:00 | message | – | Deployed, v812 | wrenfix | –",
      "02:21:00 | message | – | Alert | – | –",
    ],
    people: ["wrenfix"],
    facts: [],
    skipped: { "rows without text": 1 },
    broken: ["3: time: no time", "5: time: `2026-13-40` is no time"],
    cut: null,
  });
});
