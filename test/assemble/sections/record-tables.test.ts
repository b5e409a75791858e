import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const head =
  "# Export of incident 90\n\n| record | name | content | time (CET) | status |\n|---|---|---|---|---|\n";
const rows = [
  "| field | severity | SEV-2 | | |",
  "| milestone | impact_start | | 2026-02-11 10:00 | |",
  "| milestone | detected | | 2026-02-11 10:12 | |",
  "| event | note | release swaps two fields | 2026-02-11 10:00 | |",
  "| event | 2 | Customer reports a wrong seat | 2026-02-11 10:12 | |",
  "| event | 3 | Incident resolved | 2026-02-11 10:48 | |",
  "| contributing factor | 1 | answer is read by position | | |",
  "| factor | no contract test | | | |",
  "| action | Platform | cap the heap | 2026-03-04 | done |",
  "| action | 2 | count the pages | 2026-03-30 | |",
].join("\n");

describe("a table that holds all of an incident, a row for each record", () => {
  const text = `${head}${rows}\n`;

  test("tells facts and milestones, in the zone of its column of times", () => {
    expect(read(text).severity?.value).toBe("P2");
    expect(told(text)).toEqual([
      "started 2026-02-11T09:00",
      "detected 2026-02-11T09:12",
      "resolved 2026-02-11T09:48",
    ]);
  });

  test("tells a timeline, factors and actions", () => {
    const { timeline, factors, actions } = read(text);
    expect(timeline?.rows.map(({ text: event }) => event)).toEqual([
      "release swaps two fields",
      "Customer reports a wrong seat",
      "Incident resolved",
    ]);
    expect(factors.map(({ value }) => value)).toEqual([
      "answer is read by position",
      "no contract test",
    ]);
    const plan = actions.map(({ title, owner, due, status }) =>
      [title, owner, due, status].map((fact) => fact?.value ?? "-").join(" | "),
    );
    expect(plan).toEqual([
      "cap the heap | Platform | 2026-03-04 | done",
      "count the pages | - | 2026-03-30 | -",
    ]);
  });

  test("is none with a row of another kind, or with too few kinds", () => {
    const other = `${head}${rows}\n| cost | 1 | 300 euro | | |\n`;
    expect(read(other).timeline?.rows ?? []).toEqual([]);
    const few = `${head}${rows.split("\n").slice(3, 6).join("\n")}\n`;
    expect(read(few).actions).toEqual([]);
  });
});
