import fc from "fast-check";
import type { Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { printable } from "../../../src/core/text/printable.ts";
import { markdown } from "../../../src/formats/findings/markdown.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, SMALL_REPORT } from "./sample-report.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

test("writes a table per file", () => {
  expect(markdown.render(SMALL_REPORT, PLAIN)).toBe(
    `## 2 errors, 1 warning in 2 files

### \`postmortems/2026-03-14-checkout.md\`

| Line | Level | Rule | Message |
| -: | - | - | - |
| 5 | warning | \`gap-evidence\` | Missing evidence for the gap \\\`messaging.backpresure\\\` |
| 5 | error | \`unknown-competency\` | Unexpected competency \\\`messaging.backpresure\\\`<br>Did you mean \\\`messaging.backpressure\\\`? |

### \`postmortems/draft, 100%.md\`

| Line | Level | Rule | Message |
| -: | - | - | - |
| 1 | error | \`required-facts\` | Missing \\\`title\\\` in the frontmatter<br>Say what happened, in a few words. |
`,
  );
});

test("says in one line that there is nothing", () => {
  expect(markdown.render(CLEAN_REPORT, PLAIN)).toBe("No findings in 2 files.\n");
  expect(markdown.render(lintReport({ files: ["a.md"] }), PLAIN)).toBe("No findings in 1 file.\n");
});

/** The message cell of a report's one finding. */
function cellOf(message: string): string {
  const text = markdown.render(lintReport({ findings: [finding({ message })] }), PLAIN);
  return /\| `sample-rule` \| (.*) \|\n$/.exec(text)?.[1] ?? "";
}

describe("hostile text", () => {
  test.each([
    ["a | b", "a \\| b"],
    ["<b>", "\\<b>"],
    ["~~x~~", "\\~\\~x\\~\\~"],
    ["one\ntwo", "one two"],
    ["&amp; ]]>", "\\&amp; ]]>"],
    ["::error::", "::error::"],
    ["@name, a@b.c @ @", "@&#8203;name, a@&#8203;b.c @ @"],
    ["a@-b.c @@name", "a@&#8203;-b.c @&#8203;@&#8203;name"],
    ["\u001b\u202e", "\\u{1b}\\u{202e}"],
  ])("%j is written %s", (message, expected) => {
    expect(cellOf(message)).toBe(expected);
  });

  const hostile = fc
    .string({ unit: fc.constantFrom(..."|\\`*_~<>[]()#-+=&!:.1 ab\n\"'/$@😀".split("")) })
    .filter((text) => text.trim() !== "");

  /** The types of a tree's nodes, each once, sorted. */
  function typesOf(node: Nodes): readonly string[] {
    const below = "children" in node ? node.children.flatMap(typesOf) : [];
    return [...new Set([node.type, ...below])].toSorted();
  }

  function lastCell(table: RootContent | undefined): string {
    const row = table?.type === "table" ? table.children[1] : undefined;
    return textOf(row?.children[3]).replaceAll("\u200b", "");
  }

  test("turns into no markup, and reads as it was", () => {
    fc.assert(
      fc.property(hostile, hostile, (path, message) => {
        const report = lintReport({ findings: [finding({ path, message })] });
        const tree = parser.parse(markdown.render(report, PLAIN));
        const [counts, file, table, ...rest] = tree.children;
        expect(rest).toEqual([]);
        expect(typesOf(tree)).toEqual(
          ["heading", "inlineCode", "root", "table", "tableCell", "tableRow", "text"].toSorted(),
        );
        expect(textOf(counts)).toBe("1 error, 0 warnings in 0 files");
        expect(textOf(file)).toBe(printable(path));
        expect(lastCell(table)).toBe(printable(message).trim());
      }),
      { numRuns: 300 },
    );
  });
});
