import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { isTimed } from "./timed-rows.ts";
import { CLOCK } from "./timeline-tables.ts";

/** Shorter lines without a full stop may be names. */
const LEAST_WORDS = 5;

type Paragraph = Extract<Block, { readonly type: "paragraph" }>;

/** Whether a line is a time of day and nothing else, as a status page has above each of its posts. */
function isTimeAlone({ text }: Text, vocabulary: Vocabulary): boolean {
  const start = splitTimeHead(text, vocabulary);
  return start?.rest === "" && CLOCK.test(start.head);
}

function paragraphOf(lines: readonly Text[], head: Text): Paragraph {
  const range = { start: head.range.start, end: lines.at(-1)?.range.end ?? head.range.end };
  return { type: "paragraph", lines, text: lines.map(({ text }) => text).join(" "), range };
}

/** Whether a post says something below its time: what stands below a value of a form is the name of the next. */
function tells({ lines }: Paragraph): boolean {
  const said = lines.slice(1).map(({ text }) => text);
  return said.some((text) => /[.!?]$/.test(text) || text.split(/\s+/).length >= LEAST_WORDS);
}

/** The lines of some paragraphs from the first that is a time alone, each such line with those below it as a paragraph. */
function belowTheirTimes(
  paragraphs: readonly Paragraph[],
  vocabulary: Vocabulary,
): readonly Paragraph[] {
  const groups: { readonly head: Text; readonly lines: Text[] }[] = [];
  for (const line of paragraphs.flatMap(({ lines }) => lines)) {
    if (isTimeAlone(line, vocabulary)) groups.push({ head: line, lines: [line] });
    else groups.at(-1)?.lines.push(line);
  }
  return groups.map(({ head, lines }) => paragraphOf(lines, head));
}

/**
 * The paragraphs of a section of which nearly each begins with a time: a story with its times as leads, or the posts of
 * a status page, each below its time; none where they are no such story.
 */
export function storyByTimes(
  blocks: readonly Block[],
  vocabulary: Vocabulary,
): readonly Paragraph[] {
  const paragraphs = blocks.filter((block) => block.type === "paragraph");
  const isStory = (story: readonly Paragraph[]) =>
    isTimed(
      story.map(({ text }) => text),
      vocabulary,
    );
  if (isStory(paragraphs)) return paragraphs;
  const posts = belowTheirTimes(paragraphs, vocabulary);
  return posts.every(tells) && isStory(posts) ? posts : [];
}
