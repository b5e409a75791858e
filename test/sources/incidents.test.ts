import { expect, test } from "vitest";
import { told } from "./collected.ts";

test("incident.io: an incident with its time stamps, and updates", async () => {
  const user = {
    id: "01USER",
    name: "Quill Testington",
    email: "quill.testington@example.com",
    slack_user_id: "U0QUILL01",
  };
  const stamp = (name: string, value: string | null) => ({
    incident_timestamp: { id: name, name, rank: 1 },
    value: value === null ? null : { id: "v", value },
  });
  const incident = {
    ...{
      id: "01INC",
      reference: "INC-12",
      name: "Checkout down",
      created_at: "2026-03-14T02:23:00Z",
    },
    permalink: "https://app.incident.io/incidents/12",
    severity: { id: "s", name: "Major", rank: 2 },
    incident_status: { id: "st", name: "Closed", category: "closed" },
    creator: { user },
    incident_role_assignments: [
      { role: { name: "Lead" }, assignee: { ...user, name: "Wren Fixturely" } },
    ],
    incident_timestamp_values: [
      stamp("Impact started at", "2026-03-14T02:15:00Z"),
      stamp("Reported at", "2026-03-14T02:21:00Z"),
      stamp("Accepted at", "2026-03-14T02:24:00Z"),
      stamp("Identified at", "2026-03-14T03:05:00Z"),
      stamp("Fixed at", "2026-03-14T03:22:00Z"),
      stamp("Resolved at", "2026-03-14T04:30:10Z"),
      stamp("Merged at", null),
    ],
  };
  const link = incident.permalink;
  const who = "Quill Testington/quill.testington@example.com/U0QUILL01/01USER";
  const whole = await told({ incident });
  expect(whole).toMatchObject({
    reader: "incident.io",
    events: [
      `02:23:00 | note | Incident declared | Checkout down | ${who} | ${link}`,
      `02:15:00 | start | Impact started | – | – | ${link}`,
      `02:21:00 | detect | Reported | – | – | ${link}`,
      `02:24:00 | acknowledge | Accepted | – | – | ${link}`,
      `03:05:00 | diagnose | Identified | – | – | ${link}`,
      `03:22:00 | mitigate | Fixed | – | – | ${link}`,
      `04:30:10 | resolve | Resolved | – | – | ${link}`,
    ],
    facts: [{ title: "Checkout down", severity: "Major" }],
  });
  expect(whole.people).toContain("Wren Fixturely");
  expect(await told({ incidents: [incident], pagination_meta: {} })).toEqual(whole);

  const update = {
    ...{
      id: "u",
      incident_id: "01INC",
      created_at: "2026-03-14T02:40:00Z",
      message: "Looking at queues",
    },
    new_incident_status: { name: "Investigating", category: "live" },
    new_severity: null,
    updater: { user: null, api_key: { id: "k", name: "bridge" } },
  };
  const monitoring = {
    ...{ ...update, created_at: "2026-03-14T03:23:00Z", message: null },
    new_incident_status: { name: "Monitoring", category: "live" },
    new_severity: { name: "Minor" },
    updater: { user },
  };
  expect((await told({ incident_updates: [update, monitoring] })).events).toEqual([
    "02:40:00 | note | Status: Investigating | Looking at queues | program bridge | –",
    `03:23:00 | mitigate | Mitigated (status Monitoring, severity "Minor") | – | ${who} | –`,
  ]);
});

test("FireHydrant: an incident with its milestones, and events of its timeline", async () => {
  const author = {
    id: "a1",
    name: "Quill Testington",
    email: "quill.testington@example.com",
    source: "slack",
  };
  const milestone = (type: string, occurred_at: string) => ({
    id: type,
    type,
    occurred_at,
    duration: null,
  });
  const incident = {
    ...{ id: "i1", name: "Checkout down", number: 12, current_milestone: "resolved" },
    ...{ created_at: "2026-03-14T02:23:00Z", started_at: "2026-03-14T02:15:00Z" },
    ...{
      severity: "SEV1",
      priority: null,
      incident_url: "https://app.firehydrant.io/incidents/i1",
    },
    milestones: [
      milestone("started", "2026-03-14T02:15:00Z"),
      milestone("detected", "2026-03-14T02:21:00Z"),
      milestone("investigating", "2026-03-14T02:30:00Z"),
      milestone("identified", "2026-03-14T03:05:00Z"),
      milestone("mitigated", "2026-03-14T03:22:00Z"),
      milestone("resolved", "2026-03-14T04:30:10Z"),
      milestone("retrospective_started", "2026-03-16T09:00:00Z"),
    ],
    services: [{ id: "s", name: "checkout-api" }],
    created_by: author,
    role_assignments: [{ id: "r", user: { id: "u2", name: "Wren Fixturely", email: null } }],
    team_assignments: [{ id: "t", team: { id: "t1", name: "Checkout" } }],
  };
  const link = incident.incident_url;
  const who = "Quill Testington/quill.testington@example.com/a1";
  expect(await told(incident)).toMatchObject({
    reader: "firehydrant",
    events: [
      `02:23:00 | note | Incident opened | Checkout down | ${who} | ${link}`,
      `02:15:00 | start | Milestone started | – | – | ${link}`,
      `02:21:00 | detect | Milestone detected | – | – | ${link}`,
      `02:30:00 | note | Milestone investigating | – | – | ${link}`,
      `03:05:00 | diagnose | Milestone identified | – | – | ${link}`,
      `03:22:00 | mitigate | Milestone mitigated | – | – | ${link}`,
      `04:30:10 | resolve | Milestone resolved | – | – | ${link}`,
    ],
    people: ["Quill Testington", "quill.testington@example.com", "a1", "Wren Fixturely", "u2"],
    facts: [
      { title: "Checkout down", severity: "SEV1", services: ["checkout-api"], teams: ["Checkout"] },
    ],
  });
  const event = (type: string, data: unknown, by: unknown = author) => ({
    ...{ id: type, incident_id: "i1", type, context: "", visibility: "private_to_org" },
    ...{ occurred_at: "2026-03-14T02:40:00Z", author: by, data },
  });
  const system = { id: "s", name: "FireHydrant", source: "system", email: null };
  const events = [
    event("note", { body: "Queues are full" }),
    event("generic_chat_message", { body: "anyone?" }),
    event("alert_linked", { summary: "Errors" }, system),
    event("TaskUpdate", { title: "Check lag" }),
  ];
  expect((await told({ data: events, pagination: { count: 4 } })).events).toEqual([
    `02:40:00 | note | Note | Queues are full | ${who} | –`,
    `02:40:00 | message | – | anyone? | ${who} | –`,
    "02:40:00 | alert | Alert linked | Errors | program FireHydrant | –",
    `02:40:00 | note | Event "task update" | Check lag | ${who} | –`,
  ]);
});

test("Rootly: an incident with its times, and its events", async () => {
  const user = {
    data: {
      id: "1",
      type: "users",
      attributes: { name: "Quill Testington", email: "quill.testington@example.com" },
    },
  };
  const named = (type: string, name: string) => ({ data: { id: "1", type, attributes: { name } } });
  const attributes = {
    ...{
      title: "Checkout down",
      created_at: "2026-03-13T19:23:00.000-07:00",
      url: "https://rootly.com/account/incidents/12",
    },
    ...{
      started_at: "2026-03-13T19:15:00.000-07:00",
      detected_at: "2026-03-13T19:21:00.000-07:00",
    },
    ...{ acknowledged_at: null, mitigated_at: "2026-03-13T20:22:00.000-07:00" },
    ...{ resolved_at: "2026-03-13T21:30:10.000-07:00", resolution_message: "Rolled back" },
    severity: named("severities", "SEV1"),
    services: [named("services", "checkout-api")],
    groups: [named("groups", "Checkout")],
    user,
    resolved_by: user,
  };
  const link = attributes.url;
  const who = "Quill Testington/quill.testington@example.com";
  const whole = await told({ data: { id: "i1", type: "incidents", attributes } });
  expect(whole).toMatchObject({
    reader: "rootly",
    events: [
      `02:23:00 | note | Incident opened | Checkout down | ${who} | ${link}`,
      `02:15:00 | start | Impact started | – | – | ${link}`,
      `02:21:00 | detect | Detected | – | – | ${link}`,
      `03:22:00 | mitigate | Mitigated | – | – | ${link}`,
      `04:30:10 | resolve | Resolved | Rolled back | ${who} | ${link}`,
    ],
    facts: [
      { title: "Checkout down", severity: "SEV1", services: ["checkout-api"], teams: ["Checkout"] },
    ],
  });
  expect(await told({ data: [{ id: "i1", type: "incidents", attributes }], links: {} })).toEqual(
    whole,
  );
  const event = {
    ...{ event: "Queues are full", occurred_at: "2026-03-14T02:40:00Z", visibility: "internal" },
    ...{ created_at: "2026-03-14T02:41:00Z", user_display_name: "Wren Fixturely" },
  };
  expect(
    (await told({ data: [{ id: "e1", type: "incident_events", attributes: event }] })).events,
  ).toEqual(["02:40:00 | note | Event | Queues are full | Wren Fixturely | –"]);
});

test("Statuspage: what customers were told", async () => {
  const update = (status: string, display_at: string, body: string) => ({
    ...{ id: status, incident_id: "sp1", status, body, display_at, created_at: display_at },
  });
  const incident = {
    ...{
      id: "sp1",
      name: "Payments delayed",
      status: "resolved",
      impact: "major",
      shortlink: "https://stspg.io/x",
    },
    created_at: "2026-03-14T02:45:00Z",
    incident_updates: [
      update("resolved", "2026-03-14T04:31:00Z", "Fixed."),
      update("monitoring", "2026-03-14T03:25:00Z", "A fix is in place."),
      update("identified", "2026-03-14T03:06:00Z", "We found the cause."),
      update("investigating", "2026-03-14T02:45:00Z", "We are looking into it."),
    ],
  };
  const events = (link: string) => [
    `04:31:00 | resolve | Status page: resolved | Fixed. | – | ${link}`,
    `03:25:00 | mitigate | Status page: monitoring | A fix is in place. | – | ${link}`,
    `03:06:00 | diagnose | Status page: identified | We found the cause. | – | ${link}`,
    `02:45:00 | note | Status page: investigating | We are looking into it. | – | ${link}`,
  ];
  const facts = [{ title: "Payments delayed" }];
  expect(await told([incident])).toMatchObject({
    ...{ reader: "statuspage", events: events("https://stspg.io/x"), facts, broken: [] },
  });
  expect(await told({ page: { id: "p" }, incidents: [incident] })).toMatchObject({
    ...{ reader: "statuspage", events: events("https://stspg.io/x"), facts, broken: [] },
  });
  // The updates of one incident are a list of their own.
  expect(await told(incident)).toMatchObject({
    events: [...events("–"), "02:45:00 | note | Status page: created | – | – | https://stspg.io/x"],
    ...{ facts, broken: [] },
  });
  // A webhook, and an incident that is listed without its updates.
  const components = [{ id: "c1", name: "Payments" }, { id: "c2" }];
  expect(
    await told({ meta: {}, page: { id: "p" }, incident: { ...incident, components } }),
  ).toMatchObject({
    ...{ reader: "statuspage", events: events("https://stspg.io/x"), broken: [] },
    facts: [{ title: "Payments delayed", severity: "major", services: ["Payments"] }],
  });
  const listed = {
    ...incident,
    ...{ incident_updates: null, impact: "none", shortlink: null },
    ...{ monitoring_at: "2026-03-14T03:25:00Z", resolved_at: "2026-03-14T04:31:00Z" },
  };
  expect(await told([listed])).toMatchObject({
    events: [
      "02:45:00 | note | Status page: created | – | – | –",
      "03:25:00 | mitigate | Status page: monitoring | – | – | –",
      "04:31:00 | resolve | Status page: resolved | – | – | –",
    ],
    facts: [{ severity: null }],
  });
});

test("FireHydrant: alerts, changes and milestones in files of their own", async () => {
  const at = "2026-05-04T20:58:01Z";
  const alert = {
    ...{ id: "a", summary: "Errors rise", description: null, integration_name: "Datadog" },
    ...{ starts_at: at, ends_at: "2026-05-04T21:30:00Z", status: "closed", remote_id: "7" },
    ...{ remote_url: "https://example.com/a", services: [{ id: "s", name: "checkout" }] },
  };
  const change = {
    ...{ id: "c", summary: "v812", starts_at: at, related_changes: [], identities: [] },
    ...{ authors: [{ id: "u", name: "Quill Testington" }], environments: [{ name: "production" }] },
  };
  const times = { occurred_at: at, duration: "PT0S", created_at: at, updated_at: at };
  const link = "https://example.com/a";
  const answers = [
    { data: [{ id: "1", alert, primary: true }], pagination: {} },
    {
      data: [
        { ...alert, integration_name: null, summary: null, description: "5xx", ends_at: null },
      ],
    },
    { data: [{ id: "2", type: "caused", why: "", change_event: change, incident_id: "i" }] },
    { data: [{ ...change, authors: [], environments: [] }] },
    {
      data: [
        { id: "m", type: "mitigated", ...times },
        { id: "n", type: "retrospective_started", ...times },
      ],
    },
  ];
  expect(await told(answers.map((one) => JSON.stringify(one)).join("\n"))).toMatchObject({
    reader: "firehydrant",
    events: [
      `2026-05-04T20:58:01 | alert | Alert of "Datadog" fired | Errors rise | – | ${link}`,
      `2026-05-04T21:30:00 | resolve | Alert of "Datadog" ended | – | – | ${link}`,
      `2026-05-04T20:58:01 | alert | Alert fired | 5xx | – | ${link}`,
      "2026-05-04T20:58:01 | change | Change in production | v812 | Quill Testington | –",
      "2026-05-04T20:58:01 | change | Change | v812 | – | –",
      "2026-05-04T20:58:01 | mitigate | Milestone mitigated | – | – | –",
    ],
    facts: [{ title: "Errors rise", services: ["checkout"] }, { title: null }],
    skipped: { "milestones of the retrospective": 1 },
    broken: [],
  });
});

test("Rootly: alerts and pulses", async () => {
  const created_at = "2026-05-04T20:58:01Z";
  const resource = (type: string, attributes: object) => ({ id: type, type, attributes });
  const services = [{ name: "checkout" }];
  const data = [
    resource("alerts", { summary: "5xx", status: "open", created_at, services, groups: [] }),
    resource("alerts", {
      ...{ summary: "Lag", created_at, started_at: "2026-05-04T20:57:00Z" },
      ...{ ended_at: "2026-05-04T21:30:00Z", external_url: "https://example.com/a" },
    }),
    resource("pulses", { summary: "v812", source: "k8s", created_at, refs: [] }),
    resource("pulses", { summary: "v813", started_at: "2026-05-04T20:50:00Z", created_at }),
  ];
  expect(await told({ data, links: {} })).toMatchObject({
    reader: "rootly",
    events: [
      "2026-05-04T20:58:01 | alert | Alert fired | 5xx | – | –",
      "2026-05-04T20:57:00 | alert | Alert fired | Lag | – | https://example.com/a",
      "2026-05-04T21:30:00 | resolve | Alert ended | – | – | https://example.com/a",
      "2026-05-04T20:58:01 | change | Change | v812 | program k8s | –",
      "2026-05-04T20:50:00 | change | Change | v813 | – | –",
    ],
    facts: [{ title: "5xx", services: ["checkout"], teams: [] }, { title: "Lag" }],
    broken: [],
  });
});

test("Datadog: an incident, the users that the answer includes, and events", async () => {
  const attributes = {
    ...{ title: "Checkout down", created: "2026-05-04T20:58:01+00:00", detected: null },
    ...{
      customer_impact_start: "2026-05-04T20:50:00+00:00",
      resolved: "2026-05-04T21:40:00+00:00",
    },
    fields: { severity: { type: "dropdown", value: "SEV-2" } },
  };
  const user = { name: "Quill Testington", email: null, handle: "quill@example.com" };
  const answer = {
    data: [{ id: "d", type: "incidents", attributes }],
    included: [{ id: "u", type: "users", attributes: user }],
    meta: { pagination: { size: 1 } },
  };
  const read = {
    reader: "datadog",
    events: [
      "2026-05-04T20:58:01 | note | Incident declared | Checkout down | – | –",
      "2026-05-04T20:50:00 | start | Impact started | – | – | –",
      "2026-05-04T21:40:00 | resolve | Resolved | – | – | –",
    ],
    facts: [{ title: "Checkout down", severity: "SEV-2" }],
  };
  expect(await told(answer)).toMatchObject({
    ...{ ...read, people: ["Quill Testington", "quill@example.com", "u"], skipped: { users: 1 } },
    broken: [],
  });
  expect(await told({ data: { id: "d", type: "incidents", attributes } })).toMatchObject(read);
  const event = {
    timestamp: "2026-05-04T20:40:00Z",
    message: null,
    attributes: { title: "Deploy" },
  };
  const events = [event, { ...event, attributes: null }].map((one) => ({
    ...{ id: "e", type: "event", attributes: one },
  }));
  expect(await told({ data: events })).toMatchObject({
    events: ["2026-05-04T20:40:00 | note | Event | Deploy | – | –"],
    skipped: { "events without text": 1 },
  });
});

test("Datadog: who declared an incident, its services and teams, and what hangs on it", async () => {
  const id = "3ad549bf-eba0-11e9-a77a-0705486660d0";
  const frog = { id, type: "users", attributes: { name: "Quill Testington", uuid: id } };
  const times = { created: "2026-05-04T20:58:02.384097+00:00", declared: "2026-05-04T20:58:01Z" };
  const field = (value: unknown) => ({ type: "autocomplete", value });
  const attributes = {
    ...{ title: "Checkout down", severity: "UNKNOWN", ...times },
    ...{ declared_by: { data: frog }, non_datadog_creator: null },
    fields: { severity: field("UNKNOWN"), services: field(["checkout"]), teams: field(null) },
  };
  const part = (type: string, more: object) => ({ id: type, type, attributes: more });
  const hop = { id: "x", name: "Wrenna Fixturely", source: "slack", icon: "https://example.com/i" };
  const answer = [
    { data: part("incidents", attributes) },
    { data: part("incidents", { ...attributes, declared_by: null, declared_by_uuid: id }) },
    {
      data: [
        part("incident_impacts", {
          ...{ description: "No orders", impact_type: "customer" },
          ...{ start_at: "2026-05-04T20:50:00Z", end_at: "2026-05-04T21:30:00Z" },
        }),
      ],
    },
    { data: [part("incident_todos", { content: "Ask", assignees: ["@q@example.com", hop] })] },
    { data: [part("incident_integrations", { metadata: {} })] },
  ];
  expect(await told(answer.map((one) => JSON.stringify(one)).join("\n"))).toMatchObject({
    reader: "datadog",
    events: [
      `2026-05-04T20:58:01 | note | Incident declared | Checkout down | Quill Testington/${id} | –`,
      `2026-05-04T20:58:01 | note | Incident declared | Checkout down | ${id} | –`,
      "2026-05-04T20:50:00 | start | Impact started | No orders | – | –",
      "2026-05-04T21:30:00 | mitigate | Mitigated | – | – | –",
    ],
    people: ["Quill Testington", id, id, "Wrenna Fixturely"],
    facts: [
      { severity: null, services: ["checkout"], teams: [] },
      { severity: null, services: ["checkout"] },
    ],
    skipped: { tasks: 1, integrations: 1 },
    broken: [],
  });
});

test("Datadog: alerts of monitors, changes and deployments", async () => {
  const event = (inner: object, message: string | null = null) => ({
    ...{ id: "e", type: "event" },
    attributes: { timestamp: "2026-05-04T20:40:00Z", message, attributes: inner },
  });
  const flag = { changed_resource: { name: "fallback", type: "feature_flag" } };
  const deployment = {
    ...{ service: "checkout", env: "production", version: "v1.12.07", team: "payments" },
    ...{ started_at: "2026-05-04T20:38:00Z", finished_at: "2026-05-04T20:41:00Z" },
  };
  const data = [
    event({ title: "[Triggered] Errors", status: "error", monitor: { name: "Errors" } }),
    event({ title: "[Recovered] Errors", status: "success", monitor_id: 7 }),
    event({ title: "[No data] Errors", status: "info", monitor_id: 7 }),
    event({ title: "Lag", status: "warn", evt: { category: "alert" } }),
    event({ ...flag, title: "on", author: { name: "Quill Testington", type: "user" } }),
    event({ changed_resource: {}, author: { name: "flagger", type: "automation" } }),
    event({ changed_resource: { name: "pool", type: "configuration" } }),
    event({ status: "error", title: "Cron failed" }),
    { id: "d", type: "dora_deployment", attributes: deployment },
    { id: "d", type: "dora_deployment", attributes: { started_at: deployment.started_at } },
  ];
  const at = "2026-05-04T20:40:00";
  expect((await told({ data })).events).toEqual([
    `${at} | alert | Alert fired | [Triggered] Errors | – | –`,
    `${at} | resolve | Alert recovered | [Recovered] Errors | – | –`,
    `${at} | note | Event | [No data] Errors | – | –`,
    `${at} | alert | Alert fired | Lag | – | –`,
    `${at} | change | Change of feature flag "fallback" | on | Quill Testington | –`,
    `${at} | change | Change | – | program flagger | –`,
    `${at} | change | Change of setting "pool" | – | – | –`,
    `${at} | note | Event | Cron failed | – | –`,
    '2026-05-04T20:38:00 | change | Deployment of "checkout" at v1.12.07 to production | – | – | –',
    "2026-05-04T20:38:00 | change | Deployment | – | – | –",
  ]);
});

test("Jira: comments and changes in files of their own", async () => {
  const author = { accountId: "5b10", displayName: "Quill Testington", accountType: "atlassian" };
  const created = "2026-05-04T23:10:00.000+0200";
  const self = "https://example.atlassian.net/rest/api/3/issue/10010/comment/1";
  const body = { type: "doc", version: 1, content: [] };
  const comments = [
    { self, id: "1", author, updateAuthor: author, body: "Queue is full", created },
    { self, id: "2", author, body, created },
  ];
  const item = { fieldtype: "jira", from: "1", fromString: "Open", to: "3" };
  const values = [
    { id: "1", author, created, items: [{ ...item, field: "status", toString: "Done" }] },
    { id: "2", author, created, items: [{ ...item, field: "labels", toString: "a" }] },
  ];
  expect(await told({ startAt: 0, total: 2, comments })).toMatchObject({
    reader: "jira",
    events: ["2026-05-04T21:10:00 | message | – | Queue is full | Quill Testington/5b10 | –"],
    skipped: { "comments without text": 1 },
  });
  expect(await told({ self, startAt: 0, total: 2, isLast: true, values })).toMatchObject({
    reader: "jira",
    events: ['2026-05-04T21:10:00 | note | Status set to "Done" | – | Quill Testington/5b10 | –'],
    skipped: { "changes of other fields": 1 },
    broken: [],
  });
});

test("Jira: an issue with its comments, in either format, and changes of status", async () => {
  const author = { accountId: "5b10", displayName: "Quill Testington", accountType: "atlassian" };
  const created = "2026-05-04T23:10:00.000+0200";
  const paragraph = (...content: object[]) => ({ type: "paragraph", content });
  const mention = { type: "mention", attrs: { id: "5b10", text: "@Quill" } };
  const body = {
    type: "doc",
    version: 1,
    content: [
      paragraph({ type: "text", text: "Queue is " }, { type: "text", text: "full " }, mention),
      paragraph(
        { type: "text", text: "Lag" },
        { type: "hardBreak" },
        { type: "text", text: "grows" },
      ),
    ],
  };
  const items = [
    { field: "status", toString: "In Progress" },
    { field: "assignee", to: "5b10", toString: "Quill Testington" },
    { field: "assignee", to: null, toString: null },
    { field: "status", toString: null },
  ];
  const issue = {
    ...{ key: "INC-42", self: "https://example.atlassian.net/rest/api/3/issue/1" },
    fields: {
      ...{ summary: "Checkout down", created: "2026-05-04T22:58:01.000+0200", creator: author },
      ...{ resolutiondate: "2026-05-04T23:40:00.000+0200", priority: { name: "Highest" } },
      comment: {
        comments: [
          { author: { displayName: "Opsbot", accountType: "app" }, body: "Restarted", created },
          { author, body, created },
          { author: null, body: null, created },
        ],
      },
    },
    changelog: { histories: [{ author, created, items }] },
  };
  const who = "Quill Testington/5b10";
  const link = "https://example.atlassian.net/browse/INC-42";
  expect(await told({ startAt: 0, total: 1, issues: [issue] })).toMatchObject({
    reader: "jira",
    events: [
      `2026-05-04T20:58:01 | note | Opened INC-42 | Checkout down | ${who} | ${link}`,
      `2026-05-04T21:10:00 | note | Status set to In Progress | – | ${who} | ${link}`,
      `2026-05-04T21:10:00 | note | Assigned | – | ${who} → ${who} | ${link}`,
      `2026-05-04T21:10:00 | message | – | Restarted | program Opsbot | ${link}`,
      `2026-05-04T21:10:00 | message | – | Queue is full @Quill Lag grows | ${who} | ${link}`,
      `2026-05-04T21:40:00 | note | Closed INC-42 | – | – | ${link}`,
    ],
    facts: [{ title: "Checkout down", severity: "Highest" }],
  });
  const bare = { key: "INC-1", fields: { summary: "Down", created } };
  expect((await told(bare)).events).toEqual([
    "2026-05-04T21:10:00 | note | Opened INC-1 | Down | – | –",
  ]);
});
