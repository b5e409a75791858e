import { expect, test } from "vitest";
import { orderBeside } from "../../../src/assemble/written/order-beside.ts";
import { CONTEXT } from "../../support/context.ts";

test.each([
  ["a.md", "# 2026-05-04 Queue stuck\n\n**Started:** 04/05/2026 10:00 UTC\n", "day-first"],
  ["a.md", "# Queue stuck on 4 May 2026\n\nFrom 05/04/2026 10:00 UTC.\n", "slashed-month-first"],
  [
    "2026-05-04-queue.md",
    "# Queue stuck\n\nFrom 05/05/2026, 05/05/2026 to 06/05/2026.\n",
    "day-first",
  ],
  ["a.md", "# Queue stuck\n\nDate: May 4, 2026\n\nFrom 04/05/2026 to 03/08/2026.\n", "day-first"],
  ["a.md", "# Queue stuck\n\nFrom 04/05/2026. Reviewed on 2026-07-20.\n", null],
  [
    "a.md",
    "# 2026-05-04 Queue stuck\n\nFrom 04/05/2026.\n\nDate: 2026-09-03\n\nTo 09/03/2026.\n",
    null,
  ],
  ["a.md", "# 2026-05-04 Queue stuck\n\nFrom 14/05/2026.\n", null],
  ["a.md", "# Queue stuck\n\nFrom 04/05/2026.\n", null],
])("%s: %j", (name, text, expected) => {
  expect(orderBeside(name, text, CONTEXT.vocabulary.months)).toBe(expected);
});
