import { expect, test } from "vitest";
import { column, tabulate } from "../../../src/core/output/tabulate.ts";
import { html } from "../../../src/formats/tables/html.ts";
import { markdown } from "../../../src/formats/tables/markdown.ts";
import { table } from "../../../src/formats/tables/table.ts";
import { report } from "./sample-reports.ts";

interface Plan {
  readonly name: string;
  readonly id: string | null;
  readonly meaning: string | null;
  readonly teams: readonly string[];
  readonly score: number;
}

const ITEMS: readonly Plan[] = [
  {
    ...{ name: "Backpressure", id: "messaging.backpressure", score: 71 },
    ...{ meaning: "Read depth and age as signs of a slow consumer.", teams: ["checkout", "data"] },
  },
  { name: "Own skill", id: null, meaning: null, teams: [], score: 2 },
];

const SECTION = tabulate<Plan>({
  ...{ key: "plan", title: "Plan", items: ITEMS, whenEmpty: "None.", isBlocks: true },
  places: ({ id }) => (id === null ? [] : [{ path: "a.md", line: 3 }]),
  columns: [
    column("name", "Competency", "text", 1, ({ name }) => name),
    { ...column<Plan>("competency", "Competency id", "text", 3, ({ id }) => id), isId: true },
    column("meaning", "What it means", "text", 2, ({ meaning }) => meaning),
    column("teams", "For", "list", 1, ({ teams }) => teams),
    column("score", "Score", "number", 3, ({ score }) => score),
  ],
});
const REPORT = report({ title: "T", subtitle: "", sections: [SECTION], notes: [] });
const look = { color: false, width: 44 };

test("a terminal gets a block for each row, with a line for each text", () => {
  expect(table.render(REPORT, look)).toBe(`T

Plan

Backpressure (messaging.backpressure)
  What it means  Read depth and age as signs
                 of a slow consumer.
  For            checkout
                 data

Own skill

1 more column: --wide shows all, --columns
chooses, --format csv has them too.
`);
});

test("a pipe gets the same, each text on one line", () => {
  const text = table.render(REPORT, { color: false, width: null });
  expect(text).toContain("  What it means  Read depth and age as signs of a slow consumer.\n");
});

test("a long list is cut, and says by how much", () => {
  const teams = Array.from({ length: 12 }, (_, at) => `team-${at}`);
  const rows = SECTION.rows.slice(0, 1).map((row) => row.with(3, teams));
  const text = table.render({ ...REPORT, sections: [{ ...SECTION, rows }] }, look);
  expect(text).toContain("                 team-6\n                 and 5 more\n");
  expect(text).not.toContain("team-7");
});

test("--wide asks for a table", () => {
  const text = table.render(REPORT, { color: false, width: null, isWide: true });
  expect(text).toMatch(/^Competency +Competency id +What it means +For +Score$/m);
});

test("markdown has a heading and a list for each row, with what is minor at its end", () => {
  expect(markdown.render(REPORT, look)).toContain(`#### Backpressure (messaging.backpressure)

- **What it means:** Read depth and age as signs of a slow consumer.
- **For:**
  - checkout
  - data
- **More:** Score 71

#### Own skill

- **More:** Score 2
`);
});

test("a page has cards, with what explains, what is minor and the places behind disclosures", async () => {
  const page = await html.render(REPORT, look);
  const [, card = ""] = /<article class="card">(.*?)<\/article>/su.exec(page) ?? [];
  expect(card.replaceAll(/<\/(?:li|dt|dd|p)>/gu, "")).toBe(
    '<h3>Backpressure</h3><p class="id">messaging.backpressure' +
      "<dl><div><dt>For<dd><ul><li>checkout<li>data</ul></div></dl>" +
      '<details class="more"><summary>What it means</summary>' +
      "<dl><div><dt>What it means<dd>Read depth and age as signs of a slow consumer.</div></dl></details>" +
      "<details><summary>All figures and places</summary><dl><div><dt>Score<dd>71</div></dl>" +
      '<p class="where">Written in<ul class="where"><li><a href="a.md#L3">a.md:3</a></ul></details>',
  );
  expect(page).toContain("Not printed: Score; see the file on a screen.");
});

test("a card of which nothing decides shows all that it has", async () => {
  const columns = SECTION.columns.map((one) =>
    one.priority === 1 ? { ...one, priority: 2 as const } : one,
  );
  const page = await html.render({ ...REPORT, sections: [{ ...SECTION, columns }] }, look);
  expect(page).toContain("<dl><div><dt>What it means");
  expect(page).not.toContain('<details class="more">');
});
