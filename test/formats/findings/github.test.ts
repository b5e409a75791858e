import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable } from "../../../src/core/text/printable.ts";
import { github } from "../../../src/formats/findings/github.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, range, SMALL_REPORT } from "./sample-report.ts";

test("writes one command a finding", () => {
  expect(github.render(SMALL_REPORT, PLAIN)).toBe(
    `::warning file=postmortems/2026-03-14-checkout.md,line=5,endLine=6,title=gap-evidence::Missing evidence for the gap \`messaging.backpresure\`
::error file=postmortems/2026-03-14-checkout.md,line=5,endLine=5,col=17,endColumn=38,title=unknown-competency::Unexpected competency \`messaging.backpresure\`%0ADid you mean \`messaging.backpressure\`?
::error file=postmortems/draft%2C 100%25.md,line=1,endLine=1,col=1,endColumn=1,title=required-facts::Missing \`title\` in the frontmatter%0ASay what happened, in a few words.
`,
  );
});

test("says nothing where there is nothing to say", () => {
  expect(github.render(CLEAN_REPORT, PLAIN)).toBe("");
});

test("a range up to the start of a line ends on the line before, at no column", () => {
  const findings = [finding({ range: range([2, 3, 10], [4, 1, 30]) })];
  expect(github.render(lintReport({ findings }), PLAIN)).toBe(
    "::error file=a.md,line=2,endLine=3,title=sample-rule::Unexpected sample\n",
  );
});

/** What the runner undoes, in its order: `ActionCommand.cs`. */
function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  const plain = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return plain.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line of a log as the runner does; null where it is no command. */
function parseCommand(line: string): Command | null {
  const end = line.indexOf("::", 2);
  if (!line.trimStart().startsWith("::") || end === -1) return null;
  const [name = "", ...rest] = line.slice(2, end).split(" ");
  const pairs = rest
    .join(" ")
    .split(",")
    .map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), unescapeProperty(pair.slice(at + 1))];
    });
  return { name, properties: Object.fromEntries(pairs), data: unescapeData(line.slice(end + 2)) };
}

describe("as the runner reads it", () => {
  const hostile = fc.string({
    unit: fc.constantFrom(..."::%,=0AD25\n\r#[] ab\u001b\u202e\u2028😀".split("")),
  });

  test("any text is part of the one command, and reads as it was", () => {
    fc.assert(
      fc.property(hostile, hostile, fc.option(hostile), (path, message, hint) => {
        const report = lintReport({ findings: [finding({ path, message, hint })] });
        const [line = "", ...rest] = github.render(report, PLAIN).split("\n");
        expect(rest).toEqual([""]);
        expect(parseCommand(line)).toEqual({
          name: "error",
          properties: {
            ...{ file: printable(path), line: "1", endLine: "1", col: "1", endColumn: "1" },
            title: "sample-rule",
          },
          data: [message, ...(hint === null ? [] : [hint])].map(printable).join("\n"),
        });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["::error::pwned", "::error::pwned"],
    ["one\n::error::pwned", "one ::error::pwned"],
    ["%0A::error::pwned", "%250A::error::pwned"],
    ["one\r::error::pwned", "one ::error::pwned"],
    ["\u001b[2K\u202e", "\\u{1b}[2K\\u{202e}"],
  ])("%j is written %s", (message, expected) => {
    const findings = [finding({ message })];
    expect(github.render(lintReport({ findings }), PLAIN)).toBe(
      `::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=sample-rule::${expected}\n`,
    );
  });
});
