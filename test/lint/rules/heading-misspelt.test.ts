import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[heading: string, expected: readonly string[]]>([
  ["## Contributing fators", ["1:1 Unknown heading `Contributing fators`"]],
  ["## Timelnie", ["1:1 Unknown heading `Timelnie`"]],
  ["## Acton items", ["1:1 Unknown heading `Acton items`"]],
  ["### 4. Corective mesures", ["1:1 Unknown heading `4. Corective mesures`"]],
  ["## Action itmes", ["1:1 Unknown heading `Action itmes`"]],
  ["## Timeline", []],
  ["## Timeline of the outage", []],
  ["## Faction", []],
  ["## Fixtures", []],
  ["## Acting", []],
  ["## Status", []],
  ["# Timelnie", []],
  ["## Database", []],
])("%s", (heading, expected) => {
  expect(lintDocument("heading-misspelt", `${heading}\n\nText.\n`)).toEqual(expected);
});

test("a heading without the blank behind its hashes is none to markdown", () => {
  const text = "# Q\n\n##Summary\n\nIt was slow.\n\nSee ##release and\n#42\n";
  expect(lintDocument("heading-misspelt", text)).toEqual(["3:1 Unknown heading `##Summary`"]);
  expect(lintHints("heading-misspelt", text)[0]).toContain("`## Summary`");
});

test("the hint names the heading that is meant", () => {
  expect(lintHints("heading-misspelt", "## Timelnie\n")).toEqual([
    "Did you mean `timeline`? Under an unknown heading, pm reads only what it recognises without one.",
  ]);
});
