import { expect, test } from "vitest";
import { excessOf } from "../../src/read/budget.ts";

const MARKS = "more than 5,000 marks such as * or [ in one paragraph";

test.each([
  [
    "an ordinary document",
    "---\ntitle: A\n---\n\n# A\n\nText with *marks* and [a link](/x).\n",
    null,
  ],
  ["100,000 lines", "a\n".repeat(99_999), null],
  ["more lines", "a\n".repeat(100_000), "more than 100,000 lines"],
  [
    "a frontmatter of keys",
    `---\n${"a: 1\n".repeat(20_000)}---\n`,
    "more than 20,000 lines of frontmatter",
  ],
  ["a long frontmatter", `---\n${"a: {}\n".repeat(19_000)}---\n\nText\n`, null],
  ["5,000 marks", "*".repeat(5000), null],
  ["one more", "*".repeat(5001), MARKS],
  ["marks on lines of one paragraph", "[a](\n".repeat(2000), MARKS],
  ["marks in many paragraphs", `${"*".repeat(100)}\n\n`.repeat(500), null],
  ["marks in a list", "- *a* [b](/c)\n".repeat(5000), null],
  ["marks in a table", "| *a* | [b](/c) |\n".repeat(5000), null],
  ["fenced code", `\`\`\`json\n${"{ [] }\n".repeat(5000)}\`\`\`\n`, null],
  ["marks below fenced code", `~~~\n\`\`\`\n~~~\n${"*".repeat(5001)}`, MARKS],
])("%s", (_name, text, expected) => {
  expect(excessOf(text)).toBe(expected);
});
