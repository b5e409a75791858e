import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

const MISSING = "Missing newline at the end of the file";
const BLANKS = "Unexpected blank lines at the end of the file, expected one newline";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["one line end", "---\ntitle: A\n---\n\nText\n", []],
  ["none", "---\ntitle: A\n---\n\nText", [`5:5 ${MISSING}`]],
  ["two", "---\ntitle: A\n---\n\nText\n\n", [`5:5 ${BLANKS}`]],
  ["blanks before it", "---\ntitle: A\n---\n\nText  \n", [`5:5 ${BLANKS}`]],
  ["a no-break space, which is content", "Text\u00a0\n", []],
  ["a byte order mark after it", "#\ufeff", [`1:3 ${MISSING}`]],
  ["nothing but a frontmatter", "---\ntitle: A\n---", [`3:4 ${MISSING}`]],
  ["an empty document", "", []],
  ["a blank document", "\n\n", []],
])("%s", (_name, document, expected) => {
  expect(lintDocument("document-end", document)).toEqual(expected);
});
