/** One entry of each form that the readers know, as the vendors document them, by tool. */
const USER = { id: "PUSER01", type: "user_reference", summary: "Quill Testington" };
const AT = "2026-03-14T02:21:00Z";
const LATER = "2026-03-14T02:31:00Z";
const LOGIN = { login: "wrenfix", type: "User" };
const GITLAB_USER = { id: 1, username: "qtestington", name: "Quill Testington" };

export type Json = Readonly<Record<string, unknown>>;

export const VENDOR_ENTRIES: Readonly<Record<string, readonly Json[]>> = {
  pagerduty: [
    {
      ...{ id: "P1", type: "incident", title: "Checkout down", created_at: AT, status: "resolved" },
      ...{ html_url: "https://example.pagerduty.com/incidents/P1", teams: [] },
      ...{ service: { id: "PS", type: "service_reference", summary: "checkout-api" } },
      ...{ last_status_change_at: LATER, last_status_change_by: USER },
      acknowledgements: [{ at: LATER, acknowledger: USER }],
    },
    {
      ...{ id: "R1", type: "acknowledge_log_entry", created_at: AT, agent: USER },
      channel: { type: "website" },
    },
    { ...{ id: "C1", type: "change_event", timestamp: AT, summary: "Deploy", links: [] } },
  ],
  opsgenie: [
    {
      ...{ id: "a1", tinyId: "12", alias: "x", message: "Checkout down", status: "closed" },
      ...{
        acknowledged: true,
        createdAt: AT,
        updatedAt: LATER,
        source: "api",
        owner: "quill@example.com",
      },
      ...{ priority: "P1", tags: ["a"], teams: [], responders: [] },
      report: { ackTime: 15000, closeTime: 60000, acknowledgedBy: "quill@example.com" },
    },
    {
      log: "Alert acknowledged",
      type: "system",
      owner: "quill@example.com",
      createdAt: AT,
      offset: "1",
    },
    { note: "Queue is full", owner: "quill@example.com", createdAt: AT, offset: "1" },
  ],
  "incident.io": [
    {
      ...{ id: "01INC", reference: "INC-12", name: "Checkout down", created_at: AT },
      permalink: "https://app.incident.io/incidents/12",
      severity: { id: "s", name: "Major", rank: 2 },
      incident_status: { id: "st", name: "Closed", category: "closed" },
      creator: { user: { id: "01U", name: "Quill Testington", email: "quill@example.com" } },
      incident_role_assignments: [],
      incident_timestamp_values: [
        { incident_timestamp: { id: "x", name: "Reported at" }, value: { value: LATER } },
      ],
    },
    {
      ...{ id: "u", incident_id: "01INC", created_at: AT, message: "Found it" },
      updater: { user: { id: "01U", name: "Quill Testington" } },
      new_incident_status: { name: "Fixing", category: "active" },
    },
  ],
  firehydrant: [
    {
      ...{ id: "f1", name: "Checkout down", created_at: AT, started_at: AT, severity: "SEV1" },
      ...{ current_milestone: "resolved", incident_url: "https://app.firehydrant.io/i/1" },
      milestones: [{ id: "m", type: "detected", occurred_at: LATER, created_at: LATER }],
      ...{ role_assignments: [], services: [{ id: "s", name: "checkout" }], team_assignments: [] },
    },
    {
      ...{ id: "e", incident_id: "f1", type: "note", occurred_at: AT, created_at: AT },
      ...{ author: { id: "a", name: "Quill Testington", email: null }, data: { body: "Full" } },
    },
    {
      ...{ id: "a1", summary: "High", starts_at: AT, ends_at: LATER, integration_name: "Datadog" },
      ...{ remote_id: "7", remote_url: "https://example.com/a", services: [{ name: "checkout" }] },
    },
    {
      ...{ id: "c1", summary: "v812", starts_at: AT, related_changes: [], environments: [] },
      authors: [{ id: "a", name: "Quill Testington" }],
    },
    { id: "m1", type: "mitigated", occurred_at: AT, duration: "PT1M", updated_at: LATER },
  ],
  rootly: [
    {
      ...{ id: "r1", type: "incidents" },
      attributes: {
        ...{ title: "Checkout down", created_at: AT, started_at: AT, resolved_at: LATER },
        ...{ url: "https://rootly.com/i/1", summary: null, status: "resolved" },
      },
    },
    { id: "r2", type: "incident_events", attributes: { event: "Full", occurred_at: AT } },
    { id: "r3", type: "alerts", attributes: { summary: "High", created_at: AT, ended_at: LATER } },
    { id: "r4", type: "pulses", attributes: { summary: "v812", source: "k8s", created_at: AT } },
  ],
  alertmanager: [
    {
      ...{ labels: { alertname: "Errors", severity: "page" }, annotations: { summary: "High" } },
      ...{ startsAt: AT, endsAt: LATER, updatedAt: LATER, fingerprint: "f", receivers: [] },
      ...{ status: { state: "active", silencedBy: [], inhibitedBy: [], mutedBy: [] } },
      generatorURL: "https://prometheus.example.com/g",
    },
  ],
  grafana: [
    {
      id: 1,
      alertId: 9,
      newState: "Alerting",
      prevState: "Normal",
      time: 1773454860000,
      text: "x",
      tags: [],
    },
    { id: 2, userId: 7, time: 1773454860000, text: "v813", tags: ["deploy"], login: "wrenfix" },
  ],
  statuspage: [
    {
      ...{
        id: "s1",
        name: "Payments delayed",
        status: "resolved",
        impact: "major",
        created_at: AT,
      },
      ...{ shortlink: "https://stspg.io/x", resolved_at: LATER, components: [{ name: "Pay" }] },
      incident_updates: [
        {
          id: "u",
          incident_id: "s1",
          status: "resolved",
          body: "Fixed",
          display_at: AT,
          created_at: AT,
        },
      ],
    },
  ],
  datadog: [
    {
      ...{ id: "d1", type: "incidents" },
      attributes: { title: "Checkout down", created: AT, detected: AT, resolved: LATER },
    },
    { id: "d2", type: "users", attributes: { name: "Quill Testington", handle: "q@example.com" } },
    { id: "d3", type: "event", attributes: { timestamp: AT, message: "Deploy", attributes: {} } },
    {
      ...{ id: "d4", type: "incident_impacts" },
      attributes: { description: "No orders", start_at: AT, end_at: LATER },
    },
    { id: "d5", type: "dora_deployment", attributes: { started_at: AT, service: "checkout" } },
    { id: "d6", type: "incident_todos", attributes: { content: "Ask", assignees: [] } },
  ],
  jira: [
    {
      ...{ id: "1", key: "INC-42", self: "https://example.atlassian.net/rest/api/3/issue/1" },
      fields: { summary: "Checkout down", created: AT, resolutiondate: null, reporter: null },
    },
    {
      ...{ self: "https://example.atlassian.net/rest/api/3/issue/1/comment/2", id: "2" },
      ...{ body: "Queue is full", created: AT, updated: AT, author: null },
    },
    {
      ...{ id: "3", created: AT, author: null },
      items: [{ field: "status", fieldtype: "jira", to: "3", toString: "Done" }],
    },
  ],
  gitlab: [
    {
      ...{ iid: 9, title: "Checkout down", issue_type: "incident", severity: "CRITICAL" },
      ...{ author: GITLAB_USER, created_at: AT, closed_at: LATER, closed_by: GITLAB_USER },
      ...{ assignees: [GITLAB_USER], web_url: "https://gitlab.example.com/e/c/-/issues/9" },
    },
    {
      id: 1,
      body: "Full",
      author: GITLAB_USER,
      system: false,
      noteable_type: "Issue",
      created_at: AT,
    },
    {
      ...{ id: 41, iid: 2, ref: "main", sha: "0a1b2c3d4e5f", status: "success", user: GITLAB_USER },
      ...{ created_at: AT, updated_at: LATER, environment: { id: 1, name: "production" } },
      deployable: { finished_at: LATER, web_url: "https://gitlab.example.com/e/c/-/jobs/1" },
    },
    {
      ...{ id: 142, user: GITLAB_USER, created_at: AT, resource_type: "Issue", resource_id: 11 },
      state: "closed",
    },
    {
      ...{ id: "gid://gitlab/1", occurredAt: AT, note: "Full", author: GITLAB_USER },
      timelineEventTags: { nodes: [{ name: "Start time" }] },
    },
  ],
  github: [
    {
      ...{ id: 1, sha: "a".repeat(40), ref: "main", environment: "production", description: null },
      ...{
        creator: LOGIN,
        created_at: AT,
        updated_at: AT,
        repository_url: "https://api.github.com/repos/e/c",
      },
      statuses_url: "https://api.github.com/repos/e/c/deployments/1/statuses",
    },
    {
      ...{ number: 9, title: "Checkout down", user: LOGIN, created_at: AT, closed_at: null },
      ...{ html_url: "https://github.com/e/c/issues/9", comments_url: "https://api.github.com/c" },
    },
    {
      ...{
        id: 1,
        user: LOGIN,
        body: "Full",
        created_at: AT,
        issue_url: "https://api.github.com/i/9",
      },
      html_url: "https://github.com/e/c/issues/9#1",
    },
    { id: 1, node_id: "x", event: "closed", actor: LOGIN, created_at: AT, state_reason: null },
    {
      number: 7,
      title: "New client",
      mergedAt: AT,
      mergedBy: LOGIN,
      url: "https://x.org/e/c/pull/7",
    },
    { number: 9, title: "Down", createdAt: AT, url: "https://github.com/e/c/issues/9" },
    { tagName: "v1", name: "v1", publishedAt: AT, isDraft: false },
  ],
  slack: [
    {
      type: "message",
      ts: "1773454860.000100",
      user: "U0QUILL01",
      text: "<@U0WREN002> it is down",
    },
    {
      ...{
        type: "message",
        subtype: "bot_message",
        ts: "1773454861.000100",
        bot_id: "B1",
        text: "",
      },
      attachments: [{ fallback: "f", title: "Alert", text: "High" }],
    },
    { id: "U0QUILL01", name: "quill", real_name: "Quill Testington", profile: {} },
  ],
};
