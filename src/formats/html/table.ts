import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { RenderOptions } from "../../core/output/render-options.ts";
import { placeText } from "../../core/places/place-text.ts";
import type { Cell, Column, Place, Section } from "../../core/table.ts";
import { withoutCodeMarks } from "../../core/text/inline-code.ts";
import { isMinor } from "../tables/blocks.ts";
import { cellText, trimmed } from "../tables/cell-text.ts";
import { placeLink, textElement } from "./element.ts";

/** A longer list of places is behind a disclosure. */
const MOST_SHOWN = 1;

/** A longer word would widen its column for all rows. */
const LONGEST_WHOLE_WORD = 40;

/** A longer text is given the width that several short lines would take. */
const LONGEST_LINE = 24;

/** Several sentences are given twice that. */
const SEVERAL_LINES = 120;

/** A list with a longer text is one of sentences: each has a line of its own, as commas part nothing there. */
const LONGEST_NAME = 60;

const KINDS = {
  ...{ text: "t", list: "", date: "d", instant: "d", series: "" },
  ...{ count: "n", number: "n", minutes: "n", share: "n", ratio: "n" },
};

function classesOf(column: Column, text = ""): string[] {
  const isLong = text.split(" ").some((word) => word.length > LONGEST_WHOLE_WORD);
  const isWrapped = !isLong && text.length > LONGEST_LINE;
  return [
    KINDS[column.type],
    ...(isMinor(column) ? ["minor"] : []),
    ...(isLong ? ["long"] : []),
    ...(isWrapped ? [text.length > SEVERAL_LINES ? "full" : "wrap"] : []),
  ].filter((name) => name !== "");
}

function linkedPaths(
  paths: readonly string[],
  folder: string,
  options: RenderOptions,
): readonly ElementContent[] {
  return paths.flatMap((path, at): readonly ElementContent[] => [
    ...(at > 0 ? [{ type: "text" as const, value: ", " }] : []),
    placeLink({ path, line: null }, options, folder),
  ]);
}

function pathsIn(cell: Cell): readonly string[] {
  return typeof cell === "string" ? [cell] : typeof cell === "object" && cell !== null ? cell : [];
}

/** @param folder the beginning of all paths of the column that goes without saying */
function bodyCell(cell: Cell, column: Column, folder: string, options: RenderOptions): Element {
  const shown = cellText(cell, column.type);
  const classes = classesOf(column, shown);
  const className = classes.length > 0 ? { className: classes } : {};
  const paths = column.isPath ? pathsIn(cell) : [];
  if (paths.length > 0) return h("td", className, [...linkedPaths(paths, folder, options)]);
  if (cell === null) return h("td", { ...className, dataNone: "" }, shown);
  if (column.isAddress && typeof cell === "string" && /^https?:\/\//u.test(cell)) {
    return h("td", className, [h("a", { href: cell, rel: "noreferrer" }, shown)]);
  }
  if (
    typeof cell === "object" &&
    cell.length > 1 &&
    cell.some((text) => text.length > LONGEST_NAME)
  ) {
    const items = cell.map((text) => textElement("li", text));
    return h("td", className, [h("ul", { className: "sentences" }, items)]);
  }
  const isCoded = column.type === "minutes" || column.type === "share";
  const text = textElement("td", shown);
  return h(
    "td",
    { ...text.properties, ...className, ...(isCoded ? { dataV: String(cell) } : {}) },
    text.children,
  );
}

/** A cell with the id of what it names below the name, where the next column holds it. */
function withId(cell: Element, id: Cell): Element {
  if (typeof id !== "string") return cell;
  const parts = trimmed(id).split(/(?<=[./_])/u);
  const broken = parts.flatMap((part, at) => (at === 0 ? [part] : [h("wbr"), part]));
  const small = h("span", { className: "id" }, broken);
  return { ...cell, children: [...cell.children, { type: "text", value: " " }, small] };
}

/** The folder that all paths lie in, with its slash; nothing where they share none. */
function sharedFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf("/") + 1));
  return folders.reduce((shared, folder) => {
    let common = shared;
    while (!folder.startsWith(common))
      common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
    return common;
  }, folders[0] ?? "");
}

/** The places of a row: one as a link, several as a list behind their number. */
function placesCell(places: readonly Place[], folder: string, options: RenderOptions): Element {
  const links = places.map((place) => placeLink(place, options, folder));
  if (links.length <= MOST_SHOWN) return h("td", { className: "where" }, links);
  const list = h(
    "ul",
    links.map((link) => h("li", [link])),
  );
  const summary = h("summary", `${links.length} places`);
  return h("td", { className: "where", dataV: String(links.length) }, [
    h("details", [summary, list]),
  ]);
}

/** Whether a column says of each row where it is written, which the links to its place say too. */
function repeatsPlaces({ rows, places = [] }: Section, at: number): boolean {
  return (
    places.length > 0 &&
    rows.every((row, line) => {
      const [only, ...others] = places[line] ?? [];
      if (only === undefined || others.length > 0) return false;
      return row[at] === only.path || row[at] === placeText(only);
    })
  );
}

/** How many columns stand before the places: up to the first in words, which names the row. */
function columnsBeforePlaces(columns: readonly Column[]): number {
  return Math.max(columns.findIndex(({ type }) => type === "text") + 1, 1);
}

/** Cells with the places, where there are some, behind so many of them. */
function withPlaces(
  cells: readonly Element[],
  places: Element | null,
  before: number,
): readonly Element[] {
  return places === null ? cells : [...cells.slice(0, before), places, ...cells.slice(before)];
}

/** A section's rows as a table that scrolls by itself where it is wider than the page. */
export function tableElement(section: Section, options: RenderOptions): Element {
  const { title, columns, rows, places } = section;
  const isShown = columns.map(({ isId }, at) => !isId && !repeatsPlaces(section, at));
  const shown = columns.filter((_, at) => isShown[at]);
  const heads = shown.map((column) =>
    h(
      "th",
      { scope: "col", className: classesOf(column) },
      textElement("span", column.label).children,
    ),
  );
  const where = places ? h("th", { scope: "col", className: "where" }, "Written in") : null;
  const before = columnsBeforePlaces(shown);
  const folder = sharedFolder((places ?? []).flat().map(({ path }) => path));
  const folders = columns.map(({ isPath }, at) =>
    isPath ? sharedFolder(rows.flatMap((row) => pathsIn(row[at] ?? null))) : "",
  );
  const body = rows.map((row, at) => {
    const cells = columns.flatMap((column, index) => {
      if (!isShown[index]) return [];
      const cell = bodyCell(row[index] ?? null, column, folders[index] ?? "", options);
      return columns[index + 1]?.isId ? [withId(cell, row[index + 1] ?? null)] : [cell];
    });
    const where = places ? placesCell(places[at] ?? [], folder, options) : null;
    return h("tr", [...withPlaces(cells, where, before)]);
  });
  const label = textElement("caption", title);
  const name = withoutCodeMarks(trimmed(title));
  return h(
    "div",
    { className: "scroll", role: "region", tabIndex: 0, ariaLabel: `Table: ${name}` },
    [
      h("table", [
        label,
        h("thead", [h("tr", [...withPlaces(heads, where, before)])]),
        h("tbody", body),
      ]),
    ],
  );
}

/** On paper there is place for what a report cannot do without: which columns only the screen shows. */
export function printedNote({ columns }: Section): readonly Element[] {
  const minor = columns.filter(isMinor);
  if (minor.length === 0) return [];
  const labels = minor.map(({ label }) => label).join(", ");
  return [textElement("p", `Not printed: ${labels}; see the file on a screen.`, "printed")];
}
