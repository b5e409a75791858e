import type { TermPlace } from "../../core/document/term-place.ts";
import type { LineIndex } from "../../core/places/line-index.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { TermList } from "../../core/taxonomy.ts";
import { TAG } from "../../core/text/gap-tag.ts";
import { type ListItem, parseBody, type Text } from "../../parse/body/body.ts";
import { nestedFields, ownFields, TRAILING_FIELDS } from "../actions/fields.ts";
import { tableOfActions } from "../actions/tables.ts";
import { withTasks } from "../actions/tasks.ts";
import { locator } from "../body/facts.ts";
import { tabledGapRows } from "../body/gap-tables.ts";
import { readParts, TAG_START, type TagPart } from "../body/gap-tags.ts";
import type { AssembleContext } from "../context.ts";
import { type Cells, namedRows } from "../sections/cells.ts";
import { blockTexts, flattenItems, type KnownSection, nameSections } from "../sections/sections.ts";

type Parts = ReadonlyMap<string, TagPart>;
type Lists = Readonly<Record<string, TermList>>;

const TAG_LISTS: Lists = { competency: "competencies", kind: "kinds", team: "teams" };
const GAP_LISTS: Lists = { competency: "competencies", kind: "kinds", owner: "teams" };
const ACTION_LISTS: Lists = { owner: "teams", competency: "competencies" };
const ESCALATION_LISTS: Lists = { from: "teams", to: "teams", competency: "competencies" };

interface Reading {
  readonly file: SourceFile;
  readonly lines: LineIndex;
  readonly context: AssembleContext;
}

/** Parts of a text as a reader sees it, and the same as they stand in the file, where they do. */
interface FoundParts {
  readonly parts: Parts;
  readonly lists: Lists;
  /** Offset in the file of the text that `raw` was read from. */
  readonly at: number;
  readonly raw: Parts | null;
  readonly text: Text;
}

/** A place of the file; one whose name is broken up by markup or a line end can only be named. */
function placesOf(found: FoundParts, { lines }: Reading): readonly TermPlace[] {
  return Object.entries(found.lists).flatMap(([name, list]): TermPlace[] => {
    const part = found.parts.get(name);
    if (part === undefined) return [];
    const raw = found.raw?.get(name);
    const written = part.value;
    if (raw?.value !== written) {
      return [{ list, written, range: found.text.range, replace: () => null }];
    }
    const start = found.at + raw.at;
    const range = lines.rangeAt(start, start + written.length);
    return [{ list, written, range, replace: (text) => ({ range, text }) }];
  });
}

function rawText({ range }: Text, { file }: Reading): string {
  return file.text.slice(range.start.offset, range.end.offset);
}

function folded(text: string): string {
  return text.replace(/[\s*_`\\~]+/g, "");
}

/** The tags of a text, each with the one in the file that reads the same. */
function tagsOf(text: Text, reading: Reading): readonly TermPlace[] {
  const inFile = [...rawText(text, reading).matchAll(TAG)];
  return [...text.text.matchAll(TAG)].flatMap(([match]): readonly TermPlace[] => {
    const tag = match.trim();
    const parts = readParts(tag);
    if (parts === null) return [];
    const index = inFile.findIndex(([raw]) => folded(raw) === folded(tag));
    const [raw] = index === -1 ? [] : inFile.splice(index, 1);
    const written = raw?.[0].trimStart() ?? "";
    const at = text.range.start.offset + (raw ? raw.index + raw[0].length - written.length : 0);
    const inRaw = raw ? readParts(written) : null;
    return placesOf({ parts, lists: TAG_LISTS, at, raw: inRaw, text }, reading);
  });
}

/** The fields of `(owner: platform, due: 2026-04-15)`, with their offsets in the text. */
function trailingParts(text: string): Parts {
  const parts = new Map<string, TagPart>();
  const found = TRAILING_FIELDS.exec(text);
  let at = found ? text.indexOf(found[1] ?? "", found.index) : 0;
  for (const part of found?.[1]?.split(",") ?? []) {
    const [, name = "", value = ""] = /^([^:]*):\s*(.*?)\s*$/s.exec(part) ?? [];
    if (value !== "") {
      parts.set(name.trim().toLowerCase(), { value, at: at + part.lastIndexOf(value) });
    }
    at += part.length + 1;
  }
  return parts;
}

/** The fields of an action that stand behind its title without brackets, or in a list below it. */
function fieldPlaces(item: ListItem, reading: Reading): readonly TermPlace[] {
  const { file, lines, context } = reading;
  const own = ownFields(item, context, locator(file, lines)).cells;
  const cells = new Map([...nestedFields(item, context), ...own]);
  return Object.entries(ACTION_LISTS).flatMap(([name, list]) => {
    const cell = cells.get(name);
    return cell && cell.text !== "" ? [cellPlace(cell, list, reading)] : [];
  });
}

function itemPlaces(item: ListItem, reading: Reading): readonly TermPlace[] {
  const at = item.range.start.offset;
  const raw = trailingParts(rawText(item, reading));
  const parts = trailingParts(item.text);
  if (parts.size === 0) return fieldPlaces(item, reading);
  return placesOf({ parts, lists: ACTION_LISTS, at, raw, text: item }, reading);
}

/** The cell itself, or the name within its markup. */
function cellPlace(cell: Text, list: TermList, reading: Reading): TermPlace {
  const written = cell.text;
  const at = rawText(cell, reading).lastIndexOf(written);
  const parts = new Map([["name", { value: written, at }]]);
  const raw = at === -1 || written === "" ? null : parts;
  const found = { parts, lists: { name: list }, at: cell.range.start.offset, raw, text: cell };
  const [place] = placesOf(found, reading);
  return place ?? { list, written, range: cell.range, replace: () => null };
}

function rowPlaces(rows: readonly Cells[], lists: Lists, reading: Reading): readonly TermPlace[] {
  return rows.flatMap((cells) =>
    Object.entries(lists).flatMap(([name, list]) => {
      const cell = cells.get(name);
      return cell && cell.text !== "" ? [cellPlace(cell, list, reading)] : [];
    }),
  );
}

function listPlaces(section: KnownSection, reading: Reading): readonly TermPlace[] {
  const isActions = section.kind === "actions";
  const isHandOver = section.kind === "escalations";
  const lists = isHandOver ? ESCALATION_LISTS : ACTION_LISTS;
  return section.blocks.flatMap((block) => {
    if (block.type === "list" && isActions) {
      return flattenItems(block.items).flatMap((item) => itemPlaces(item, reading));
    }
    const gaps = tabledGapRows(block, section.kind, reading.context);
    if (gaps.length > 0) return rowPlaces(gaps, GAP_LISTS, reading);
    const rows = isHandOver
      ? namedRows(block, "to", reading.context)
      : tableOfActions(block, section.kind, reading.context);
    return rowPlaces(rows, lists, reading);
  });
}

/** The places of a body, which starts at `offset`, that name something of the taxonomy. */
export function bodyTermPlaces(
  file: SourceFile,
  offset: number,
  lines: LineIndex,
  context: AssembleContext,
): readonly TermPlace[] {
  const reading = { file, lines, context };
  const { sections } = parseBody(file, offset, lines);
  const locate = locator(file, lines);
  const named = withTasks(nameSections(sections, context.vocabulary), context, locate);
  return named.flatMap((section) => [
    ...section.blocks
      .flatMap(blockTexts)
      .filter(({ text }) => TAG_START.test(text))
      .flatMap((text) => tagsOf(text, reading)),
    ...listPlaces(section, reading),
  ]);
}
