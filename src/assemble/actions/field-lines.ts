import { plainItem } from "../../parse/body/blocks.ts";
import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { lineLabel, namedColumn } from "./columns.ts";

/** What a line is among those of an action: what is to be done, a field of it, or a label that says nothing of it. */
function roleOf({ text }: Text, vocabulary: Vocabulary): "action" | "field" | "other" {
  const label = lineLabel(text);
  if (label === null || vocabulary.columns.action.includes(normalizeHeading(label)))
    return "action";
  return namedColumn(label, vocabulary) === null ? "other" : "field";
}

/**
 * A paragraph of actions, each with its fields in the lines below it, as a list: "Task: alert on the queue",
 * "Owner: core", "Due: 5 June". Null where some line has no fields.
 */
export function fieldLines(block: Block, vocabulary: Vocabulary): Block | null {
  if (block.type !== "paragraph" || block.lines.length < 2) return null;
  const items: ListItem[] = [];
  for (const line of block.lines) {
    const role = roleOf(line, vocabulary);
    const last = items.at(-1);
    if (role === "action") items.push(plainItem(line));
    else if (!last) return null;
    else if (role === "field") {
      items[items.length - 1] = { ...last, children: [...last.children, plainItem(line)] };
    }
  }
  const isEach = items.every(({ children }) => children.length > 0);
  return isEach ? { type: "list", items, range: block.range } : null;
}
