import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/core/places/apply-edits.ts";
import type { Edit } from "../../../src/core/places/edit.ts";
import { indexLines } from "../../../src/core/places/line-index.ts";

function edit(text: string, start: number, end: number, replacement: string): Edit {
  return { range: indexLines(text.replace(/\r\n?/g, "\n")).rangeAt(start, end), text: replacement };
}

describe("edits", () => {
  test.each<[name: string, text: string, edits: readonly [number, number, string][], string]>([
    ["none", "abc", [], "abc"],
    ["a replacement", "abc", [[1, 2, "XY"]], "aXYc"],
    ["a removal", "abc", [[0, 2, ""]], "c"],
    ["an insertion", "abc", [[3, 3, "\n"]], "abc\n"],
    [
      "given out of order",
      "abcd",
      [
        [3, 4, "D"],
        [0, 1, "A"],
      ],
      "AbcD",
    ],
    [
      "that overlap, of which the later is left out",
      "abcd",
      [
        [1, 3, "X"],
        [2, 4, "Y"],
      ],
      "aXd",
    ],
    [
      "that touch",
      "abcd",
      [
        [0, 2, "X"],
        [2, 4, "Y"],
      ],
      "XY",
    ],
    [
      "two insertions at one place, of which one is made",
      "ab",
      [
        [1, 1, "X"],
        [1, 1, "Y"],
      ],
      "aXb",
    ],
    ["after Windows line ends", "a\r\nb\r\nc", [[4, 5, "C"]], "a\r\nb\r\nC"],
    ["that take a Windows line end away", "a\r\nb", [[1, 2, ""]], "ab"],
    ["that add a line, as the file ends its lines", "a\r\nb", [[3, 3, "\n"]], "a\r\nb\r\n"],
    ["after lone carriage returns", "a\rb\rc", [[4, 5, "C"]], "a\rb\rC"],
  ])("%s", (_name, text, edits, expected) => {
    const made = edits.map(([start, end, replacement]) => edit(text, start, end, replacement));
    expect(applyEdits(text, made)).toBe(expected);
  });

  test("leave every character outside of them as it was", () => {
    const texts = fc.array(fc.constantFrom("a", "é", "🚒", "\r\n", "\n", "\r"), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (characters, from, length) => {
        const before = characters.slice(0, from % (characters.length + 1));
        const rest = characters.slice(before.length);
        const covered = rest.slice(0, length % (rest.length + 1));
        const after = rest.slice(covered.length);
        const plain = (part: readonly string[]) => part.join("").replace(/\r\n?/g, "\n").length;
        // A lone \r followed by a lone \n would read as one line end.
        fc.pre(!/\r$/.test(before.join("")) && !/\r$/.test(covered.join("")));
        const text = characters.join("");
        fc.pre(!characters.some((one, at) => one === "\r" && characters[at + 1] === "\n"));
        const start = plain(before);
        const made = edit(text, start, start + plain(covered), "X");
        expect(applyEdits(text, [made])).toBe(`${before.join("")}X${after.join("")}`);
      }),
    );
  });
});
