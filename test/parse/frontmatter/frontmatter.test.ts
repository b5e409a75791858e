import fc from "fast-check";
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { splitDocument } from "../../../src/parse/frontmatter/frontmatter.ts";
import { problemsOf, read } from "../../support/context.ts";

describe("what is wrong is said where it stands", () => {
  test.each([
    ["no frontmatter", "# A\n", []],
    ["an empty one", "---\n---\n# A\n", []],
    [
      "an unclosed fence",
      "---\ntitle: A\n# A\n",
      [
        "1:1 frontmatter-syntax: Unexpected end of file, expected a `---` line that closes the frontmatter",
      ],
    ],
    [
      "a comment before it",
      "<!-- markdownlint-disable -->\n---\ntitle: A\nseverity: P1\n---\n# A\n",
      [
        "1:1 frontmatter-syntax: Unexpected place of the frontmatter, expected `---` on the first line",
      ],
    ],
    [
      "a comment of YAML before it",
      "# yaml-language-server: a\n---\ntitle: A\nseverity: P1\n---\n# A\n",
      [
        "1:1 frontmatter-syntax: Unexpected place of the frontmatter, expected `---` on the first line",
      ],
    ],
    ["a title above facts between breaks", "# A\n---\nseverity: P1\nstatus: done\n\n---\n", []],
    [
      "another language",
      "---js\n({})\n---\n",
      ["1:1 frontmatter-syntax: Unexpected frontmatter language `js`, expected YAML"],
    ],
    [
      "a list",
      "---\n- a\n---\n",
      ["1:1 frontmatter-syntax: Unexpected frontmatter, expected `key: value` lines"],
    ],
    [
      "an alias",
      "---\ntitle: &a A\nid: *a\n---\n",
      ["3:5 frontmatter-syntax: Unexpected YAML alias, expected a plain value"],
    ],
    [
      "a key twice",
      "---\ntitle: A\ntitle: B\n---\n",
      ["3:1 frontmatter-syntax: Unexpected key that is there already"],
    ],
    ["an unknown key", "---\nsevrity: P1\n---\n", ["2:1 unknown-key: Unknown key `sevrity`"]],
    [
      "an unknown key further in",
      "---\ntimes:\n  startd: x\n---\n",
      ["3:3 unknown-key: Unknown key `startd`"],
    ],
    [
      "a wrong value",
      "---\nstatus: finished\n---\n",
      [
        "2:9 frontmatter-schema: Unexpected `finished` for `status`, expected one of draft, review, final",
      ],
    ],
    [
      "a wrong value in a list",
      "---\ngaps:\n  - competency: a\n    phase: late\n---\n",
      [
        "4:12 frontmatter-schema: Unexpected `late` for `phase`, expected one of detect, diagnose, mitigate, resolve",
      ],
    ],
    [
      "a missing key",
      "---\ngaps:\n  - kind: knowledge\n---\n",
      ["3:5 frontmatter-schema: Missing key `competency`, expected text"],
    ],
    [
      "no instant",
      "---\ntimes:\n  started: yesterday\n---\n",
      [
        "3:12 frontmatter-schema: Unexpected time `yesterday`, expected an instant such as 2026-03-14T02:15:00Z",
      ],
    ],
    [
      "no offset",
      "---\ntimes:\n  started: 2026-03-14T02:15\n---\n",
      [
        "3:12 milestone-offset: Unexpected time without an offset: `2026-03-14T02:15` could be any zone's",
      ],
    ],
    [
      "a stand-in",
      "---\ntrigger: TBD\n---\n",
      ["2:10 placeholder-value: Unexpected placeholder `TBD` for `trigger`"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

test.each([
  ["below a blank line", "\n---\ntitle: A\nseverity: P1\n---\n# B\n"],
  ["below a comment", "<!-- checked -->\n---\ntitle: A\nseverity: P1\n---\n# B\n"],
  ["between longer lines", "----\ntitle: A\nseverity: P1\n----\n# B\n"],
])("frontmatter %s is read, and said to be out of place", (_, text) => {
  const document = read(text);
  expect(document.title?.value).toBe("A");
  expect(document.severity?.value).toBe("P1");
  expect(problemsOf(text)).toHaveLength(1);
});

test("frontmatter out of place that does not parse is not read", () => {
  const document = read("\n---\ntitle: A: b\nseverity: P1\n---\n# B\n");
  expect(document.title?.value).toBe("B");
});

test.each(["js", "javascript", "json", "coffee", "toml", "__proto__", "constructor"])(
  "a frontmatter in %s runs nothing and is named",
  (language) => {
    const text = `---${language}\nglobalThis.pwned = true\n---\n# A\n`;
    expect(problemsOf(text)).toEqual([
      `1:1 frontmatter-syntax: Unexpected frontmatter language \`${language}\`, expected YAML`,
    ]);
    expect("pwned" in globalThis).toBe(false);
  },
);

test("one value that does not fit costs no other", () => {
  const document = read(
    "---\ntitle: A\nstatus: finished\nservices: [x, y]\ngaps:\n  - kind: z\n  - competency: c\n---\n",
  );
  expect(document.title?.value).toBe("A");
  expect(document.status).toBeNull();
  expect(document.services.map(({ value }) => value)).toEqual(["x", "y"]);
  expect(document.gaps.map(({ competency }) => competency.source.range.start.line)).toEqual([7]);
});

test("the body begins behind the frontmatter, at its own lines", () => {
  const document = read("---\ntitle: A\n---\n\n## Impact\n\nText.\n");
  expect(document.sections).toMatchObject([
    { kind: "impact", words: 1, range: { start: { line: 5, column: 1 } } },
  ]);
});

test("a document is split where gray-matter splits it", () => {
  const line = fc.constantFrom("---", "--- ", "----", "---x", "a: 1", "# A", "", "-- -", "  ---");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, isEnded) => {
      const text = `${["---", "a: 1", ...lines, "---"].join("\n")}${isEnded ? "\n" : ""}`;
      const engines = { yaml: { parse: () => ({}), stringify: () => "" } };
      const { content } = matter(text, { language: "yaml", engines });
      const { bodyOffset } = splitDocument({ path: "a.md", text }, indexLines(text));
      expect(text.slice(bodyOffset)).toBe(content);
    }),
  );
});
