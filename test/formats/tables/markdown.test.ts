import fc from "fast-check";
import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { trimmed } from "../../../src/formats/tables/cell-text.ts";
import { markdown } from "../../../src/formats/tables/markdown.ts";
import { redactPeople } from "../../../src/people/people.ts";
import { column, report, section } from "./sample-reports.ts";

const look = { color: false, width: null };
const parser = unified().use(remarkParse).use(remarkGfm);

function render(texts: readonly string[]): string {
  const columns = [column({ key: "text", label: "Text" }), column({ key: "n", type: "count" })];
  const rows = texts.map((text) => [text, 1]);
  return markdown.render(
    report({ title: "T", sections: [section({ columns, rows, notes: texts })] }),
    look,
  );
}

/** The types of a tree's nodes, each once, sorted. */
function typesOf(node: Nodes): readonly string[] {
  const below = "children" in node ? node.children.flatMap(typesOf) : [];
  return [...new Set([node.type, ...below])].toSorted();
}

test("rows that are parts of another are indented by blanks that a table keeps", () => {
  const columns = [column({ key: "text", label: "Text" }), column({ key: "n", type: "count" })];
  const rows = [
    ["messaging", 2],
    ["backpressure", 1],
  ];
  const text = markdown.render(
    report({ sections: [section({ columns, rows, levels: [0, 1] })] }),
    look,
  );
  expect(text).toMatch(/^\| messaging +\| +2 \|$/m);
  expect(text).toMatch(/^\| \u00a0\u00a0backpressure \| +1 \|$/m);
});

describe("hostile text", () => {
  const hostile = fc
    .string({ unit: fc.constantFrom(..."|\\`*_~<>[]()#-+=&!:.1 ab\n\"'/$@".split("")) })
    .filter((text) => text.trim() !== "")
    // Addresses never reach a format; GFM makes links of them, escaped or not.
    .map(redactPeople);

  test("turns into no markup, and reads as it was", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (texts) => {
        const tree = parser.parse(render(texts));
        const [, , table, list] = tree.children;
        expect(typesOf(tree)).toEqual(
          [
            ...["heading", "list", "listItem", "paragraph", "root"],
            ...["table", "tableCell", "tableRow", "text"],
          ].toSorted(),
        );
        const cells = table?.type === "table" ? table.children.slice(1) : [];
        expect(cells.map((row) => textOf(row.children[0]))).toEqual(texts.map(trimmed));
        const items = list?.type === "list" ? list.children : [];
        expect(items.map((item) => textOf(item))).toEqual(texts.map(trimmed));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["a | b", "a \\| b"],
    ["<b>", "\\<b>"],
    ["`rm`", "\\`rm\\`"],
    ["~~x~~", "\\~\\~x\\~\\~"],
    ["one\ntwo", "one two"],
    ["https://example.com/a_b", "https://example.com/a_b"],
    ["_a_ *b*", "\\_a\\_ \\*b\\*"],
    ["time_to_diagnose", "time_to_diagnose"],
    ["-@.a", "-\\@.a"],
  ])("%j is written %s", (text, expected) => {
    expect(render([text])).toContain(`\n| ${expected.padEnd(4)} |`);
  });
});

describe("paths", () => {
  function urlsOf(paths: readonly string[], linkTo?: (path: string) => string): readonly string[] {
    const columns = [column({ key: "file", type: "list", isPath: true })];
    const text = markdown.render(
      report({ title: "T", sections: [section({ title: "", columns, rows: [[paths]] })] }),
      linkTo ? { ...look, linkTo } : look,
    );
    const urls: string[] = [];
    const collect = (node: Nodes) => {
      if (node.type === "link") urls.push(node.url);
      if ("children" in node) node.children.forEach(collect);
    };
    collect(parser.parse(text));
    return urls;
  }

  test.each([
    ["a b.md", "a%20b.md"],
    ["a(1).md", "a(1).md"],
    ["a).md", "a).md"],
    ["<a>.md", "%3Ca%3E.md"],
    ["a|b.md", "a%7Cb.md"],
    ["a?b#c%20.md", "a%3Fb%23c%2520.md"],
    ["javascript:alert(1).md", "./javascript:alert(1).md"],
    ["../é.md", "../%C3%A9.md"],
    ["half \ud800.md", "half%20%EF%BF%BD.md"],
    ["[x](y).md", "%5Bx%5D(y).md"],
  ])("%j links to %s", (path, expected) => {
    expect(urlsOf([path])).toEqual([expected]);
  });

  test("each of a list links to where it is from the output", () => {
    expect(urlsOf(["a.md", "b.md"], (path) => `../${path}`)).toEqual(["../a.md", "../b.md"]);
    expect(urlsOf([])).toEqual([]);
  });

  test("any path is one link, to itself", () => {
    const paths = fc
      .string({ unit: fc.constantFrom(..."|\\`*_~<>[]()#-+=&!:. ab\"'/$@%?".split("")) })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(paths, (path) => {
        const [url, ...others] = urlsOf([path]);
        expect(others).toEqual([]);
        expect(decodeURIComponent(url ?? "").replace(/^\.\//, "")).toBe(path.replace(/^\.\//, ""));
      }),
    );
  });
});

test("empty titles leave no empty headings", () => {
  const untitled = report({ title: "", sections: [section({ title: "" })] });
  expect(markdown.render(untitled, look)).toBe("Nothing to show.\n");
});
