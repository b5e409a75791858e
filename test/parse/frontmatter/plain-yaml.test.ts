import fc from "fast-check";
import { expect, test } from "vitest";
import { indexLines } from "../../../src/core/places/line-index.ts";
import type { DataPath, LocatedData } from "../../../src/parse/frontmatter/located-data.ts";
import { readPlainYaml } from "../../../src/parse/frontmatter/plain-yaml.ts";
import { parseAnyYaml, parseYaml } from "../../../src/parse/frontmatter/yaml.ts";

function pathsIn(value: unknown, path: DataPath = []): readonly DataPath[] {
  if (typeof value !== "object" || value === null) return [path, [...path, "none"]];
  return [
    path,
    ...Object.entries(value).flatMap(([key, one]) => {
      return pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]);
    }),
  ];
}

/** All that is asked of a frontmatter. */
function told({ data, problems, comments, valueRange, keyRange }: LocatedData) {
  return {
    data,
    problems,
    comments,
    places: pathsIn(data).map((path) => [path, keyRange(path), valueRange(path)]),
  };
}

function expectSame(text: string) {
  const lines = indexLines(`---${text}`);
  expect(told(parseYaml(text, 3, lines))).toEqual(told(parseAnyYaml(text, 3, lines)));
}

const PLAIN = `
title: Checkout stalled behind a queue
status: final
count: 12

services: [checkout, ledger-api, 7]
none: []
empty: null
times:
  started: 2026-03-14T02:15:00Z
  detected: "2026-03-14 02:21"
gaps:
  - competency: messaging.backpressure
    kind: knowledge

    evidence: Lag (in minutes) was read as a dip, for 40 minutes.
  - competency: 'networking.dns'
teams:
- payments
- platform
nested:
    deeper:
        - a
        - b: c
          d: true
`;

test("a plain frontmatter is read without the library, as it reads it", () => {
  expect(readPlainYaml(PLAIN)).not.toBeNull();
  expectSame(PLAIN);
});

test.each([
  ["a comment", "\na: b # c\n"],
  ["a key without a value", "\na:\nb: c\n"],
  ["a text over two lines", "\na: b\n  c\n"],
  ["a block of text", "\na: |\n  b\n"],
  ["an alias", "\na: *b\n"],
  ["an anchor", "\na: &b c\n"],
  ["a mapping on one line", "\na: { b: c }\n"],
  ["an escape", '\na: "b\\nc"\n'],
  ["a key that stands twice", "\na: b\na: c\n"],
  ["a number in another form", "\na: 0x1F\n"],
  ["a word that is no text, with a capital", "\na: True\n"],
  ["a colon in a text", "\na: b: c\n"],
  ["a line that fits nowhere", "\na: b\nc\n"],
  ["a line that is indented by less", "\n  a: b\nc: d\n"],
  ["a list in a list", "\na:\n  - - b\n"],
  ["a tab", "\na:\tb\n"],
  ["nothing", "\n"],
  ["an open list", "\na: [b\n"],
])("%s is left to the library", (_name, text) => {
  expect(readPlainYaml(text)).toBeNull();
  expectSame(text);
});

const value = fc.constantFrom(
  ..."final|12|012|1.5|1e3|2026-03-14|2026-03-14T02:15:00Z|[a, b]|[a b, 3]|[]|[a,]|'x: y'|\"x # y\"|true|null|Null|~|a, b|(x) y|x:y|x: y|x:|- a|é ü|a-b|0|.5|-1|+1|0o7|1:30|@a|`b|a#b|a #b|<<|?|a  b|a |".split(
    "|",
  ),
  "",
);
const key = fc.constantFrom("title", "a", "b_c", "d-e", "null", "7", "times", "x y", "constructor");
const line = fc
  .tuple(
    fc.constantFrom(0, 0, 2, 2, 4, 3),
    fc.constantFrom("", "", "- ", "-   "),
    fc.option(key),
    value,
  )
  .map(([indent, dash, name, written]) => {
    const entry = name === null ? written : `${name}:${written === "" ? "" : " "}${written}`;
    return `${" ".repeat(indent)}${dash}${entry}`;
  });

test("what is read without the library is read as by it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 8, arbitrary: line }, fc.constantFrom("", "  ")), {
        maxLength: 6,
      }),
      (lines) => {
        const text = `\n${lines.join("\n")}`;
        if (readPlainYaml(text) !== null) expectSame(text);
      },
    ),
    { numRuns: 2000 },
  );
});

/** Lines of a mapping or a list, as people write them: indented, with a value that may be of any form. */
const block = fc.letrec<{ mapping: readonly string[]; list: readonly string[] }>((tie) => ({
  mapping: fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom("title", "a", "b_c", "d-e", "times", "constructor"),
        fc.oneof(
          { depthSize: "small", withCrossShrink: true },
          value.map((one) => [` ${one}`.trimEnd()]),
          fc
            .tuple(fc.constantFrom("  ", "    "), tie("mapping"))
            .map(([indent, below]) => ["", ...below.map((one) => `${indent}${one}`)]),
          fc
            .tuple(fc.constantFrom("", "  "), tie("list"))
            .map(([indent, below]) => ["", ...below.map((one) => `${indent}${one}`)]),
        ),
      ),
      { selector: ([name]) => name, minLength: 1, maxLength: 3 },
    )
    .map((entries) =>
      entries.flatMap(([name, [rest = "", ...below]]) => [`${name}:${rest}`, ...below]),
    ),
  list: fc
    .array(
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        value.map((one) => [one]),
        tie("mapping"),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) =>
      items.flatMap(([first = "", ...below]) => [`- ${first}`, ...below.map((one) => `  ${one}`)]),
    ),
}));

test("mappings and lists within each other that are read without the library are read as by it", () => {
  let plain = 0;
  fc.assert(
    fc.property(block.mapping, (lines) => {
      const text = `\n${lines.join("\n")}\n`;
      if (readPlainYaml(text) === null) return;
      plain += 1;
      expectSame(text);
    }),
    { numRuns: 2000 },
  );
  // About one in nine: the values are of all forms.
  expect(plain).toBeGreaterThan(100);
});
