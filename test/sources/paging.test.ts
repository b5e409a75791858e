import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/root.ts";
import { collected, told } from "./collected.ts";

const fixture = (name: string) => readFileSync(join(ROOT, "test/sources/fixtures", name), "utf8");

const USER = { id: "PUSER01", type: "user_reference", summary: "Quill Testington" };

test("PagerDuty: log entries", async () => {
  expect(await told(fixture("pagerduty.json"))).toEqual({
    reader: "pagerduty",
    events: [
      "04:30:10 | resolve | Resolved | – | PUSER01/Quill Testington | https://example.pagerduty.com/incidents/PINC001/log_entries/RRESOLVE1",
      "03:05:00 | note | Note | Quill says the consumer lag is not a traffic dip | PUSER01/Quill Testington | https://example.pagerduty.com/incidents/PINC001",
      "02:41:00 | escalate | Escalated | – | program checkout-api → PUSER02/Wren Fixturely | https://example.pagerduty.com/incidents/PINC001",
      "02:24:00 | acknowledge | Acknowledged | – | PUSER01/Quill Testington | https://example.pagerduty.com/incidents/PINC001",
      "02:21:00 | alert | Alert triggered | Checkout error rate above 5 % | program checkout-api | https://example.pagerduty.com/incidents/PINC001/log_entries/RTRIG1",
    ],
    people: ["PUSER01", "Quill Testington", "PUSER02", "Wren Fixturely"],
    facts: [
      { title: null, services: [], teams: ["Checkout"] },
      { title: "Checkout error rate above 5 %", services: ["checkout-api"], teams: ["Checkout"] },
    ],
    skipped: { notifications: 1 },
    broken: [],
    cut: null,
  });
});

test("PagerDuty: an incident as a whole", async () => {
  const incident = {
    id: "PINC001",
    type: "incident",
    summary: "[#812] Checkout down",
    title: "Checkout down",
    created_at: "2026-03-14T02:21:00Z",
    status: "resolved",
    last_status_change_at: "2026-03-14T04:30:10Z",
    last_status_change_by: USER,
    html_url: "https://example.pagerduty.com/incidents/PINC001",
    service: { id: "PSERV01", type: "service_reference", summary: "checkout-api" },
    priority: { id: "PPRIO01", type: "priority_reference", summary: "P1" },
    teams: [],
    assignments: [{ at: "2026-03-14T02:22:00Z", assignee: USER }],
    acknowledgements: [{ at: "2026-03-14T02:24:00Z", acknowledger: USER }],
  };
  const whole = await told({ incident });
  const link = incident.html_url;
  expect(whole).toMatchObject({
    reader: "pagerduty",
    events: [
      `02:21:00 | alert | Alert triggered | Checkout down | – | ${link}`,
      `02:24:00 | acknowledge | Acknowledged | – | PUSER01/Quill Testington | ${link}`,
      `04:30:10 | resolve | Resolved | – | PUSER01/Quill Testington | ${link}`,
    ],
    people: ["PUSER01", "Quill Testington"],
    facts: [{ title: "Checkout down", severity: "P1", services: ["checkout-api"], teams: [] }],
  });
  expect(await told({ incidents: [incident], limit: 25, more: false })).toEqual(whole);
});

test("PagerDuty: notes, alerts and change events", async () => {
  const note = {
    id: "N1",
    user: USER,
    content: "Queue drained",
    created_at: "2026-03-14T05:28:51+01:00",
  };
  const robot = { ...USER, type: "bot_user_reference", summary: "Event rule" };
  expect((await told({ notes: [note, { ...note, user: robot }] })).events).toEqual([
    "04:28:51 | note | Note | Queue drained | PUSER01/Quill Testington | –",
    "04:28:51 | note | Note | Queue drained | program Event rule | –",
  ]);
  const change = {
    id: "C1",
    type: "change_event",
    timestamp: "2026-03-14T02:12:04.000Z",
    summary: "Deploy v812",
    source: "ci",
    links: [{ href: "https://ci.example.com/812", text: "build" }],
  };
  expect((await told({ change_events: [change] })).events).toEqual([
    "02:12:04 | change | Change | Deploy v812 | program ci | https://ci.example.com/812",
  ]);
  const alert = {
    id: "A1",
    type: "alert",
    created_at: "2026-03-14T02:21:00Z",
    summary: "High errors",
    html_url: null,
  };
  expect((await told({ alerts: [alert] })).events).toEqual([
    "02:21:00 | alert | Alert triggered | High errors | – | –",
  ]);
});

test("Opsgenie: an alert, with what its report counts from its start", async () => {
  const alert = {
    id: "8418d193-2dab-4490-b331-8c02cdd196b7",
    tinyId: "23",
    message: "Checkout error rate above 5 %",
    status: "closed",
    createdAt: "2026-03-14T02:21:00.000Z",
    owner: "quill.testington@example.com",
    priority: "P1",
    responders: [
      { type: "team", id: "t1", name: "Checkout" },
      { type: "user", id: "u1", name: "wren.fixturely@example.com" },
    ],
    report: {
      ackTime: 180_000,
      closeTime: 7_750_000,
      acknowledgedBy: "quill.testington@example.com",
      closedBy: "System",
    },
  };
  expect(await told({ data: alert, took: 0.1, requestId: "r" })).toMatchObject({
    reader: "opsgenie",
    events: [
      "02:21:00 | alert | Alert created | Checkout error rate above 5 % | – | –",
      "02:24:00 | acknowledge | Acknowledged | – | quill.testington@example.com | –",
      "04:30:10 | resolve | Closed | – | program System | –",
    ],
    people: ["quill.testington@example.com", "wren.fixturely@example.com"],
    facts: [{ title: "Checkout error rate above 5 %", severity: "P1", teams: ["Checkout"] }],
  });
});

test("Opsgenie: logs and notes of an alert", async () => {
  const by = "quill.testington@example.com";
  const log = (createdAt: string, log: string, owner = by) => ({
    log,
    type: "system",
    owner,
    createdAt,
    offset: "1",
  });
  const logs = [
    log("2026-03-14T02:21:00Z", "Alert created via API", "System"),
    log("2026-03-14T02:21:03Z", "Sending notification to [Quill Testington]", "System"),
    log("2026-03-14T02:24:00Z", "Alert acknowledged via web"),
    log("2026-03-14T02:41:00Z", "Alert is escalated to the next rule", "System"),
    log("2026-03-14T03:00:00Z", "Tag added: queue"),
    log("2026-03-14T04:30:10Z", "Alert closed via web"),
  ];
  expect(await told({ data: logs, paging: {}, took: 0.1, requestId: "r" })).toMatchObject({
    events: [
      "02:21:00 | alert | Alert created | Alert created via API | program System | –",
      `02:24:00 | acknowledge | Acknowledged | Alert acknowledged via web | ${by} | –`,
      "02:41:00 | escalate | Escalated | Alert is escalated to the next rule | program System | –",
      `03:00:00 | note | Log | Tag added: queue | ${by} | –`,
      `04:30:10 | resolve | Closed | Alert closed via web | ${by} | –`,
    ],
    skipped: { notifications: 1 },
    broken: [],
  });
  const note = {
    note: "Queue is not drained",
    owner: by,
    createdAt: "2026-03-14T03:10:00Z",
    offset: "1",
  };
  expect((await told({ data: [note] })).events).toEqual([
    `03:10:00 | note | Note | Queue is not drained | ${by} | –`,
  ]);
});

test("Opsgenie: an incident and its timeline", async () => {
  const incident = {
    ...{ id: "i1", tinyId: "7", message: "Checkout down", status: "closed", priority: "P2" },
    createdAt: "2026-03-14T02:23:00Z",
    impactStartDate: "2026-03-14T02:15:00Z",
    impactDetectDate: "2026-03-14T02:21:00Z",
    impactEndDate: "2026-03-14T03:22:00Z",
    responders: [],
  };
  expect((await told({ data: incident })).events).toEqual([
    "02:23:00 | alert | Alert created | Checkout down | – | –",
    "02:15:00 | start | Impact started | – | – | –",
    "02:21:00 | detect | Detected | – | – | –",
    "03:22:00 | mitigate | Impact ended | – | – | –",
  ]);
  const entry = {
    ...{
      id: "e1",
      group: "INCIDENT",
      type: "NoteAdded",
      hidden: false,
      eventTime: "2026-03-14T02:50:00Z",
    },
    actor: { name: "Quill Testington", type: "User" },
    title: { type: "text", content: "Consumers are stuck" },
    description: { name: "", type: "text" },
  };
  const hidden = { ...entry, hidden: true };
  expect(
    await told({ data: { entries: [entry, hidden], nextOffset: "x" }, took: 1 }),
  ).toMatchObject({
    reader: "opsgenie",
    events: ["02:50:00 | note | Timeline | Consumers are stuck | Quill Testington | –"],
    people: ["Quill Testington"],
  });
});

const ALERT = {
  labels: {
    alertname: "CheckoutErrors",
    severity: "critical",
    service: "checkout-api",
    team: "checkout",
  },
  annotations: { summary: "Checkout error rate above 5 %" },
  startsAt: "2026-03-14T02:20:30.123Z",
  endsAt: "2026-03-14T04:30:00Z",
  generatorURL: "https://prometheus.example.com/graph?g0",
  fingerprint: "f1",
};
const FIRED =
  '02:20:30.123Z | alert | Alert "CheckoutErrors" fired | Checkout error rate above 5 % | – | https://prometheus.example.com/graph?g0';

test("Alertmanager: alerts, groups and webhooks", async () => {
  const api = { ...ALERT, status: { state: "active", silencedBy: [], inhibitedBy: [] } };
  const facts = {
    title: "Checkout error rate above 5 %",
    severity: "critical",
    services: ["checkout-api"],
    teams: ["checkout"],
  };
  expect(await told([api])).toMatchObject({
    reader: "alertmanager",
    events: [FIRED],
    facts: [facts],
  });
  expect(await told([{ labels: {}, receiver: { name: "pager" }, alerts: [api] }])).toMatchObject({
    reader: "alertmanager",
    events: [FIRED],
    facts: [facts],
  });
  const webhook = {
    ...{ version: "4", receiver: "pager", status: "resolved", groupLabels: {}, commonLabels: {} },
    alerts: [{ ...ALERT, status: "resolved" }],
  };
  expect(await told(webhook)).toMatchObject({
    reader: "alertmanager",
    events: [
      FIRED,
      '04:30:00 | resolve | Alert "CheckoutErrors" resolved | – | – | https://prometheus.example.com/graph?g0',
    ],
    skipped: { "heads of webhooks": 1 },
    broken: [],
  });
});

test("Alertmanager: alerts that fire or are over are told apart by their labels", async () => {
  const api = { ...ALERT, status: { state: "active" } };
  const { fingerprint, ...older } = ALERT;
  const reversed = Object.fromEntries(Object.entries(ALERT.labels).toReversed());
  const text = JSON.stringify([api, older, { ...older, labels: reversed, status: "resolved" }]);
  const { events } = await collected(text);
  const labels = JSON.stringify(Object.entries(ALERT.labels).toSorted());
  expect(events.map(({ kind, alert, isFiring }) => [kind, alert, isFiring])).toEqual([
    ["alert", fingerprint, true],
    ["alert", labels, true],
    ["alert", labels, false],
    ["resolve", labels, undefined],
  ]);
});

test("Grafana: changes of alerts, changes of the system and notes", async () => {
  const note = {
    ...{ id: 1, alertId: 0, dashboardUID: "d1", panelId: 2, timeEnd: 0, tags: [] as string[] },
    ...{ time: 1773454860000, text: "", login: "", email: "" },
  };
  const annotations = [
    { ...note, alertName: "Errors", prevState: "Normal", newState: "Alerting", text: "above 5 %" },
    {
      ...note,
      time: 1773462600000,
      alertName: "Errors",
      prevState: "Alerting",
      newState: "Normal",
    },
    { ...note, time: 1773454320000, tags: ["deploy", "checkout"], text: "v812", login: "wrenfix" },
    { ...note, time: 1773458520000, text: "Traffic moved", email: "quill.testington@example.com" },
  ];
  expect(await told(annotations)).toMatchObject({
    reader: "grafana",
    events: [
      '02:21:00 | alert | Alert "Errors" fired | above 5 % | – | –',
      '04:30:00 | resolve | Alert "Errors": Normal | – | – | –',
      "02:12:00 | change | Change | v812 | wrenfix | –",
      "03:22:00 | note | Annotation | Traffic moved | quill.testington@example.com | –",
    ],
    people: ["wrenfix", "quill.testington@example.com"],
  });
  // Empty fields are left out; older versions name the user otherwise.
  const bare = [
    { id: 3, userId: 7, time: 1773454320000, tags: ["deploy"], text: "v813", login: "wrenfix" },
    { id: 4, alertId: 9, time: 1773454860000, newState: "Alerting", alertName: "Errors" },
    { ...note, time: 1773458520000, text: "Traffic moved", userName: "Quill" },
  ];
  expect(await told(bare)).toMatchObject({
    ...{ reader: "grafana", broken: [] },
    events: [
      "02:12:00 | change | Change | v813 | wrenfix | –",
      '02:21:00 | alert | Alert "Errors" fired | – | – | –',
      "03:22:00 | note | Annotation | Traffic moved | Quill | –",
    ],
  });
});

test("durations of Opsgenie that lead to no date are left out, and the rest is read", async () => {
  const alert = { message: "Down", createdAt: "2026-03-14T02:15:00Z", tinyId: "1" };
  const report = { ackTime: 1e300, closeTime: 60_000 };
  const { events } = await collected(JSON.stringify([{ ...alert, report }]));
  expect(events.map(({ kind, at }) => [kind, at - Date.UTC(2026, 2, 14, 2, 15)])).toEqual([
    ["alert", 0],
    ["resolve", 60_000],
  ]);
});
