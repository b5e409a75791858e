import { describe, expect, test } from "vitest";
import { pretty } from "../../../src/formats/findings/pretty.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, range, SMALL_REPORT } from "./sample-report.ts";

test("shows each finding with its source line, a caret and the hint", () => {
  expect(pretty.render(SMALL_REPORT, PLAIN)).toBe(
    `postmortems/2026-03-14-checkout.md
  5:5 warning Missing evidence for the gap \`messaging.backpresure\` [gap-evidence]
    5 |   - competency: messaging.backpresure
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  5:17 error Unexpected competency \`messaging.backpresure\` [unknown-competency]
    5 |   - competency: messaging.backpresure
      |                 ^^^^^^^^^^^^^^^^^^^^^
    help: Did you mean \`messaging.backpressure\`?

postmortems/draft, 100%.md
  1:1 error Missing \`title\` in the frontmatter [required-facts]
    help: Say what happened, in a few words.
`,
  );
});

test("says nothing where there is nothing to say", () => {
  expect(pretty.render(CLEAN_REPORT, PLAIN)).toBe("");
});

test("paints only where colour is wanted", () => {
  const report = lintReport({ findings: [finding({})] });
  expect(pretty.render(report, { color: true, width: 80 })).toBe(
    "\u001b[1m\u001b[4ma.md\u001b[24m\u001b[22m\n  \u001b[1m1:1\u001b[22m \u001b[31merror\u001b[39m Unexpected sample " +
      "\u001b[2m[sample-rule]\u001b[22m\n",
  );
});

test("says once, at the end, what is the same in five files or more", () => {
  const missing = ["a.md", "b.md", "c.md", "d.md", "e.md"].map((path) => finding({ path }));
  const own = finding({ path: "a.md", message: "Unexpected other" });
  const report = lintReport({
    findings: [own, ...missing],
    files: ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.md`),
  });
  expect(pretty.render(report, PLAIN)).toBe(`a.md
  1:1 error Unexpected other [sample-rule]

5 of 6 files
  error Unexpected sample [sample-rule]
    a.md:1:1
    b.md:1:1
    c.md:1:1
    and 2 more: --format concise lists each
`);
  const few = lintReport({ findings: missing.slice(1) });
  expect(pretty.render(few, PLAIN)).toContain("e.md\n  1:1 error");
});

test("keeps the hints of one group apart where they differ", () => {
  const findings = ["a.md", "b.md", "c.md", "d.md", "e.md"].map((path) =>
    finding({ path, hint: `Look at ${path}.` }),
  );
  expect(pretty.render(lintReport({ findings }), PLAIN)).toContain(
    "  error Unexpected sample [sample-rule]\n    a.md:1:1\n      help: Look at a.md.\n    b.md:1:1\n",
  );
});

describe("the source line", () => {
  function marked(text: string, from: number, to: number): readonly string[] {
    const place = range([1, from + 1, from], [1, to + 1, to]);
    const texts = new Map([["a.md", text]]);
    const report = lintReport({ findings: [finding({ range: place })], texts });
    return pretty.render(report, PLAIN).split("\n").slice(2, 4);
  }

  test("has its caret below wide and unseen characters too", () => {
    expect(marked("決済 \u001b x", 5, 6)).toEqual([
      "    1 | 決済 \\u{1b} x",
      "      |             ^",
    ]);
  });

  test("is cut around the place where it is long", () => {
    const text = `${"a".repeat(150)}X${"b".repeat(150)}`;
    expect(marked(text, 150, 151)).toEqual([
      `    1 | …${"a".repeat(30)}X${"b".repeat(69)}…`,
      `      | ${" ".repeat(31)}^`,
    ]);
  });
});

test("takes no longer for a finding the longer its line is", () => {
  const milliseconds = (count: number) => {
    const findings = Array.from({ length: count }, (_, at) =>
      finding({ range: range([1, at * 40 + 1, at * 40], [1, at * 40 + 5, at * 40 + 4]) }),
    );
    const texts = new Map([["a.md", "we should have looked at the logs and so ".repeat(count)]]);
    const begin = performance.now();
    pretty.render(lintReport({ findings, texts }), PLAIN);
    return performance.now() - begin;
  };
  milliseconds(1000);
  expect(milliseconds(16_000)).toBeLessThan(16 * milliseconds(2000) + 200);
});
