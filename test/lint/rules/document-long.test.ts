import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withBody(body: string, status = "review"): string {
  return `---\nstatus: ${status}\n---\n\n${body}`;
}

function words(count: number): string {
  return `${"word ".repeat(count).trimEnd()}\n`;
}

function tooLong(total: number): string {
  return `Unexpected length of ${total} words, expected at most 2000: this is where the limit is reached`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["as long as may be", withBody(`## Timeline\n\n${words(2000)}`), []],
  ["a word more", withBody(`## Timeline\n\n${words(2001)}`), [`5:1 ${tooLong(2001)}`]],
  [
    "passed in the second section of three",
    withBody(`## Summary\n\n${words(1500)}\n## Story\n\n${words(501)}\n### More\n\n${words(9)}`),
    [`9:1 ${tooLong(2010)}`],
  ],
  [
    "before the first heading",
    withBody(`${words(2001)}\n## Timeline\n\n${words(5)}`),
    [`4:1 ${tooLong(2006)}`],
  ],
  [
    "words of lists, tables and quotes",
    withBody(
      `## Timeline\n\n- ${words(1000)}\n> ${words(900)}\n| a | b |\n|---|---|\n| ${words(99).trimEnd()} | c |\n`,
    ),
    [`5:1 ${tooLong(2002)}`],
  ],
  [
    "code and comments do not count",
    withBody(
      `## Timeline\n\n${words(1999)}\n\`\`\`\n${words(50)}\`\`\`\n\n<!-- ${words(50).trimEnd()} -->\n`,
    ),
    [],
  ],
  ["a final one", withBody(words(2001), "final"), [`4:1 ${tooLong(2001)}`]],
  ["a draft", withBody(words(2001), "draft"), []],
  ["a document without frontmatter", words(2001), []],
])("%s", (_, document, expected) => {
  expect(lintDocument("document-long", document)).toEqual(expected);
});
