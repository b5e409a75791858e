import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable, printableJson, printableLines } from "../../../src/core/text/printable.ts";

describe("printable", () => {
  test.each([
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["\u009b31m", "\\u{9b}31m"],
    ["a\u0000b\u0007", "a\\u{0}b\\u{7}"],
    ["\u202eabc\u2069", "\\u{202e}abc\\u{2069}"],
    ["pay\u200bload\ufeff", "pay\\u{200b}load\\u{feff}"],
    ["\u{e0041}", "\\u{e0041}"],
    ["\ud800", "\\u{d800}"],
    ["a\nb\r\nc\td", "a b c d"],
    ["a\u2028b\u2029c\u0085d", "a b c d"],
    ["Ärger 決済 🔥", "Ärger 決済 🔥"],
    // What joins an emoji, or letters that need it, is seen by what it does.
    ["👩🏽‍🚒 ❤️‍🔥", "👩🏽‍🚒 ❤️‍🔥"],
    ["می‌شود", "می‌شود"],
    ["pay\u200dload 🔥\u200d", "pay\\u{200d}load 🔥\\u{200d}"],
  ])("%j reads %j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test("what is printable stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});

test.each([
  ["a\tb\r\nc\n", "a\tb\r\nc\n"],
  ["a\u001b[0Kb\rc\u0085d\u202e\n", "a\\u{1b}[0Kb\\u{d}c\\u{85}d\\u{202e}\n"],
  ["❤️‍🔥 می‌شود", "❤️‍🔥 می‌شود"],
])("the lines %j read %j", (text, expected) => {
  expect(printableLines(text)).toBe(expected);
});

describe("printableJson", () => {
  test("escapes what JSON leaves raw", () => {
    const raw = JSON.stringify("\u009b\u007f\u202e\u2028\u{e0041}\u001b");
    expect(printableJson(raw)).toBe(String.raw`"\u009b\u007f\u202e\u2028\udb40\udc41\u001b"`);
  });

  test("keeps the value and the indent", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        const json = printableJson(JSON.stringify(texts, null, 2));
        expect(JSON.parse(json)).toEqual(texts);
        expect(json.split("\n").length).toBe(texts.length === 0 ? 1 : texts.length + 2);
      }),
    );
  });
});
