import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/core/table.ts";
import { trimmed } from "../../../src/formats/tables/cell-text.ts";
import type { Format } from "../../../src/formats/tables/define.ts";
import { FORMATS } from "../../../src/formats/tables/index.ts";
import { CHARTS, HOSTILE, HOSTILE_REPORT } from "./hostile-report.ts";
import { column, report, section, SMALL_REPORT } from "./sample-reports.ts";

const look = { color: false, width: null };
const ALL: readonly Format[] = FORMATS;
const BYTES_FORMATS = ALL.filter((format) => format.gives === "bytes");

const HOSTILE_REPORTS = CHARTS.map((chart): Report => {
  const sections = HOSTILE_REPORT.sections.map((one) => ({ ...one, chart }));
  return { ...HOSTILE_REPORT, sections };
});

/** Every file of an archive and of the archives in it, by path. */
function filesOf(bytes: Uint8Array, above = ""): readonly (readonly [string, Uint8Array])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    const path = above + name;
    return path.endsWith(".xlsx") ? filesOf(content, `${path}/`) : [[path, content] as const];
  });
}

function xmlOf(bytes: Uint8Array): readonly (readonly [string, string])[] {
  return filesOf(bytes).flatMap(([path, content]) =>
    /\.(xml|rels)$/.test(path) ? [[path, strFromU8(content)] as const] : [],
  );
}

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });

/** All texts of a file of XML, joined. */
function textsOf(xml: string): string {
  const walk = (node: unknown): string =>
    typeof node === "object" && node !== null
      ? Object.entries(node)
          .map(([key, value]) => (key.startsWith("@_") ? "" : walk(value)))
          .join(" ")
      : String(node);
  return walk(parser.parse(xml));
}

describe.each(BYTES_FORMATS)("format $name", (format) => {
  test("is an archive of sound XML, whatever texts stand in it", async () => {
    for (const one of [...HOSTILE_REPORTS, SMALL_REPORT, report({})]) {
      for (const [path, xml] of xmlOf(await format.render(one, look))) {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package more
        expect([path, XMLValidator.validate(xml)]).toEqual([path, true]);
      }
    }
  });

  test.each(Object.entries(HOSTILE))("says %s in a cell, a heading and a note", async (_, text) => {
    const one = section({
      title: `Title ${text}`,
      columns: [column({ key: "a", label: `Label ${text}` })],
      rows: [[`Cell ${text}`]],
      notes: [`Note ${text}`],
    });
    const files = xmlOf(await format.render(report({ sections: [one] }), look));
    const texts = files.map(([, xml]) => textsOf(xml)).join("\n");
    for (const part of ["Title", "Label", "Cell", "Note"]) {
      expect(texts).toContain(trimmed(`${part} ${text}`));
    }
  });

  test("holds nothing unseen, and nothing that is run or fetched", async () => {
    const files = xmlOf(await format.render(HOSTILE_REPORT, look));
    expect(files.map(([, xml]) => xml).join("\n")).not.toMatch(
      /[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u,
    );
    for (const [path, xml] of files) {
      expect(path).not.toMatch(/vba|macro|externalLink|activeX|oleObject/i);
      if (path.includes("worksheets/")) expect(xml).not.toMatch(/<f[ >]/);
      expect(xml).not.toContain('TargetMode="External"');
    }
  });

  test("is the same on every run, at any time and in any zone", async () => {
    const zone = process.env["TZ"];
    const first = await format.render(HOSTILE_REPORT, look);
    process.env["TZ"] = "Pacific/Auckland";
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = await format.render(structuredClone(HOSTILE_REPORT), look);
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test("leaves its input as it was", async () => {
    const before = structuredClone(HOSTILE_REPORT);
    await format.render(HOSTILE_REPORT, look);
    expect(HOSTILE_REPORT).toEqual(before);
  });
});
