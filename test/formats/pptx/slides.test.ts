import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { slides } from "../../../src/formats/pptx/slides.ts";
import { column, report, section } from "../tables/sample-reports.ts";

/** The texts of the second slide, which is the one of the section. */
async function textsOf(cell: string, isTableFirst?: true): Promise<readonly string[]> {
  const wide = section({
    columns: [
      column({ key: "name", label: "Name" }),
      column({ key: "count", label: "Incidents", type: "count" }),
      ...["a", "b", "c"].map((key) => column({ key })),
    ],
    rows: Array.from({ length: 9 }, (_, at) => [`row ${at}`, at, cell, cell, cell]),
    chart: { kind: "ranking", label: "name", value: "count" },
    ...(isTableFirst ? { isTableFirst } : {}),
  });
  const look = { color: false, width: null };
  const files = unzipSync(await slides(report({ sections: [wide] }), look));
  const xml = strFromU8(files["ppt/slides/slide2.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text = ""]) => text);
}

test("a table stands instead of a chart where its rows are what is read", async () => {
  expect(await textsOf("x")).not.toContain("row 0");
  expect(await textsOf("x", true)).toContain("row 0");
});

test("at most seven rows, and no more than have room, with how many there are", async () => {
  const short = await textsOf("x", true);
  expect(short.filter((text) => text.startsWith("row "))).toHaveLength(7);
  expect(short.at(-1)).toBe("7 of 9 rows");
  const long = await textsOf("several words that need some lines in each of these cells", true);
  const shown = long.filter((text) => text.startsWith("row ")).length;
  expect(shown).toBeLessThan(7);
  expect(long.at(-1)).toBe(`${shown} of 9 rows`);
});
