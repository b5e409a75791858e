import type { ColumnKind } from "../../core/document/body-parts.ts";
import { memo } from "../../core/memo.ts";
import { asUnsafeFix } from "../../core/places/edit.ts";
import type { Range } from "../../core/position.ts";
import type { Problem } from "../../core/problem.ts";
import { renaming, replacing } from "../../core/text/replacing.ts";
import { typingErrors } from "../../core/text/typing-errors.ts";
import type { Block } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { kindOfHeading, normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { type KnownSection, namesOfParts, titleOf } from "./sections.ts";

/** Shorter words have too many neighbours: "cause" and "pause". */
const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 8;

type Phrases = Readonly<Record<string, readonly string[]>>;

/** How many letters of a text of that length may be wrong. */
function mostErrors(length: number): number {
  return length < LONG ? 1 : 2;
}

/** The phrases that a text of some length can misspell: as many letters as one has more, as many edits it takes. */
const phrasesNear = memo((byKind: Phrases) => {
  const all = Object.values(byKind)
    .flat()
    .map((phrase) => phrase.replace(/^=/, ""))
    .filter((phrase) => phrase.length >= SHORTEST)
    .map((phrase) => ({ phrase, letters: lettersOf(phrase) }));
  const near = new Map<number, typeof all>();
  return (length: number): typeof all => {
    const isNear = (phrase: string) => Math.abs(phrase.length - length) <= mostErrors(length);
    const own = near.get(length) ?? all.filter(({ phrase }) => isNear(phrase));
    near.set(length, own);
    return own;
  };
});

/** Which letters a text has, as bits; some letters share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** Whether so many edits cannot make one of two texts the other: each brings and takes one letter at most. */
function areApart(one: number, other: number, edits: number): boolean {
  let different = one ^ other;
  for (let left = 2 * edits; different !== 0; left -= 1) {
    if (left === 0) return true;
    different &= different - 1;
  }
  return false;
}

/** The phrase that a heading misspells; null where none is near. */
function misspelt(written: string, byKind: Phrases): string | null {
  const name = normalizeHeading(written);
  if (name.length < SHORTEST) return null;
  const most = mostErrors(name.length);
  const own = lettersOf(name);
  let best: { readonly phrase: string; readonly edits: number } | null = null;
  for (const { phrase, letters } of phrasesNear(byKind)(name.length)) {
    if (areApart(own, letters, most)) continue;
    const edits = typingErrors(name, phrase);
    if (edits < (best?.edits ?? most + 1)) best = { phrase, edits };
  }
  // The first letter is seldom wrong, and another one makes another word: "action", "faction".
  return best !== null && best.phrase[0] === name[0] ? best.phrase : null;
}

/** The range of a heading without the signs and the blank before its text. */
function withoutSigns({ start, end }: Range, level: number): Range {
  const signs = level + 1;
  const { line, column, offset } = start;
  return { start: { line, column: column + signs, offset: offset + signs }, end };
}

const columnNames = memo(
  ({ columns }: Vocabulary): ReadonlySet<string> => new Set(Object.values(columns).flat()),
);

function headingSlips(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly Problem[] {
  const title = titleOf(sections, vocabulary);
  return sections.flatMap((section): readonly Problem[] => {
    const { text, range } = section.heading;
    const name = normalizeHeading(text);
    // A part of a longer heading makes no column of it: "Action itmes".
    const isColumn = columnNames(vocabulary).has(name);
    const isKnown = isColumn || kindOfHeading(text, vocabulary.headings) !== null;
    if (section === title || text === "" || isKnown) return [];
    if (splitTimeHead(text, vocabulary) !== null) return [];
    const expected = misspelt(text, vocabulary.headings);
    if (expected === null) return [];
    const probable = asUnsafeFix([renaming(withoutSigns(range, section.level), text, expected)]);
    return [{ kind: "heading-slip", written: text, expected, range, ...probable }];
  });
}

/** The columns of a table of actions without which a rule misses something of each row. */
const OF_ACTIONS = ["owner", "due", "status"] as const;
/** What a column beside them may be for. */
const BESIDE: ReadonlySet<ColumnKind | null> = new Set<ColumnKind>([
  "action",
  "event",
  "ticket",
  "priority",
  "type",
  "done",
  "competency",
]);

/** The missing column whose short name a head has with one letter wrong: `Ownr`. */
function shortSlip(text: string, missing: readonly (typeof OF_ACTIONS)[number][]): string | null {
  const name = normalizeHeading(text);
  const isNear = (kind: string) => name[0] === kind[0] && typingErrors(name, kind) === 1;
  return name.length > 2 ? (missing.find(isNear) ?? null) : null;
}

function tableSlips(
  block: Block,
  isOfActions: boolean,
  { columns }: Vocabulary,
): readonly Problem[] {
  if (block.type !== "table") return [];
  const named = block.head.filter(({ text }) => text !== "");
  const kinds = named.map(({ text }) => kindOfHeading(text, columns));
  if (kinds.every((kind) => kind === null) || isWithoutHead(block)) return [];
  const missing = isOfActions ? OF_ACTIONS.filter((kind) => !kinds.includes(kind)) : [];
  const slips = named.flatMap(({ text, range }, index) => {
    const kind = kinds[index] ?? null;
    const expected = kind === null ? (misspelt(text, columns) ?? shortSlip(text, missing)) : null;
    const column = { written: text, expected };
    if (expected !== null) return [{ column, edit: renaming(range, text, expected) }];
    const isSpare = kind !== null && (BESIDE.has(kind) || OF_ACTIONS.some((own) => own === kind));
    return missing.length === 0 || isSpare ? [] : [{ column, edit: null }];
  });
  const [first, last] = [block.head[0], block.head.at(-1)];
  if (slips.length === 0 || !first || !last) return [];
  const range = { start: first.range.start, end: last.range.end };
  const unread = slips.map(({ column }) => column);
  const probable = asUnsafeFix(slips.map(({ edit }) => edit));
  return [{ kind: "column-slip", unread, missing, covers: block.range, range, ...probable }];
}

/** A cell that is a date and nothing else. */
const DAY_ALONE = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

/** Rows that a blank line parts from the head of their table: a day stands where a name would. */
function isWithoutHead(block: Block): boolean {
  if (block.type !== "table" || block.isUndelimited !== true) return false;
  return block.head.some(({ text }) => DAY_ALONE.test(text));
}

/** Rows of actions with more cells than the head, or with so few that a date stands in another column. */
function shiftedRows(block: Block, { columns }: Vocabulary): readonly Problem[] {
  if (block.type !== "table" || block.isUndelimited === true) return [];
  const dated = new Set(
    block.head.flatMap(({ text }, index) => {
      const kind = kindOfHeading(text, columns);
      return kind === "due" || kind === "done" || kind === "date" || kind === "time" ? [index] : [];
    }),
  );
  if (dated.size === 0) return [];
  return block.rows.flatMap((row): readonly Problem[] => {
    const [first, last] = [row[0], row.at(-1)];
    const isShort =
      row.length < block.head.length &&
      row.some(({ text }, index) => !dated.has(index) && DAY_ALONE.test(text));
    if (!first || !last || (row.length <= block.head.length && !isShort)) return [];
    const range = { start: first.range.start, end: last.range.end };
    return [{ kind: "row-shifted", cells: row.length, columns: block.head.length, range }];
  });
}

/** Headings without the blank behind their hashes, which markdown reads as text. */
function unspacedHeadings({ blocks }: KnownSection, vocabulary: Vocabulary): readonly Problem[] {
  const lines = blocks.flatMap((block) => (block.type === "paragraph" ? block.lines : []));
  const names = namesOfParts(vocabulary);
  return lines.flatMap(({ text, range }): readonly Problem[] => {
    const [, hashes = "", name = ""] = /^(#{1,6})([^\s#].{0,80})$/.exec(text) ?? [];
    if (name === "" || !names.has(normalizeHeading(name))) return [];
    const expected = `${hashes} ${name}`;
    const probable = asUnsafeFix([replacing(range, text, expected)]);
    return [{ kind: "heading-slip", written: text, expected, range, ...probable }];
  });
}

function delimiterSlips(
  block: Block,
  lineEnd: string,
  { columns }: Vocabulary,
): readonly Problem[] {
  if (block.type !== "table" || block.isUndelimited !== true || block.rows.length === 0) return [];
  if (isWithoutHead(block)) {
    const [first] = block.head;
    return first
      ? [{ kind: "table-undelimited", isSplit: true, covers: block.range, range: first.range }]
      : [];
  }
  // Without a head that names columns it is a list of facts.
  const isNamed = block.head.some(({ text }) => kindOfHeading(text, columns) !== null);
  const head = isNamed ? block.head[0] : undefined;
  if (!head) return [];
  // Each cell of such a table has the range of its whole line.
  const { range } = head;
  const text = `${lineEnd}|${"---|".repeat(block.head.length)}`;
  const at: Range = { start: range.end, end: range.end };
  const fix = block.isMisruled === true ? {} : { fix: [{ range: at, text }] };
  return [{ kind: "table-undelimited", range, ...fix }];
}

/**
 * Headings and columns that misspell one that pm reads, columns of a table of actions that it does
 * not read while others are missing, and tables that lack the line below their head.
 */
export function sectionSlips(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
  lineEnd: "\n" | "\r\n",
): readonly Problem[] {
  const ofBlocks = sections.flatMap(({ kind, blocks }) =>
    blocks.flatMap((block) => [
      ...tableSlips(block, kind === "actions", vocabulary),
      ...delimiterSlips(block, lineEnd, vocabulary),
      ...(kind === "actions" ? shiftedRows(block, vocabulary) : []),
    ]),
  );
  const unspaced = sections.flatMap((section) => unspacedHeadings(section, vocabulary));
  return [...headingSlips(sections, vocabulary), ...unspaced, ...ofBlocks];
}
