import { group } from "d3-array";
import type { Range } from "../../core/position.ts";
import { findTerm, type Term } from "../../core/taxonomy.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { AssembleContext } from "../context.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** Those whom a document lists as taking part, for as long as it is being read. */
export interface ListedPeople {
  /** Full names by their first words; each word by word, the longest first. */
  readonly full: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** First names that only one of them has, and that mean nothing else. */
  readonly first: ReadonlySet<string>;
  /** Where the lists stand. */
  readonly ranges: readonly Range[];
}

const FULL_NAME = /^\p{Lu}[\p{L}'’.-]+(?: \p{Ll}{2,3}){0,2}(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** What stands between names, and between a name and what is said of the person. */
const SEPARATOR = /[,;:/&|()[\]\n]|\s[-–—]\s|\s+and\s+/u;
const LABEL = /^([^:]{2,40}):\s*(.*)$/su;

/** Whether a text is a label above a list, or has one before its own list. */
function labelOf(text: string, isLabel: (text: string) => boolean): "alone" | "before" | null {
  const [, label, rest = ""] = LABEL.exec(text) ?? [];
  if (label !== undefined && isLabel(label)) return rest === "" ? "alone" : "before";
  return isLabel(text) ? "alone" : null;
}

function listedInTable(
  block: Block & { type: "table" },
  isLabel: (text: string) => boolean,
): readonly Text[] {
  const columns = block.head.map(({ text }) => isLabel(text));
  return block.rows.flatMap((row) => row.filter((_, index) => columns[index] === true));
}

/** The texts that list people: whole sections, columns of tables, and what follows a label. */
function listTexts(
  sections: readonly KnownSection[],
  isLabel: (text: string) => boolean,
): readonly Text[] {
  return sections.flatMap(({ heading, blocks }) => {
    if (isLabel(heading.text)) return blocks.flatMap(blockTexts);
    return blocks.flatMap((block, index) => {
      if (block.type === "table") return listedInTable(block, isLabel);
      const before = blocks[index - 1];
      const [label] = before?.type === "paragraph" ? [before.text] : [];
      const isBelow = label !== undefined && labelOf(label, isLabel) === "alone";
      if (block.type === "list" && isBelow) return blockTexts(block);
      return blockTexts(block).filter(({ text }) => labelOf(text, isLabel) === "before");
    });
  });
}

function fullNames(texts: readonly Text[], notNames: ReadonlySet<string>): readonly string[] {
  const parts = texts.flatMap(({ text }) => text.split(SEPARATOR).map((part) => part.trim()));
  const names = parts.filter(
    (part) =>
      FULL_NAME.test(part) && !part.split(" ").some((word) => notNames.has(word.toLowerCase())),
  );
  return [...new Set(names)];
}

/** The people whom a document lists by name. */
export function listedPeople(
  sections: readonly KnownSection[],
  { taxonomy, vocabulary }: AssembleContext,
): ListedPeople {
  const { listed_as, not_names, ordinary } = vocabulary.people;
  const isLabel = (text: string) => listed_as.includes(normalizeHeading(text));
  const texts = listTexts(sections, isLabel);
  const known: readonly Term[] = [...taxonomy.teams, ...taxonomy.services];
  const names = fullNames(texts, new Set(not_names)).filter((name) => !findTerm(known, name));
  const firstNames = names.map((name) => name.split(" ")[0] ?? "");
  const byFirst = group(
    names.map((name) => name.split(" ")).toSorted((a, b) => b.length - a.length),
    ([first = ""]) => first,
  );
  const alone = firstNames.filter((name) => {
    const isUnique = byFirst.get(name)?.length === 1;
    const isOrdinary = ordinary.includes(name.toLowerCase()) || findTerm(known, name) !== null;
    return isUnique && !isOrdinary && name.length > 2 && !name.endsWith(".");
  });
  return {
    full: byFirst,
    first: new Set(alone),
    ranges: texts.map(({ range }) => range),
  };
}
