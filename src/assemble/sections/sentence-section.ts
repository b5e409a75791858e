import { SECTION_KINDS, type SectionKind } from "../../core/document/body-parts.ts";
import type { Token } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { ITEM_LEVEL } from "./parts.ts";
import { flattenItems, type KnownSection } from "./sections.ts";

/** Longer than any label: what stands before this colon is a sentence's own. */
const LONGEST_LABEL = 8;

/** What is said in items below a label, as in sections of their own: by the line of each item. */
function kindsByLine(sections: readonly KnownSection[]): ReadonlyMap<number, SectionKind> {
  const below = sections.filter(({ level }) => level === ITEM_LEVEL);
  const placed = below.flatMap(({ kind, blocks }) => {
    if (kind === null) return [];
    const items = blocks.flatMap((block) => (block.type === "list" ? block.items : []));
    return flattenItems(items).map(({ range }) => [range.start.line, kind] as const);
  });
  return new Map(placed);
}

/** The kind of section that a sentence's own label names: "**Action items**: write a runbook". */
function kindOfLabel(tokens: readonly Token[], { headings }: Vocabulary): SectionKind | null {
  const end = tokens.slice(0, LONGEST_LABEL).findIndex(({ text }) => text === ":");
  if (end < 1 || end === tokens.length - 1) return null;
  const label = normalizeHeading(
    tokens
      .slice(0, end)
      .map(({ text }) => text)
      .join(" "),
  );
  const isNamed = (names: readonly string[]) =>
    names.includes(label) || names.includes(`=${label}`);
  return SECTION_KINDS.find((kind) => isNamed(headings[kind])) ?? null;
}

/**
 * The kind of section that a sentence stands in: that of its own label, of the labelled item that it
 * is below, or of the heading above.
 */
export function sentenceSections(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): (tokens: readonly Token[], section: number) => SectionKind | null {
  const kinds = sections.flatMap(({ level, kind }) => (level === ITEM_LEVEL ? [] : [kind]));
  const byLine = kindsByLine(sections);
  return (tokens, section) =>
    byLine.get(tokens[0]?.line ?? 0) ?? kindOfLabel(tokens, vocabulary) ?? kinds[section] ?? null;
}
