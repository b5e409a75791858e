import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapLine } from "../../../src/formats/tables/wrap-line.ts";

test.each<[line: string, width: number | null, expected: readonly string[]]>([
  ["note: all of it fits", 20, ["note: all of it fits"]],
  ["no bound at all, however long it is", null, ["no bound at all, however long it is"]],
  ["note: 3 files set aside", 12, ["note: 3", "files set", "aside"]],
  ["  1. hint that is long", 12, ["  1. hint", "     that is", "     long"]],
  ["    hint that is long", 12, ["    hint", "    that is", "    long"]],
  [
    "see postmortems/2026-03-14-checkout.md now",
    12,
    ["see", "postmortems/2026-03-14-checkout.md", "now"],
  ],
  [
    "  2. pm import     shows what pm understands of the postmortems",
    46,
    ["  2. pm import     shows what pm understands", "                   of the postmortems"],
  ],
  [
    "  a    b is far too far to the right of it",
    20,
    ["  a    b is far too", "  far to the right", "  of it"],
  ],
])("%j in %s columns", (line, width, expected) => {
  expect(wrapLine(line, width).split("\n")).toEqual(expected);
});

test("keeps every word whole and in its order", () => {
  const words = fc.array(fc.stringMatching(/^[a-z/-]{1,20}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 60 }), (all, width) => {
      expect(wrapLine(all.join(" "), width).split(/\s+/)).toEqual(all);
    }),
  );
});
