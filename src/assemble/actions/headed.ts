import { plainItem } from "../../parse/body/blocks.ts";
import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { kindOfSection, type KnownSection } from "../sections/sections.ts";
import { lineLabel, namedColumn } from "./columns.ts";
import { areFields } from "./fields-below.ts";
import { isKeyworded, leadingMark } from "./status.ts";

/** A number before a heading: "1. Alert on the queue", "Action 2: …". */
const NUMBERED = /^(?:\p{L}+ )?\d{1,2}[.):]\s+/u;

function fieldOf(text: string, vocabulary: Vocabulary): string | null {
  const label = lineLabel(text);
  return label === null ? null : namedColumn(label, vocabulary);
}

function isField(text: string, vocabulary: Vocabulary): boolean {
  return fieldOf(text, vocabulary) !== null;
}

/** The lines of a block, where it may hold the fields of an action. */
function linesOf(block: Block): readonly Text[] | null {
  switch (block.type) {
    case "paragraph":
      return block.lines;
    case "list":
      return block.items.some(({ checked, children }) => checked !== null || children.length > 0)
        ? null
        : block.items;
    case "table":
      return block.head.length === 2
        ? [block.head, ...block.rows].map(([label, value]) => {
            const range = value?.range ?? block.range;
            return { text: `${label?.text ?? ""}: ${value?.text ?? ""}`, range };
          })
        : null;
    case "quote":
    case "code":
    case "comment":
      return [];
  }
}

/**
 * The action that a heading among the actions is, or one with the mark of a task, "TODO …", with its fields in lines below: "### Alert on the queue",
 * "Owner: core". Null where the heading names a group or a part of the document.
 */
export function headedAction(
  { kind, heading, level, blocks }: KnownSection,
  context: AssembleContext,
): ListItem | null {
  const { vocabulary } = context;
  const isAmongActions = kind === "actions" || isKeyworded(heading.text);
  if (!isAmongActions || level === 0 || heading.text === "") return null;
  const text = heading.text.replace(NUMBERED, "");
  const marked = leadingMark(text, context);
  // "TODO Timeline" is a part that is still to be written.
  if (kindOfSection(marked.title, vocabulary) !== null) return null;
  const lines = blocks.map(linesOf);
  if (lines.includes(null)) return null;
  const below = lines.flatMap((one) => one ?? []);
  const fields = below.filter((line) => isField(line.text, vocabulary));
  const isListOfOthers = blocks.some(
    (block) =>
      block.type === "list" &&
      !block.items.every((item) => isField(item.text, vocabulary)) &&
      !areFields(block.items, vocabulary),
  );
  const isPlanned = fields.some(({ text: field }) => {
    const name = fieldOf(field, vocabulary);
    return name === "owner" || name === "due";
  });
  // "## TODO before publishing" with sentences below it asks for more of the document.
  const isOwn = level > 2 || below.length === fields.length;
  const isMarked = kind === "actions" && marked.status !== null && isOwn;
  if (isListOfOthers || !(isPlanned || isMarked)) return null;
  return { ...plainItem({ text, range: heading.range }), children: fields.map(plainItem) };
}
