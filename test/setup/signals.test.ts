import { expect, test } from "vitest";
import { parseSignals } from "../../src/setup/signals.ts";
import { TAXONOMY } from "../support/build-query.ts";

const parse = (text: string) => parseSignals({ path: "signals.yaml", text }, TAXONOMY);

test("reads entries, and names as ids", () => {
  const result = parse(
    "version: 1\nsignals:\n  - { source: migration, competency: Queues, date: 2026-02-03, team: payments, note: Broker 4 }\n  - { source: code-review, competency: observability.tracing, date: 2026-02-04 }\n",
  );
  expect(result).toEqual({
    ok: true,
    value: [
      { source: "migration", competency: "queues", date: "2026-02-03", team: "payments" },
      {
        source: "code-review",
        competency: "observability.tracing",
        date: "2026-02-04",
        team: null,
      },
    ],
  });
});

test.each([
  ["an empty file", ""],
  ["no entry yet", "version: 1\nsignals:\n"],
])("%s holds nothing", (_what, text) => {
  expect(parse(text)).toEqual({ ok: true, value: [] });
});

test.each([
  ["source: rumour, competency: queues, date: 2026-02-03", /rumour|source/],
  ["source: adoption, competency: queue, date: 2026-02-03", /Unknown competency `queue`/],
  ["source: adoption, competency: queues, date: 2026-02-30", /Unexpected date `2026-02-30`/],
  [
    "source: adoption, competency: queues, date: 2026-02-03, team: payment",
    /Unknown team `payment`/,
  ],
  ["source: adoption, competency: queues, date: 2026-02-03, person: x", /person/],
])("refuses %s, with its place", (entry, message) => {
  const result = parse(`version: 1\nsignals:\n  - { ${entry} }\n`);
  const problems = result.ok ? [] : result.why;
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toMatch(message);
  expect(problems[0]?.range.start.line).toBe(3);
});
