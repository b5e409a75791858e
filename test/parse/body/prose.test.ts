import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../../src/core/document/sentence.ts";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { rangeOfTokens } from "../../../src/core/places/token-range.ts";
import { parseBody } from "../../../src/parse/body/body.ts";
import type { ProseSentence } from "../../../src/parse/body/prose.ts";

function proseOf(text: string, offset = 0): readonly ProseSentence[] {
  return [...parseBody({ path: "a.md", text }, offset, indexLines(text)).prose()];
}

/** The words of each sentence; what is opaque in <>, what is quoted in {}. */
function wordsOf(text: string): readonly string[] {
  return proseOf(text).map(({ tokens }) =>
    tokens
      .filter(({ type }) => type !== "punctuation")
      .map(({ type, text: word, quoted }) => {
        const shown = type === "opaque" ? `<${word}>` : word;
        return quoted ? `{${shown}}` : shown;
      })
      .join(" "),
  );
}

describe("the sentences of a body", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ["a paragraph", "The queue grew. Nobody\nsaw it.", ["The queue grew", "Nobody saw it"]],
    ["list items, nested", "- One\n  - Two here\n- Three", ["One", "Two here", "Three"]],
    [
      "table cells below the head",
      "| A | B |\n|---|---|\n| It broke | It runs |",
      ["It broke", "It runs"],
    ],
    [
      "no heading, quote, code or comment",
      "# A\n\n> B\n\n```\nC\n```\n\n<!-- D -->\n\nE <!-- F --> G",
      ["E G"],
    ],
    [
      "code and links as one word",
      "The `a b` and [c d](https://e.f) broke",
      ["The <`a b`> and <[c d](https://e.f)> broke"],
    ],
    [
      "a web address as one word, without the mark after it",
      "See https://e.f/should-have(a)?b=c. We (www.g.h/i_j_k) looked",
      ["See <https://e.f/should-have(a)?b=c>", "We <www.g.h/i_j_k> looked"],
    ],
    ["a bare address as words", "Ask alex@example.com now", ["Ask alex@example.com now"]],
    ["emphasis and line breaks", "We **should** *have*<br>seen", ["We should have", "seen"]],
    ["no end without a blank", "It runs on .NET 8 now", ["It runs on NET 8 now"]],
    [
      "a comment below its head, which ends in a day in brackets",
      "Comments\nComment by one [ 15/May/26 ]\nWe didn't know how",
      ["Comments Comment by one 15 May 26", "We didn't know how"],
    ],
    [
      "a comment below its head, which ends in a day and a time",
      "One added a comment - 15/May/26 9:30 AM\nWe didn't know how",
      ["One added a comment 15 May 26 9:30 AM", "We didn't know how"],
    ],
    [
      "a comment below a day of numbers",
      'One (2026-05-15T10:00)\n"Why" we asked',
      ["One 2026-05-15T10:00", "{Why} we asked"],
    ],
    [
      "a sentence that goes on behind a day",
      "We saw on 2026-05-15\nThe queue, and (since 2026-05-14)\nwe knew, see [3]\nAnd on",
      ["We saw on 2026-05-15 The queue and since 2026-05-14 we knew see 3 And on"],
    ],
    ["contractions as one word", "We didn't and couldn’t", ["We didn't and couldn’t"]],
  ])("are read from %s", (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test.each<[text: string, expected: string]>([
    ['He said "we broke it" twice', "He said {we} {broke} {it} twice"],
    ["It logs “no space. Try later” now", "It logs {no} {space}"],
    ["It says «no space» and 'not now'", "It says {no} {space} and {not} {now}"],
    ["The users' queue and the teams' budget", "The users queue and the teams budget"],
    ["It didn't 'start' for its users' sake", "It didn't {start} for its users sake"],
    ['A 5" disk broke', "A 5 disk broke"],
    ["An 'open mark never closes", "An open mark never closes"],
  ])("mark what is quoted in %j", (text, expected) => {
    expect(wordsOf(text)[0]).toBe(expected);
  });

  test("know their section", () => {
    const text = "One.\n\n# A\n\nTwo.\n\n## B\n\n- Three.\n";
    expect(proseOf(text).map(({ sectionIndex }) => sectionIndex)).toEqual([0, 1, 2]);
  });

  test("stand at their place in the file, whatever markdown takes out", () => {
    const text = "---\na: b\n---\n\n- It \\*broke\\* &amp; `fell`\n    over *twice* here\n";
    const [sentence] = proseOf(text, 13);
    const cut = sentence?.tokens.map(({ start, end }) => text.slice(start, end));
    expect(cut).toEqual(["It", "*", "broke", "*", "&", "`fell`", "over", "twice", "here"]);
    expect(sentence?.tokens.at(-1)).toMatchObject({ line: 6, column: 18, start: 59 });
  });

  test("are cut where they go on for ever", () => {
    const longest = Math.max(...proseOf("and ".repeat(30_000)).map(({ tokens }) => tokens.length));
    expect(longest).toBe(400);
  });

  test("end where they do in a short text, however long the paragraph is", () => {
    const told = (at: number) => `The consumers of shard ${at} fell behind. Nobody saw it.`;
    const numbers = Array.from({ length: 2500 }, (_, at) => at);
    const text = numbers.map(told).join(" ");
    expect(text.length).toBeGreaterThan(100_000);
    expect(wordsOf(text)).toEqual(
      numbers.flatMap((at) => [`The consumers of shard ${at} fell behind`, "Nobody saw it"]),
    );
    expect(proseOf(text).at(-1)?.tokens.at(-1)?.end).toBe(text.length);
  });
});

const PIECES = [
  "We ",
  "should ",
  "it's",
  "queue. ",
  "\n",
  "\n\n",
  "- ",
  "  ",
  "**",
  "*",
  "`",
  "[",
  "](x)",
  "| ",
  "|---|\n",
  "# ",
  "> ",
  '"',
  "'",
  "“",
  "”",
  "a@b.cd ",
  "@alex ",
  "https://a.bc ",
  "<b>",
  "<!-- ",
  "-->",
  "é",
  "😀",
  "~~",
  "[^1]: ",
];

test("the text of a word is what stands at its place, and places are in order", () => {
  const documents = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
  fc.assert(
    fc.property(documents, fc.nat({ max: 5 }), (pieces, offset) => {
      const text = "-".repeat(offset) + pieces.join("");
      let before = offset;
      for (const { tokens } of proseOf(text, offset)) {
        const { range } = sentenceOf(tokens, null);
        const [start = -1, end] = [tokens[0]?.start, tokens.at(-1)?.end];
        expect(range).toEqual(indexLines(text).rangeAt(start, end ?? -1));
        for (const token of tokens) {
          const { start, end } = token;
          const lines = indexLines(text);
          expect(rangeOfTokens(token, token)).toEqual(lines.rangeAt(start, end));
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(text.length);
          const written = text.slice(start, end);
          const withoutMarkup = written.replace(/[*]|~~|<b>|<!-- .*?-->/gs, "");
          if (token.type === "word") expect([written, withoutMarkup]).toContain(token.text);
          before = end;
        }
      }
    }),
    { numRuns: 500 },
  );
});
