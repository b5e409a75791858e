import { expect, test } from "vitest";
import { lintHints } from "../../support/lint-document.ts";

test.each([
  ["pm-disable-line", "Did you mean `pm-disable-next-line`?"],
  ["pm-ignore-next-line", "Did you mean `pm-disable-next-line`?"],
  ["pm-ignore-file", "Did you mean `pm-disable-file`?"],
  ["pm-disabel", "Did you mean `pm-disable`?"],
  ["pm-enabel", "Did you mean `pm-enable`?"],
  ["pm-nothing", "Known: pm-disable-next-line, pm-disable, pm-enable, pm-disable-file."],
])("%s: %s", (written, hint) => {
  expect(lintHints("directive-syntax", `<!-- ${written} vague-amount: old -->\n`)).toEqual([hint]);
});
