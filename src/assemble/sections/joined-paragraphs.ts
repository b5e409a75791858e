import { paragraphOf } from "../../parse/body/blocks.ts";
import type { Block, BodySection, ParagraphBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { isLabel, LONGEST_LABEL } from "../labels/line-labels.ts";
import { CLOCK } from "../timeline/timeline-tables.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** One label and its value may be a heading and its text. */
const LEAST_LABELS = 2;
/** Fewer times above what happened are no timeline. */
const LEAST_TIMES = 3;

/** The one line of a paragraph; undefined for any other block. */
function onlyLine(block: Block | undefined): Text | undefined {
  return block?.type === "paragraph" && block.lines.length === 1 ? block.lines[0] : undefined;
}

function isLabelLine(line: Text | undefined, vocabulary: Vocabulary): boolean {
  const name = line?.text.replace(/\s?[:：]$/, "") ?? "";
  return name !== "" && name.length <= LONGEST_LABEL && isLabel(name, vocabulary);
}

/** Whether a line is a time of day, with its day or without, and nothing else. */
function isTimeLine(line: Text | undefined, vocabulary: Vocabulary): boolean {
  if (line === undefined || !CLOCK.test(line.text)) return false;
  return splitTimeHead(line.text, vocabulary)?.rest === "";
}

type IsHead = (line: Text | undefined, vocabulary: Vocabulary) => boolean;

/** How many pairs of paragraphs begin at a place, each a line of some kind above one that is none. */
function pairsAt(
  blocks: readonly Block[],
  start: number,
  isHead: IsHead,
  vocabulary: Vocabulary,
): number {
  let at = start;
  while (isHead(onlyLine(blocks[at]), vocabulary)) {
    const below = blocks[at + 1];
    const isOther = below?.type === "paragraph" && !isHead(onlyLine(below), vocabulary);
    if (!isOther || (isHead === isLabelLine && below.lines.length > 1)) break;
    at += 2;
  }
  return (at - start) / 2;
}

function joined(blocks: readonly Block[]): ParagraphBlock | null {
  return paragraphOf(blocks.flatMap((block) => (block.type === "paragraph" ? block.lines : [])));
}

/** Blocks with the paragraphs joined that alternate so. */
function joinedBlocks(blocks: readonly Block[], vocabulary: Vocabulary): readonly Block[] {
  const out: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    const labels = pairsAt(blocks, at, isLabelLine, vocabulary);
    const times = labels < LEAST_LABELS ? pairsAt(blocks, at, isTimeLine, vocabulary) : 0;
    const pairs = labels >= LEAST_LABELS ? labels : times >= LEAST_TIMES ? times : 0;
    const taken = blocks.slice(at, at + Math.max(2 * pairs, 1));
    out.push(...(pairs > 0 ? [joined(taken) ?? []].flat() : taken));
    at += taken.length;
  }
  return out;
}

/**
 * Sections with labels and their values, or times and what happened then, in one paragraph where each stands in
 * a paragraph of its own, as what is copied from a page.
 */
export function joinParagraphs(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  return sections.map((section) => ({
    ...section,
    blocks: joinedBlocks(section.blocks, vocabulary),
  }));
}
