import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { MARKS, withMarkedPart } from "../../src/write/marked-part.ts";

const [BEGIN, END] = MARKS;

describe("a part between marks", () => {
  test.each([
    ["is put there", `# A\n\n${BEGIN}\n${END}\nB\n`, `# A\n\n${BEGIN}\n\nNew\n\n${END}\nB\n`],
    ["replaces the last one", `${BEGIN}\n\nOld\n\n${END}`, `${BEGIN}\n\nNew\n\n${END}`],
    [
      "has the line ends of the page",
      `A\r\n${BEGIN}\r\n${END}\r\n`,
      `A\r\n${BEGIN}\r\n\r\nNew\r\n\r\n${END}\r\n`,
    ],
  ])("%s", (_name, page, expected) => {
    expect(withMarkedPart(page, "New\n", "a.md")).toBe(expected);
    expect(withMarkedPart(expected, "New\n", "a.md")).toBe(expected);
  });

  test("is none where a page only speaks of marks", () => {
    expect(withMarkedPart(`Write \`${BEGIN}\`.\n`, "New\n", "a.md")).toBeNull();
  });

  test.each([
    ["without an end", BEGIN],
    ["without a begin", END],
    ["the wrong way round", `${END}\n${BEGIN}`],
    ["of two parts", `${BEGIN}\n${END}\n${BEGIN}\n${END}`],
  ])("%s is refused", (_name, page) => {
    expect(() => withMarkedPart(page, "New\n", "a.md")).toThrow(UsageError);
  });
});
