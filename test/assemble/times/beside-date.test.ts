import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const ALERT =
  "- 21:11 - Pager fires for the error rate\n- 21:33 - Error rate back to normal, resolved";

function document(date: string, rows: string): string {
  return `# Checkout\n\n${date}\n\n## Timeline (UTC)\n${rows}\n`;
}

test.each([
  "**Date:** 2026-03-04 (21:11 - 21:33 UTC)",
  "**When:** March 4, 2026, 21:11–21:33 UTC",
  "| Field | Value |\n|---|---|\n| Date | 2026-03-04 (21:11–21:33 UTC) |",
])("rows that tell an earlier start come before a span beside the date, in doubt: %s", (date) => {
  const text = document(date, `- 20:58 - Impact begins: 502 errors at the checkout\n${ALERT}`);
  const found = told(text);
  expect(found).toEqual(
    expect.arrayContaining(["started 2026-03-04T20:58?", "resolved 2026-03-04T21:33"]),
  );
});

test("rows that stand before the span and tell no start leave its start in doubt", () => {
  const text = document(
    "**Date:** 2026-03-04 (21:11 - 21:33 UTC)",
    "- 19:00 - The import is switched on\n- 20:02 - A client is moved\n- 20:58 - Another is moved",
  );
  expect(told(text)[0]).toBe("started 2026-03-04T21:11?");
});

test("a span beside the date with which the rows agree is the start", () => {
  const rows = `- 20:40 - The team begins a planned rotation\n- 21:09 - Impact begins: 502 errors at the checkout\n${ALERT}`;
  const text = document("**Date:** 2026-03-04 (21:09 - 21:33 UTC)", rows);
  expect(told(text)).toContain("started 2026-03-04T21:09");
});

test("a span under a label of the outage stays as it is", () => {
  const rows = `- 20:58 - Impact begins: 502 errors at the checkout\n${ALERT}`;
  const text = document("**Date:** 2026-03-04\n**Outage:** 21:11 - 21:33 UTC", rows);
  expect(told(text)).toContain("started 2026-03-04T21:11");
});
