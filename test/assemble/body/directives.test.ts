import { describe, expect, test } from "vitest";
import { problemsOf, read } from "../../support/context.ts";

function directivesOf(text: string): readonly string[] {
  return read(text).directives.map(
    ({ ruleId, firstLine, lastLine, range: { start } }) =>
      `${start.line}:${start.column} ${ruleId} ${firstLine}-${lastLine}`,
  );
}

describe("directives", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ["the next line", "<!-- pm-disable-next-line a: old -->\nText\n", ["1:1 a 2-2"]],
    [
      "the next line that holds something",
      "<!-- pm-disable-next-line a: old -->\n\nText\n",
      ["1:1 a 3-3"],
    ],
    [
      "several rules",
      "<!-- pm-disable-next-line a, b: old -->\nText\n",
      ["1:1 a 2-2", "1:1 b 2-2"],
    ],
    ["the whole file", "Text\n\n<!-- pm-disable-file a: imported -->\n", ["3:1 a 1-4"]],
    [
      "a block",
      "<!-- pm-disable a: old -->\n\nText\n\n<!-- pm-enable a -->\n\nMore\n",
      ["1:1 a 1-5"],
    ],
    ["a block to the end", "<!-- pm-disable a: old -->\n\nText\n", ["1:1 a 1-4"]],
    [
      "one of two blocks ended",
      "<!-- pm-disable a, b: old -->\n\nText\n\n<!-- pm-enable b -->\n",
      ["1:1 a 1-6", "1:1 b 1-5"],
    ],
    [
      "all blocks ended",
      "<!-- pm-disable a, b: old -->\n\nText\n\n<!-- pm-enable -->\n\nMore\n",
      ["1:1 a 1-5", "1:1 b 1-5"],
    ],
    ["within a list item", "- One <!-- pm-disable-next-line a: old -->\n- Two\n", ["1:7 a 2-2"]],
    [
      "two in one HTML block",
      "<!-- pm-disable-file a: old --> <!-- pm-disable-file b: old -->\n",
      ["1:1 a 1-2", "1:33 b 1-2"],
    ],
    [
      "in the frontmatter",
      "---\ntitle: A\n# pm-disable-next-line a: old scale\nseverity: P9 # pm-disable-file b: old\n---\n",
      ["3:1 a 4-4", "4:14 b 1-6"],
    ],
    ["a reason with a colon", "<!-- pm-disable-file a: see: the wiki -->\n", ["1:1 a 1-2"]],
    ["not in code", "```\n<!-- pm-disable-file a: old -->\n```\n", []],
    ["not in a value", "---\ntitle: 'x # pm-disable-file a: b'\n---\n", []],
    ["not in a block value", "---\ntitle: |\n  # pm-disable-file a: b\n---\n", []],
    ["any other comment", "<!-- pm lint knows better -->\n", []],
  ])("%s", (_name, text, expected) => {
    expect(directivesOf(text)).toEqual(expected);
  });

  test.each<[name: string, text: string, expected: readonly string[]]>([
    [
      "no reason",
      "Text\n\n<!-- pm-disable-file a -->\n",
      ["3:1 directive-syntax: Missing reason in `pm-disable-file`, which silences nothing"],
    ],
    [
      "an empty reason",
      "<!-- pm-disable-next-line a: -->\n",
      ["1:1 directive-syntax: Missing reason in `pm-disable-next-line`, which silences nothing"],
    ],
    [
      "no rule",
      "<!-- pm-disable: old -->\n",
      ["1:1 directive-syntax: Missing rule in `pm-disable`, which silences nothing"],
    ],
    [
      "another name",
      "<!-- pm-disable-nextline a: old -->\n",
      ["1:1 directive-syntax: Unknown directive `pm-disable-nextline`"],
    ],
  ])("with %s are a problem and silence nothing", (_name, text, expected) => {
    expect(problemsOf(text).filter((line) => line.includes("directive"))).toEqual(expected);
    expect(directivesOf(text)).toEqual([]);
  });
});
