import type { Root } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Construct } from "micromark-util-types";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { once } from "../../core/memo.ts";
import { type Definitions, noDefinitions, parseParts } from "./markdown-parts.ts";

/** For fewer characters, a part costs more than it saves. */
const LEAST_PART = 2_000;
/** What may begin a footnote, as micromark writes it. */
const OPENING_BRACKET = 91;

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

/** Lets the parser add what it finds to some definitions, and resolve links by them. */
function withDefinitions(this: Processor, { links, footnotes }: Definitions): void {
  const data = this.data();
  const share: Construct = {
    tokenize(_effects, _ok, nok) {
      this.parser.defined = links;
      this.parser.gfmFootnotes = footnotes;
      return nok;
    },
  };
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    // Asked before all others, footnotes among them, whatever a line begins with.
    { document: { [OPENING_BRACKET]: share, null: share } },
  ];
}

/**
 * The tree of a markdown text as GitHub reads it (https://github.github.com/gfm/).
 * @param text with lines that end in `\n`.
 * @param least characters from which a part of it is parsed by itself, infinite for one parse of the
 *   whole; the tree is the same for any.
 */
export function parseMarkdown(text: string, least = LEAST_PART): Root {
  const isPlain = !text.startsWith("\ufeff") && !text.includes("\r");
  if (least === Infinity || !isPlain) return markdown.parse(text);
  const definitions = noDefinitions();
  // Many a text is plain throughout, and needs none.
  const processor = once(() => markdown().use(withDefinitions, definitions).freeze());
  return parseParts(text, { parse: (part) => processor().parse(part), definitions, least });
}
