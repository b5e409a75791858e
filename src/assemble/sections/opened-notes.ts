import type { SectionKind } from "../../core/document/body-parts.ts";
import { paragraphOf } from "../../parse/body/blocks.ts";
import type { Block, BodySection, CodeBlock, QuoteBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { isLabel } from "../labels/line-labels.ts";
import { isProgramLog } from "../timeline/program-lines.ts";
import { CLOCK } from "../timeline/timeline-tables.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { kindOfSection, lineTexts, namesOfParts } from "./sections.ts";

/** Where what is fenced is what machines said, or lists what is to do. */
const ELSEWHERE: ReadonlySet<SectionKind | null> = new Set([
  "detection",
  "cause",
  "impact",
  "actions",
]);

/** More lines are a log. */
const MOST_LINES = 200;
const LEAST_LABELS = 2;
const LEAST_ROWS = 3;
/** Of the lines so many have to be facts, rows or names of parts. */
const LEAST_SHARE = 0.7;

const LABELLED = /^(\p{L}[^:：]{1,39}?)\s*[:：]\s+\S/u;
const BULLET = /^[-*•]\s+(?=\S)/;

type LineKind = "label" | "other-label" | "row" | "part" | "text";

function kindOfLine(text: string, vocabulary: Vocabulary): LineKind {
  const time = splitTimeHead(text, vocabulary);
  if (time !== null && CLOCK.test(time.head)) return "row";
  const [, label] = LABELLED.exec(text) ?? [];
  if (label !== undefined) return isLabel(label, vocabulary) ? "label" : "other-label";
  return namesOfParts(vocabulary).has(normalizeHeading(text)) ? "part" : "text";
}

/** The lines of a fenced block without their blanks and bullets; none of what only blanks set in. */
function linesOf({ lines = [] }: CodeBlock): readonly Text[] {
  return lines.map((line) => ({ ...line, text: line.text.trim().replace(BULLET, "") }));
}

/** Whether lines are the notes of a person: facts under labels that are known, and what happened when. */
function areNotes(lines: readonly Text[], vocabulary: Vocabulary): boolean {
  const texts = lines.flatMap(({ text }) => (text === "" ? [] : [text]));
  if (texts.length > MOST_LINES) return false;
  const kinds = texts.map((text) => kindOfLine(text, vocabulary));
  if (isProgramLog(texts.filter((_, index) => kinds[index] === "row"))) return false;
  const count = (...of: readonly LineKind[]) => kinds.filter((kind) => of.includes(kind)).length;
  const facts = count("label", "other-label", "row", "part");
  return (
    count("label") >= LEAST_LABELS &&
    count("row") >= LEAST_ROWS &&
    facts >= texts.length * LEAST_SHARE
  );
}

/** Lines as paragraphs, of which blank lines set each apart. */
function paragraphsOf(lines: readonly Text[]): readonly Block[] {
  const groups: Text[][] = [[]];
  for (const line of lines) {
    if (line.text === "") groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((own) => paragraphOf(own) ?? []);
}

/** Whether a quote holds facts of the document under labels, and nothing that somebody else wrote. */
function areFacts({ lines, blocks = [] }: QuoteBlock, vocabulary: Vocabulary): boolean {
  const texts = lines.length > 0 ? lines : blocks.flatMap(lineTexts);
  const { mail_heads: heads } = vocabulary.label_words;
  const labels = texts.flatMap(({ text }) => LABELLED.exec(text)?.[1] ?? []);
  if (labels.some((label) => heads.includes(normalizeHeading(label)))) return false;
  const known = labels.filter((label) => isLabel(label, vocabulary));
  return known.length >= LEAST_LABELS && labels.length >= texts.length * LEAST_SHARE;
}

function opened(block: Block, vocabulary: Vocabulary): readonly Block[] {
  if (block.type === "quote" && block.blocks !== undefined) {
    return areFacts(block, vocabulary) ? block.blocks : [block];
  }
  const lines = block.type === "code" ? linesOf(block) : [];
  return areNotes(lines, vocabulary) ? paragraphsOf(lines) : [block];
}

/** Sections with the notes of a person that stand between fences, and the facts that stand in a quote. */
export function openNotes(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  return sections.map((section) => {
    if (!section.blocks.some(({ type }) => type === "code" || type === "quote")) return section;
    if (ELSEWHERE.has(kindOfSection(section.heading.text, vocabulary))) return section;
    return { ...section, blocks: section.blocks.flatMap((block) => opened(block, vocabulary)) };
  });
}
