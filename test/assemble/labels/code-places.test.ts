import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

test.each([
  ["**Affected:** Line 718: null dereference, Line 720: retry", []],
  ["## Affected components\n\n- Line 718: null dereference\n- Line 730: missing lock", []],
  ["## Affected services\n\n- lines 12-14: loop\n- `src/queue.ts` line 718", []],
  ["## Affected services\n\n- L718: x\n- Checkout: orders failed", ["L718", "Checkout"]],
  ["**Affected services:** Line, Baseline API", ["Line", "Baseline API"]],
  ["**Affected services:** Pipeline 2, Checkout", ["Pipeline 2", "Checkout"]],
])("places in code are no services: %j", (body, expected) => {
  const { services } = read(`# The queue stalled\n\n${body}\n\n## Summary\n\nIt was full.\n`);
  expect(services.map(({ value }) => value)).toEqual(expected);
});
