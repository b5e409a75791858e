import { describe, expect, test } from "vitest";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { type Block, parseBody, type Text } from "../../../src/parse/body/body.ts";

function parsed(text: string) {
  return parseBody({ path: "a.md", text }, 0, indexLines(text));
}

function shown(block: Block): string {
  if (block.type === "list") return `- ${block.items.map((item) => item.text).join(" - ")}`;
  if (block.type !== "table") return block.text;
  return [block.head, ...block.rows].map((row) => row.map((cell) => cell.text).join("|")).join("/");
}

/** Each section that says something, as "level heading: blocks". */
function outline(text: string): readonly string[] {
  return parsed(text)
    .sections.filter(({ heading, blocks }) => heading.text !== "" || blocks.length > 0)
    .map(({ level, heading, blocks }) =>
      `${level} ${heading.text}: ${blocks.map(shown).join("; ")}`.trim(),
    );
}

describe("a container", () => {
  test.each([
    [
      "an admonition of MkDocs",
      '# A\n\n!!! info "Facts"\n\n    | | |\n    |---|---|\n    | Severity | P3 |\n\n    - one\n\nAfter.',
      ["1 A:", "8 Facts: |/Severity|P3; - one", "8 : After."],
    ],
    ["one without a title", "## A\n\n!!! note\n    Said.\n\nAfter.", ["2 A: Said.; After."]],
    ["a folded one", '??? danger "Impact"\n    Said.', ["8 Impact: Said."]],
    [
      "none, where nothing is indented",
      '!!! info "Facts"\n\nSaid.',
      ['0 : !!! info "Facts"; Said.'],
    ],
    [
      "tabs",
      '=== "UTC"\n\n    - 09:00 a\n\n=== "CET"\n\n    - 10:00 a\n\nAfter.',
      ["8 UTC: - 09:00 a", "8 CET: - 10:00 a", "8 : After."],
    ],
    [
      "a folded part with a table in HTML",
      "<details>\n<summary>Facts</summary>\n\n<table>\n<tr><td>Severity</td><td>P3,\nand more</td></tr>\n</table>\n\n</details>",
      ["8 Facts: Severity|P3, and more"],
    ],
    [
      "a list of definitions in HTML",
      "<dl>\n  <dt>Severity</dt><dd>P3</dd>\n  <dt>Team\n  <dd>core\n</dl>\nAfter.",
      ["0 : Severity|P3/Team|core; After."],
    ],
    [
      "terms, each with all that the lines behind it say",
      "Severity\n: P3\n\nTeams\n: core\n:   search\n\nAfter.",
      ["0 : Severity: P3; Teams: core, search; After."],
    ],
    [
      "tabs of GitBook",
      '{% tabs %}\n{% tab title="UTC" %}\n- 09:00 a\n{% endtab %}\n\n{% tab title="CET" %}\n- 10:00 a\n{% endtab %}\n{% endtabs %}\nAfter.',
      ["8 UTC: - 09:00 a", "8 CET: - 10:00 a", "8 : After."],
    ],
    [
      "attributes of a generator, and dotted items",
      "Said.\n{.is-info}\n\n. one\n. two\n",
      ["0 : Said.; - one - two"],
    ],
    [
      "colons",
      ":::info[Facts]\n\n**Severity:** P2\n\n:::\nAfter.",
      ["8 Facts: Severity: P2", "8 : After."],
    ],
    ["colons with a plain title", "::: tip Facts\nSaid.\n:::", ["8 Facts: Said."]],
    ["colons never closed", ":::info\nSaid.", ["0 : :::info Said."]],
    ["a diagram", "::: mermaid\nA: b\n:::\nAfter.", ["0 : A: b; After."]],
    [
      "nested colons",
      "::::info Out\n\n:::note In\nSaid.\n:::\n\nMore.\n::::",
      ["8 Out:", "9 In: Said.", "9 : More."],
    ],
    [
      "folded HTML",
      "<details>\n<summary>Timeline (UTC)</summary>\n\n- 09:00 a\n\n</details>\n\n<details><summary><b>Factors</b></summary>\n\n- b\n\n</details>\n\nAfter.",
      ["8 Timeline (UTC): - 09:00 a", "8 Factors: - b", "8 : After."],
    ],
    [
      "a component with a label",
      '<Tabs>\n  <TabItem value="utc" label="UTC">\n\n    | Time | Event |\n    |---|---|\n    | 09:00 | a |\n\n  </TabItem>\n</Tabs>',
      ["9 UTC: Time|Event/09:00|a"],
    ],
    [
      "a callout with a title",
      "> [!abstract] In short\n> Said.\n\nAfter.",
      ["8 In short: Said.", "8 : After."],
    ],
    ["a callout without", "> [!NOTE]\n> - one\n> - two", ["0 : - one - two"]],
    ["a quote", "> Said.", ["0 : Said."]],
    [
      "what stands in a fence",
      '```\n!!! info "Facts"\n    a\n```',
      ['0 : !!! info "Facts"\n    a'],
    ],
  ])("is opened: %s", (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  test("tells where its texts stand in the file", () => {
    const text =
      '# A\n\n!!! info "Facts"\n\n    Severity: [[P3]] now\n\n    - one\n\n<details>\n<summary>More</summary>\n\ntwo\n\n</details>\n';
    const texts = parsed(text).sections.flatMap(({ heading, blocks }): readonly Text[] => {
      const below = blocks.flatMap((block): readonly Text[] => {
        if (block.type === "list") return block.items;
        return block.type === "table" ? [] : [block];
      });
      return [...(heading.text === "" ? [] : [heading]), ...below];
    });
    const written = texts.map(({ range }) => text.slice(range.start.offset, range.end.offset));
    expect(written).toEqual(["# A", "Facts", "Severity: [[P3]] now", "one", "More", "two"]);
  });

  test("has prose as the rest of the body has", () => {
    const text = '!!! note\n    The queue grew.\n\n=== "UTC"\n    It ended.';
    const prose = Array.from(parsed(text).prose(), ({ tokens }) =>
      text.slice(tokens[0]?.start, tokens.at(-1)?.end),
    );
    expect(prose).toEqual(["The queue grew.", "It ended."]);
  });
});

describe("what only a site generator needs is left out", () => {
  test.each([
    ["an import of MDX", "import Tabs from '@theme/Tabs';\n\nSaid.", ["0 : Said."]],
    ["a tag of Liquid", "{% include toc.html %}\n\nSaid.", ["0 : Said."]],
    ["the attributes of a heading", "## Timeline { #timeline }\n\nSaid.", ["2 Timeline: Said."]],
    ["a table of contents", "[[_TOC_]]\n\nSaid.", ["0 : Said."]],
    [
      "the brackets of a link in a wiki",
      "Ask [[Fraud]] and [[a b|c]], see ![[x.png]].",
      ["0 : Ask Fraud and c, see ."],
    ],
    ["an id of Slack", "By <!subteam^S01|@payments>.", ["0 : By @payments."]],
  ])("%s", (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe("HTML", () => {
  test.each([
    [
      "paragraphs of HTML, each by itself",
      "# A\n\n<p>📅 Date: 5 May</p>\n<p>Severity: P2<br>Team: core</p>",
      ["1 A: 📅 Date: 5 May; Severity: P2 Team: core"],
    ],
    [
      "a table",
      "<table>\n<thead><tr><th>Time</th><th>Event</th></tr></thead>\n<tbody>\n<tr><td><p>09:00</p></td><td>A &amp; b<br>c</td></tr>\n</tbody>\n</table>",
      ["0 : Time|Event/09:00|A & b c"],
    ],
    [
      "a table with blank lines",
      "<table>\n<tr><td>a</td>\n\n<td>b</td></tr>\n</table>\n\nAfter.",
      ["0 : a|b; After."],
    ],
    [
      "headings and lists",
      "<h2>Factors</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
      ["2 Factors: - one - two"],
    ],
    ["a table never closed", "<table><tr><td>a</td></tr>", []],
  ])("%s", (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  test("tells where its cells stand", () => {
    const text = "x\n\n<table><tr><td><b>a b</b></td></tr></table>";
    const [, block] = parsed(text).sections[0]?.blocks ?? [];
    const cell = block?.type === "table" ? block.head[0] : undefined;
    expect(text.slice(cell?.range.start.offset, cell?.range.end.offset)).toBe("a b");
  });
});

test("rows between bars are a table also where no line below the first says so", () => {
  expect(outline("| Severity | P1 |\n| Services | queue |")).toEqual([
    "0 : Severity|P1/Services|queue",
  ]);
});

describe("a table of pandoc whose rows go on over lines", () => {
  const frame = "-".repeat(30);

  test("is a table, whose cells are joined", () => {
    const text = [
      "# A\n",
      frame,
      " Action             Owner",
      " of all             or team",
      " ------------------ ---------",
      " Add an alert on    payments",
      " the queue\n",
      " Write a runbook    platform",
      `${frame}\n`,
      "After.",
    ].join("\n");
    expect(outline(text)).toEqual([
      "1 A: Action of all|Owner or team/Add an alert on the queue|payments/Write a runbook|platform; After.",
    ]);
    const cell = parsed(text).sections.flatMap(({ blocks }) => blocks)[0];
    const range = cell?.type === "table" ? cell.rows[1]?.[1]?.range : undefined;
    expect(text.slice(range?.start.offset, range?.end.offset)).toBe("platform");
  });

  test("may have no head", () => {
    const rule = "---------- ------------";
    const text = `# A\n\n${rule}\nSeverity   SEV2 of\n           four\n\nTeam       payments\n${rule}\n\nAfter.`;
    expect(outline(text)).toEqual(["1 A: |/Severity|SEV2 of four/Team|payments; After."]);
  });

  test("is none between two breaks of the page", () => {
    const text = "# A\n\n---\n\nName   Team\n------ ------\na      b\n\n## B\n\n---\n\nc";
    expect(outline(text)).toEqual(["1 A: Name|Team/a|b", "2 B: c"]);
  });

  test("has its head between two rules, as in reStructuredText", () => {
    const rule = "==========  =========";
    const text = `# A\n\n${rule}\nWhat        Who\n${rule}\nAdd alert   payments\nRunbook     platform\n${rule}\n\nAfter.`;
    expect(outline(text)).toEqual(["1 A: What|Who/Add alert|payments/Runbook|platform; After."]);
  });
});

describe("headings that a list numbers", () => {
  test.each([
    [
      "each in a list of its own",
      "1.  # Summary\n\nSaid.\n\n2.  # Factors\n\n-   one\n",
      ["2 Summary: Said.", "2 Factors: - one"],
    ],
    [
      "with those of parts below",
      "3.  # Cause\n\n    1.  ## Direct\n\nA.",
      ["2 Cause:", "3 Direct: A."],
    ],
    ["none, where an item says more", "- # Log\n  - one\n", ["0 : - Log"]],
  ])("%s", (_name, text, sections) => {
    expect(outline(text)).toEqual(sections);
  });
});
