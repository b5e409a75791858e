import type { Root } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";

/**
 * What remark-gfm adds to a processor, in the same way, without links made of bare addresses: they
 * cost a third of the time, and nobody here needs them.
 */
function gfmWithoutAutolinks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    ...[gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...[gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
    ...[gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  ];
}

const markdown = unified().use(remarkParse).use(gfmWithoutAutolinks).freeze();

/** The tree of a markdown text as GitHub reads it (https://github.github.com/gfm/). */
export function parseMarkdown(text: string): Root {
  return markdown.parse(text);
}
