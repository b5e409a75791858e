import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/parse/body/markdown.ts";

const EXAMPLES = "examples/postmortems";

/** A node with all that it has and tells, as the rows of a long table do of their cells. */
function told(node: Nodes): object {
  const { type, position } = node;
  const own = { ...node, type, position };
  return "children" in node ? { ...own, children: node.children.map(told) } : own;
}

/** The tree of a text that is parsed in parts, from few characters on, and in one piece. */
function bothWays(text: string) {
  return {
    inParts: told(parseMarkdown(text, 1 + (text.length % 3))),
    whole: told(parseMarkdown(text, Infinity)),
  };
}

test.each([
  ["headings with lists", "# A\n\n- a\n- b\n\n## B\n- c\n# C\n\n- d\n\n- e\n"],
  ["setext headings", "A\n===\n\nText\n\nB\nB\n---\n- a\n"],
  ["indented headings", "# A\n\n- a\n  # in the list\n\n # B\n\n    # code\n"],
  ["a link that a later part defines", "# [A][x]\n\nSee [x] and [y].\n\n# B\n\n[x]: /url\n"],
  ["a link that an earlier part defines", "[x]: /url\n\n# A\n\nSee [X] and ![x].\n"],
  ["a footnote that a later part defines", "One.[^1] Two.[^2]\n\n# A\n\n[^1]: A note\n\nEnd\n"],
  ["a footnote in the first line", "[^1]: A note\n\nOne.[^1]\n\n# A\n\nTwo.[^1]\n"],
  ["two definitions of one name", "[x]\n\n[x]: /first\n\n# A\n\n[x]: /second\n\n[x]\n"],
  ["fenced code with headings", "# A\n\n```sh\n# no heading\n\ntext\n```\n\n# B\n"],
  ["fenced code of other marks", "# A\n\n~~~~\n```\n# no heading\n~~~\n\ntext\n~~~~\n# B\n"],
  ["fenced code that is never closed", "# A\n\n```\n# no heading\n\ntext\n\n# B\n"],
  ["fenced code in a list", "- ```\n  # code\n\n# B\n\n```\n\n# no heading\n"],
  ["fenced code in a quote", "> ```\n> # code\n# B\n\nText\n"],
  ["indented fenced code", "  ```\n# code\n\n  ```\n# B\n"],
  ["a comment over headings", "# A\n\n<!--\n# no heading\n\ntext\n-->\n# B\n\n<!-- --> # C\n"],
  ["comments one after another", "<!-- a\n\nb --> <!-- c\n\nd -->\n\n# B\n"],
  ["a comment that is never closed", "# A\n\n<!--\n\n# no heading\n\ntext\n"],
  ["an empty comment", "<!-->\n\ntext\n\n<!--->\n\n# A\n"],
  ["HTML up to a blank line", "<div>\n# no heading\n\n# A\n\n<a>\n# no heading\n</a>\n\nB\n"],
  ["HTML up to its end", "<pre>\n\n# no heading\n\n</pre> # no heading\n# A\n\n<script>\n\nb\n"],
  ["other HTML", "<?php\n\n# a\n?>\n# A\n\n<!X\n\n# a\n>\n# B\n\n<![CDATA[\n\nb\n]]>\n\nC\n"],
  ["a table before a heading", "| a | b |\n|---|---|\n| c | d |\n# A\n\n| a |\n\nText\n"],
  ["lazy lines", "> a\nb\n# A\n\n- a\nb\n\nText\n"],
  ["blank lines of blanks", "- a\n \t \nText\n\n   \n# A\n"],
  ["quotes", "- ```\n\n> - a\n\n> b\n\n[^1]: note\n\n> c\n\n> > d\n"],
  ["a byte order mark", "\ufeff\n# A\n\n\ufeff\n# B\n"],
  ["code and bold text", "`a` **b** `c|d` and **e:** (**f**).\n**g.** h_i\nj `k`\n`l` m\n"],
  ["marks that may be others", "a `b\nc` d\n\n**a**b\n\n_a_ b_\n\n`` ` ``\n\n** a**\n\n` a `\n"],
  ["lists of items on several lines", "- a\n  b\n- c\n\n10. a\n    b\n11. c\n# D\n\n* a\n+ b\n"],
  [
    "tasks",
    "- [ ] a\n- [x] b\n  c\n- [X] d `e`\n\n1. [x] f\n2. [ ]  g\n\n* [ ]\n* [x] [x] h\n\n+ [ ] **i** j\n+ [x] `k`\n\n- [y] l\n- [x]m\n- [x] # n\n\n[x] o\n\n[x]: /url\n",
  ],
  ["lists that hold more", "- a\n\n- b\n\n1. a\n\n   b\n\n- # a\n\nb\n\n- a\nb\n\n- a\n 1. b\n"],
  ["lists that end", "- a\n---\n\n- b\n\n---\n\n1. a\n\n2) b\n\nc\n"],
  [
    "code",
    "```\n```\n\n```sh\na\n\n  b\n```\n# A\n\n```\na\n ```\n\n```a b\n```\n\n```\n\tc\n```\n",
  ],
  [
    "rows and rules",
    "|a|b|\n|:-|-:|\n| `c` | |\n|d|\n|e|f|g|\n\n| a |\n|---|---|\n\n|a|\n|:-:|\nb\n",
  ],
  ["a table of many rows", `| a | b |\n|---|---|\n${"| `c` | d |\n".repeat(600)}\ne\n`],
  ["headings of signs", "#  A\n# B #\n#\n####### C\n# d_e `f`\nG\n## - h\n"],
  ["a byte order mark behind plain text", "# A\n\nB\n\n\ufeff C_\n"],
  [
    "blanks that are text",
    "| a\u00a0 | \ufeff |\n|---|---|\n| \u3000 | b |\n\n\u00a0c\u00a0\n\nd\u00a0\n- e\n",
  ],
  ["setext headings without a blank line", "*a*\n=\nb\n---\n*c*\nd\n===\n=\n=\n=\n"],
  [
    "blocks without a blank line",
    "*a*\n- *b*\n  c\n> *d*\ne\n***\n*f*\n| g |\n|---|\n| h |\n1. *i*\n",
  ],
  [
    "definitions without a blank line",
    "*a* [x]\n- [y]\n\n[x]:\n/url\n'a\nb'\n[y]: /url 'a\nb' c\n*d*\n",
  ],
  ["what may be a definition", "[x]:\n</pre>\n|:-|"],
  ["an empty item behind code", "\t b\n\n*\n9**B c\n\n"],
  [
    "brackets that nothing defines",
    "a [b] [c][d] [e [f] g] [^1] ![h] [] [\n\n- [gap: i-j] [k]: l\n- m]\n\n**[n]** `[o]` [p q\nr] s\n\n[x] t\n[u]\n",
  ],
  ["brackets that may be defined in a quote", "a [b c]\n\n- d [b C]\n\n> - [B\n>   c]: /url\n"],
  ["brackets that may be defined in a list", "a [b\\]c] [^1]\n\n1. [b\\]c]: /url\n2. [^1]: d\n"],
  [
    "links and images",
    "a [b](c) [d `e` **f**](g?h=1&i=2#j) ![k l](m.png) n\n[o](p_q_r) [s](<t>) [u](v 'w')\n\n[a [b](c) d](e)\n\n[](f)\n\n[a]()\n\n![*a*](b)\n\n[`a](b)`\n\n[a\\](b)\n\n[a](b&amp;c)\n",
  ],
  [
    "emphasis and strikes",
    "a *b c* _d_e_ _f._ (~~g~~) *h*i\n\n_a b_ ~~c. d.~~ *e _f* g_\n\n~5 ~6 a~ b\n\n3 * 4 * 5\n\n**a ~~b~~ [c](d)**\n\n*a\nb*\n",
  ],
  [
    "tags, addresses and comments",
    "a <br> <br/> <b>c</b> <a b> <!-- d --> <!-- e\nf -->\n\na <https://b.c/d_e_f> <g@h.i> <j\n\n1 < 2 <= 3 <4 ms <5@a.b> 6\n\n<https://a.b> c\n",
  ],
  [
    "escapes and names",
    "a \\* \\_b\\_ \\[c](d) e\\\nf C:\\g &amp; &nbsp; R&D &copy; &#65;\n\n\\*\\*a**\n",
  ],
  [
    "lists in items",
    "- a\n  b\n  - c\n    d\n    1. e\n       f\n  - [ ] g\n- h\n\n1. a\n    - b\n    - c\n2. d\n   * e\n\n- a\n     - b\n   - c\n\n- a\n  2. b\n\n- a\n  - b\n c\n\n- a\n  - b\nc\n",
  ],
  [
    "items with blank lines between",
    "- a\n\n- b\n- c\n\n\n- d\n\nE\n\n1. a\n   - b\n\n2. c\n\n- a\n  - b\n\n  - c\n- d\n\n- a\n\n* b\n\n- a\n\n- - -\n",
  ],
  [
    "a list that is plain up to an item",
    `- a\n${"- b c d e f\n".repeat(60)}- <b\n- *g\n  - h\n\n- i\n* j\n`,
  ],
  [
    "a long list that is not plain",
    "*a*:\n- <b\n  - c\n\n  d\n-\n- ```\n- e [x]\n\n\n- f\ng\n\n[x]: /url\n",
  ],
  ["a byte order mark behind blanks", "   \n\ufeff"],
  ["bold labels", "**A**\n\n- a\n\n**B:**\n\n- b\n"],
])("a text parsed in parts has the tree of the whole: %s", (_name, text) => {
  const { inParts, whole } = bothWays(text);
  expect(inParts).toEqual(whole);
});

test.each(readdirSync(EXAMPLES))("so does the example %s", (name) => {
  const { inParts, whole } = bothWays(readFileSync(join(EXAMPLES, name), "utf8"));
  expect(inParts).toEqual(whole);
});

const LINES = [
  ...["# A", "## [x]", " # A", "A", "===", "---", "**B**", "text [x] and [^1]", "", "", "", " "],
  ...["- a", "  b", "- ```", "1. a", "> a", "> ```", "> - a", "    code", "\ttab", "* * *"],
  ...["```", "~~~", "  ```", "````", "<!--", "-->", "<!-- a -->", "<div>", "</div>", "<pre>"],
  ...["</pre>", "<?", "?>", "<!X", ">", "<a>", "<![CDATA[", "]]>", "| a | b |", "|---|---|"],
  ...[
    "a `b` c",
    "**b** c",
    "a_b",
    "| `c` | |",
    "|:-|",
    "1. a b",
    "   b c",
    "```sh",
    "B, c.",
    "2. c",
  ],
  ...["a [gap: b] c", "[a](b) c", "- a *b*", "- <b>c", "  - d", "- ", "* [x] e", "> [y]: /url"],
  ...["[x]: /url", "[x]:", "[^1]: note", "    more", "[x]: /url 'title", "end'", "- [x] a", "é"],
];

test("a text of any lines parsed in parts has the tree of the whole", () => {
  const texts = fc.array(fc.constantFrom(...LINES), { maxLength: 30 });
  fc.assert(
    fc.property(texts, (lines) => {
      const { inParts, whole } = bothWays(lines.join("\n"));
      expect(inParts).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});

/** What may mean something where it stands within a plain line, or at its edge. */
const MARKS = [
  ...["*", "**", "***", "_", "__", "`", "``", "```", "~", "~~", "#", "# ", "- ", "* "],
  ...["+ ", "1. ", "2) ", "10.", "-", "--", "=", "|", "| ", "|-|", "\\", "&", "&amp;", "<"],
  ...["<br>", "<!--", "-->", ">", "[", "]", "[x]", "[ ] ", "(", ")", "!", ":", "$", "%"],
  ...["^", "/", '"', "\t", "\u00a0", "\0", "\ufeff", "\u3000", "\u200b", "\u2028", "–"],
  ...["“", "：", "😀", "𝐀", "**a**", "**a:**", "**a** ", "~a~", "~~a~~", "_a_", "__a__"],
  ...["<b>", "<!-- a -->", "<https://a.b/_c_>", "<1 ", "[a](b)", "![a](b)", "](c)", "[^1]", "\\*"],
  ...["\\[", "&nbsp;", "&b", "_a_ ", " *b* ", " * ", " ~5", "[a `b](c)", "[*a*](b)", "_", "a@b.c>"],
  ...["*a*", "` c `", "`c`", "a_b", "_a", "a_", " ", "  ", "    ", "\n", "\n  ", "\n\n"],
];
const STARTS = ["", "", "", "# ", "- ", "- [ ] ", "1. [x] ", "  ", "1. ", "| ", "```\n"];
const WORDS = ["", "a", "B c", "é, ", "9", "a ", " b", ". "];
const ENDS = ["\n", "\n\n", " |\n|-|\n", "|\n", "\n```\n"];

test("a text of plain lines with a mark in each parsed in parts has the tree of the whole", () => {
  const word = fc.constantFrom(...WORDS);
  const line = fc
    .tuple(
      fc.constantFrom(...STARTS),
      word,
      fc.constantFrom(...MARKS),
      word,
      fc.constantFrom(...ENDS),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 3 }), (lines) => {
      const { inParts, whole } = bothWays(lines.join(""));
      expect(inParts).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["brackets", (index: number) => `- a b c [gap: d-e] f ${index}`],
  ["unfinished tags", (index: number) => `- a <b c ${index}`],
  ["lists within", (index: number) => (index % 2 === 0 ? "- a b c d e f" : "  - g h *i* j k")],
  ["code of two signs", () => "- a ``b`` c"],
])("10,000 items with %s are parsed in seconds", (_name, line) => {
  const before = process.cpuUsage();
  const text = Array.from({ length: 10_000 }, (_, index) => line(index)).join("\n");
  const [list] = parseMarkdown(text).children;
  expect(list).toMatchObject({ type: "list", spread: false });
  expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
});

test("40 kB of underlines without a blank line are parsed in seconds", () => {
  const before = process.cpuUsage();
  expect(parseMarkdown("=\n".repeat(20_000)).children).toHaveLength(10_000);
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
});
