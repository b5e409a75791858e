import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<readonly [what: string, document: string, expected: number]>([
  ["headings of a wiki", "h1. Orders late\n\nh2. Impact\n\n* Orders\n", 1],
  ["headings of markdown that quote one", "# Orders late\n\nh1. is a heading\n\nh2. too\n", 0],
  ["one such line", "Orders late\n\nh1. is what we looked for\n", 0],
])("%s", (_what, document, expected) => {
  expect(lintDocument("wiki-markup", document)).toHaveLength(expected);
});
