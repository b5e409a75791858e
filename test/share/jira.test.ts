import { expect, test } from "vitest";
import { parseMarkdown } from "../../src/parse/body/markdown.ts";
import { jiraText } from "../../src/share/jira.ts";
import { plainLine } from "../../src/share/plain-line.ts";

test.each([
  ["# A {b}", "h1. A \\{b\\}\n"],
  ["Some **bold** and *soft* `code` ~~gone~~", "Some *bold* and _soft_ {{code}} -gone-\n"],
  [
    "[a link](https://example.org/x) ![a picture](x.png)",
    "[a link|https://example.org/x] a picture\n",
  ],
  ["<https://example.org/x>", "[https://example.org/x|https://example.org/x]\n"],
  ["2 * 3 [x] a_b and -5", "2 \\* 3 \\[x\\] a\\_b and \\-5\n"],
  ["- one\n  - two\n- three", "* one\n** two\n* three\n"],
  ["1. one\n2. two", "# one\n# two\n"],
  ["- [x] done\n- [ ] open", "* ☑ done\n* ☐ open\n"],
  ["| a | b |\n|---|---|\n| 1 | x\\|y |", "|| a || b ||\n| 1 | x\\|y |\n"],
  ["```sh\nls *\n```", "{code}\nls *\n{code}\n"],
  ["> said\n> so", "{quote}\nsaid so\n{quote}\n"],
  ["a\n\n---\n\n<b>c</b>", "a\n\n----\n\nc\n"],
])("markdown in the markup of Jira: %j", (markdown, expected) => {
  expect(jiraText(parseMarkdown(markdown))).toBe(expected);
});

test("a line without its markup", () => {
  const line = "A *b* `c` [d](https://example.org) <i>e</i> \\*";
  expect(plainLine(parseMarkdown(line))).toBe("A b c d e *");
});
