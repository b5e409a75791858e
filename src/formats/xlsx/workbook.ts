import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import writeExcelFile, { type Feature, type Sheet, type SheetData } from "write-excel-file/node";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import { placeText } from "../../core/places/place-text.ts";
import type { Column, ColumnType, Report, Section } from "../../core/table.ts";
import { textWidth } from "../tables/text-width.ts";
import { wrapWords } from "../tables/wrap.ts";
import { stableZip } from "../zip.ts";
import { cellLines, headCell, textCell, valueCell } from "./cells.ts";
import { sheetNames } from "./sheet-names.ts";

/** What an image may be made of, as the library has it; there are none here. */
type Content = Stream | Buffer | Blob;

const ABOUT = "About";
const ABOUT_WIDTHS = [32, 80, 28, 32];
/** The height of a line and of the tallest row, in points. */
const LINE = 15;
const TALLEST = 405;
const NARROWEST = 8;
const WIDEST = 60;
const SHEET = "xl/worksheets/sheet{id}.xml";

/** What a cell of a column is measured in, for the sheet that explains all others. */
const MEASURES: Readonly<Record<ColumnType, string>> = {
  text: "text",
  list: "texts, one a line",
  count: "number",
  number: "number",
  minutes: "minutes",
  ratio: "ratio of two figures",
  series: "counts, separated by commas",
  share: "share of 1",
  date: "date",
  instant: "date and time, UTC",
};

const PLACES: Column = { key: "places", label: "Written in", type: "list", priority: 3 };

/** A section with the places of its rows as a last column. */
function withPlaces(section: Section): Section {
  const { columns, rows, places } = section;
  if (!places) return section;
  const written = rows.map((row, at) => {
    return [...row, (places[at] ?? []).map(placeText)];
  });
  return { ...section, columns: [...columns, PLACES], rows: written };
}

function widthOf({ rows }: Section, column: Column, at: number): number {
  const cells = rows.map((row) => {
    const lines = cellLines(row[at] ?? null, column.type);
    return Math.max(...lines.map(textWidth)) + 2;
  });
  // The arrow of a filter takes the place of three characters.
  const words = column.label.split(" ").map((word) => textWidth(word) + 4);
  return [...words, ...cells].reduce(
    (most, width) => Math.min(Math.max(most, width), WIDEST),
    NARROWEST,
  );
}

/** Rows with the height of what wraps in them, which not every program works out by itself. */
function withHeights(rows: SheetData, widths: readonly number[]): SheetData {
  return rows.map((row) => {
    const lines = row.map((cell, at) => {
      const value =
        typeof cell === "object" && cell !== null && "value" in cell ? cell.value : null;
      const width = (widths[at] ?? NARROWEST) - 1;
      if (typeof value !== "string") return 1;
      return value.split("\n").flatMap((text) => wrapWords(text, width)).length;
    });
    const height = Math.min(Math.max(1, ...lines) * LINE, TALLEST);
    const [first, ...others] = row;
    const isObject = typeof first === "object" && first !== null && "value" in first;
    return isObject && height > LINE ? [{ ...first, height }, ...others] : row;
  });
}

function sectionSheet(section: Section, sheet: string): Sheet<Content> {
  const { columns, rows } = section;
  const head = columns.map(headCell);
  const body = rows.map((row) => columns.map((column, at) => valueCell(row[at] ?? null, column)));
  const widths = columns.map((column, at) => widthOf(section, column, at));
  return {
    sheet,
    data: withHeights([head, ...body], widths),
    columns: widths.map((width) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: 1,
  };
}

/** Window, sheets, notes, and what each column holds: what a reader of bare cells has to know. */
function aboutSheet(
  report: Report,
  sections: readonly Section[],
  names: readonly string[],
): Sheet<Content> {
  const bold = (text: string) => textCell(text, { fontWeight: "bold" });
  const line = (...texts: readonly string[]) => texts.map((text) => textCell(text, { wrap: true }));
  const notes = sections.flatMap((section, at) =>
    [...(section.rows.length === 0 ? [section.whenEmpty] : []), ...section.notes].map((note) =>
      line(names[at] ?? "", note),
    ),
  );
  const data = [
    [textCell(report.title, { fontWeight: "bold", fontSize: 14, columnSpan: 3, height: 24 })],
    [textCell(report.subtitle, { columnSpan: 3 })],
    [],
    [bold("Sheet"), bold("Holds"), bold("Rows")],
    ...sections.map(({ title, finding, rows }, at) =>
      line(
        names[at] ?? "",
        finding === undefined ? title : `${title}. ${finding}`,
        String(rows.length),
      ),
    ),
    [],
    [bold("Notes")],
    ...report.notes.map((note) => line("", note)),
    ...notes,
    [],
    [bold("Column"), bold("How it is computed"), bold("Measured in"), bold("Sheet")],
    ...sections.flatMap(({ columns }, at) =>
      columns.map(({ label, type, meaning = "" }) =>
        line(label, meaning, MEASURES[type], names[at] ?? ""),
      ),
    ),
  ];
  return {
    sheet: ABOUT,
    data: withHeights(data, ABOUT_WIDTHS),
    columns: ABOUT_WIDTHS.map((width) => ({ width })),
    orientation: "landscape",
  };
}

/** Puts a filter on the head of each sheet that has one. */
function filters(ranges: readonly (string | null)[]): Feature<Content> {
  const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
            const range = ranges[sheetIndex] ?? null;
            if (range === null) return xml;
            const filter = `<autoFilter ref="${range}"/>`;
            return insertElementMarkupAccordingToOrderOfSiblings(xml, filter, order, "worksheet");
          },
        },
      },
    },
  };
}

function filterRange({ columns, rows }: Section): string | null {
  if (columns.length === 0 || rows.length === 0) return null;
  return `A1:${getCellAddress(rows.length, columns.length - 1)}`;
}

/** A report as a workbook of values alone: a sheet that explains, then one for each section. */
export async function workbook(report: Report): Promise<Uint8Array> {
  const sections = report.sections.map(withPlaces);
  const [, ...names] = sheetNames([ABOUT, ...sections.map(({ title }) => title)]);
  const sheets = sections.map((section, at) => sectionSheet(section, names[at] ?? ""));
  const features = [filters([null, ...sections.map(filterRange)])];
  const file = writeExcelFile([aboutSheet(report, sections, names), ...sheets], {
    features,
    fontFamily: "Calibri",
    fontSize: 11,
  });
  return stableZip(await file.toBuffer(), () => (text) => text);
}
