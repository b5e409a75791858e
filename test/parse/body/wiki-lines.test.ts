import { expect, test } from "vitest";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { type Block, parseBody } from "../../../src/parse/body/body.ts";

function shown(block: Block): string {
  if (block.type === "list") return `- ${block.items.map((item) => item.text).join(" - ")}`;
  if (block.type !== "table") return block.text;
  return [block.head, ...block.rows].map((row) => row.map((cell) => cell.text).join("|")).join("/");
}

function outline(text: string): readonly string[] {
  return parseBody({ path: "a.md", text }, 0, indexLines(text))
    .sections.filter(({ heading, blocks }) => heading.text !== "" || blocks.length > 0)
    .map(
      ({ level, heading, blocks }) => `${level} ${heading.text}: ${blocks.map(shown).join("; ")}`,
    );
}

const HEADS = "h1. A\n\nh2. B\n\n";

test.each<readonly [what: string, text: string, expected: readonly string[]]>([
  ["headings", "h1. Orders late\n\nh2. Impact\n\nAll.", ["1 Orders late: ", "2 Impact: All."]],
  [
    "a table with a head",
    `${HEADS}||Time||Event||\n|14:02|Down|\n|14:10|[Up|https://a.example/b]|\n\nAfter.`,
    ["1 A: ", "2 B: Time|Event/14:02|Down/14:10|Up; After."],
  ],
  [
    "a table whose rows have heads",
    `${HEADS}||Severity|SEV2|\n||Team|payments|`,
    ["1 A: ", "2 B: |/Severity|SEV2/Team|payments"],
  ],
  [
    "lists, bold words, signs and macros",
    `${HEADS}{panel:title=x}\n* *Down* for {color:red}all{color}\n* Up (/)\n{panel}`,
    ["1 A: ", "2 B: - Down for all - Up ✅"],
  ],
  ["numbered lists", `${HEADS}# one\n## two\n# three`, ["1 A: ", "2 B: - one - three"]],
  ["code", `${HEADS}{noformat}\nh3. no\n{noformat}`, ["1 A: ", "2 B: h3. no"]],
  [
    "a table of a wiki in markdown",
    "# A\n\n||Field||Value||\n|Severity|SEV2|\n\nh2. is a heading",
    ["1 A: Field|Value/Severity|SEV2; h2. is a heading"],
  ],
])("in the markup of a wiki, %s are read", (_what, text, expected) => {
  expect(outline(text)).toEqual(expected);
});

test("a cell of such a table has its place in the file", () => {
  const text = `${HEADS}||Time||Event||\n|14:02|*Down* now|`;
  const { sections } = parseBody({ path: "a.md", text }, 0, indexLines(text));
  const table = sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "table");
  const range = table?.type === "table" ? table.rows[0]?.[0]?.range : undefined;
  expect(text.slice(range?.start.offset, range?.end.offset)).toBe("14:02");
});
