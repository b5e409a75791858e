import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/core/table.ts";
import { table } from "../../../src/formats/tables/table.ts";
import { column, report, section, SMALL_REPORT } from "./sample-reports.ts";

const plain = { color: false, width: null };

function widestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => stringWidth(line)));
}

/** A report of one text column and one count. */
function ofTexts(texts: readonly string[]): Report {
  return report({
    sections: [
      section({
        columns: [
          column({ key: "text", label: "Text" }),
          column({ key: "count", label: "Count", type: "count" }),
        ],
        rows: texts.map((text, at) => [text, at]),
      }),
    ],
  });
}

describe("the look", () => {
  test("of rows that are parts of another is indented", () => {
    const built = ofTexts(["messaging", "backpressure"]);
    const sections = built.sections.map((one) => ({ ...one, levels: [0, 1] }));
    const lines = table
      .render({ ...built, sections }, plain)
      .trimEnd()
      .split("\n");
    expect(lines.slice(-2)).toEqual(["messaging           0", "  backpressure      1"]);
  });

  test("of many rows is one table, as wide as its widest row", () => {
    const texts = Array.from({ length: 450 }, (_, at) =>
      at === 430 ? "a wider text" : `row ${at}`,
    );
    const lines = table.render(ofTexts(texts), plain).trimEnd().split("\n").slice(4);
    expect(lines).toEqual([
      "Text          Count",
      "────────────  ─────",
      ...texts.map((text, at) => `${text.padEnd(14)}${String(at).padStart(5)}`),
    ]);
  });

  test("aligns wide characters and numbers", () => {
    expect(table.render(ofTexts(["決済", "🔥 fire", "plain"]), plain)).toBe(
      [
        "Sample",
        "",
        "Main",
        "",
        "Text     Count",
        "───────  ─────",
        "決済         0",
        "🔥 fire      1",
        "plain        2",
        "",
      ].join("\n"),
    );
  });

  test("colours structure alone", () => {
    const small = report({
      subtitle: "Since May",
      sections: ofTexts(["a"]).sections,
      notes: ["n"],
    });
    expect(table.render(small, { color: true, width: 80 })).toBe(
      [
        "\u001b[1mSample\u001b[22m",
        "\u001b[2mSince May\u001b[22m",
        "",
        "\u001b[1mMain\u001b[22m",
        "",
        "\u001b[1mText  Count\u001b[22m",
        "\u001b[2m────  ─────\u001b[22m",
        "a         0",
        "",
        "n",
        "",
      ].join("\n"),
    );
  });

  test("colour changes no other byte", () => {
    const look = { color: true, width: 60 };
    // eslint-disable-next-line no-control-regex -- the very bytes that colour adds
    const uncoloured = table.render(SMALL_REPORT, look).replace(/\u001b\[\d+m/g, "");
    expect(uncoloured).toBe(table.render(SMALL_REPORT, { ...look, color: false }));
  });
});

describe("the width", () => {
  test("is kept by every line, notes and titles too", () => {
    const words = fc.string({
      unit: fc.constantFrom("a", "b", " ", ".", "決", "🔥"),
      maxLength: 90,
    });
    fc.assert(
      fc.property(fc.array(words), fc.integer({ min: 20, max: 120 }), (texts, width) => {
        const { sections } = ofTexts(texts);
        const text = table.render(report({ sections, notes: texts }), { color: false, width });
        expect(widestLine(text)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 50 },
    );
  });

  test("none drops and wraps nothing", () => {
    const text = table.render(SMALL_REPORT, plain);
    expect(widestLine(text)).toBe(221);
    expect(text).not.toContain("Not shown");
  });

  test.each([60, 80, 140])("of %i shows every letter of the columns that it has", (width) => {
    const [first] = SMALL_REPORT.sections;
    const evidence = String(first?.rows[0]?.at(-1)).split(" ");
    const text = table.render(SMALL_REPORT, { color: false, width });
    expect(evidence.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).not.toContain("…");
  });
});
