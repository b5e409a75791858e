import { expect, test } from "vitest";
import { actions } from "../../../src/reports/actions/actions.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, HALF_YEAR } from "../../support/build-query.ts";

const POSTMORTEM = buildPostmortem({
  id: "one",
  title: "Checkout stalled",
  times: { started: "2026-01-10T10:00Z" },
  actions: [
    { title: "Game day", owner: "platform", due: "2026-08-01", status: "open" },
    { title: "Game day", owner: "someone", due: "2026-05-01", status: "open" },
    { title: "Runbook", due: "2026-09-01", status: "done" },
    { title: "No date", status: "open" },
  ],
  review: { due: "2026-06-01", criteria: "Found in 20 minutes" },
});

function eventsOf(options: Readonly<Record<string, unknown>> = {}) {
  const query = buildQuery({ postmortems: [POSTMORTEM] });
  const given = { overdue: false, fail: false, owner: [], ...options };
  return actions.build(query, given).calendar;
}

test("open actions and reviews that are due on a day", () => {
  expect(eventsOf()).toEqual({
    asOf: HALF_YEAR.until,
    events: [
      expect.objectContaining({
        key: ["action", "one", "Game day"],
        date: "2026-08-01",
        description: ["Owner: platform", "Incident: Checkout stalled (one)"],
      }),
      {
        key: ["action", "one", "Game day", "2"],
        date: "2026-05-01",
        summary: "Action due: Game day",
        description: ["Owner: (unlisted)", "Incident: Checkout stalled (one)"],
      },
      {
        key: ["review", "one"],
        date: "2026-06-01",
        summary: "Review due: Checkout stalled",
        description: ["Criteria: Found in 20 minutes", "Incident: Checkout stalled (one)"],
      },
    ],
  });
});

test("--overdue leaves those that are", () => {
  expect(eventsOf({ overdue: true })?.events.map(({ date }) => date)).toEqual([
    "2026-05-01",
    "2026-06-01",
  ]);
});
