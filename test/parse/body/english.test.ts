import fc from "fast-check";
import type { PhrasingContent } from "mdast";
import type { Nodes } from "nlcst";
import { toString as textOf } from "nlcst-to-string";
import { ParseEnglish } from "parse-english";
import remarkRetext from "remark-retext";
import { unified } from "unified";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { parseEnglish, type ProsePart } from "../../../src/parse/body/english.ts";

const retext = unified().use(remarkRetext, new ParseEnglish()).freeze();

/** What remark-retext makes of the same parts. */
function byRetext(parts: readonly ProsePart[]): Nodes {
  const positionOf = (start: number, end: number) => ({
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  });
  let length = 0;
  const children = parts.map(({ type, text }): PhrasingContent => {
    const position = positionOf(length, (length += text.length));
    return { type: type === "text" ? "text" : "inlineCode", value: text, position };
  });
  const position = positionOf(0, length);
  const paragraph = { type: "paragraph" as const, children, position };
  const file = new VFile(parts.map(({ text }) => text).join(""));
  return retext.runSync({ type: "root", children: [paragraph], position }, file);
}

/** A tree as lists of names and texts. */
function shown(node: Nodes): unknown {
  return [node.type, "children" in node ? node.children.map(shown) : textOf(node)];
}

const PIECES = [
  ...[
    "The queue",
    " ",
    " ",
    "\n",
    "\n\n",
    ". ",
    ".",
    "? ",
    "!",
    "…",
    "e.g.",
    "i.e. ",
    "No. 5",
    "3.14",
    "a.m. ",
  ],
  ...[
    "don't",
    "’",
    "'",
    "(",
    ")",
    '"',
    "-",
    " — ",
    "/",
    "&",
    ":",
    "; ",
    "U.S.",
    "Mr. ",
    ".NET",
    "node.js",
    "É",
    "队列。",
  ],
  ...[
    "ops",
    " it ",
    "12",
    "%",
    "@",
    "😀",
    "AT&T",
    "etc. The",
    "vs. ",
    "1. ",
    "...",
    "?!",
    "n'",
    "\r\n",
  ],
];
const part = fc.record({
  type: fc.constantFrom<ProsePart["type"][]>("text", "text", "opaque"),
  text: fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 })
    .map((all) => all.join("")),
});

test("the sentences are those of remark-retext", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(shown(parseEnglish(parts))).toEqual(shown(byRetext(parts)));
    }),
    { numRuns: 1500 },
  );
});
