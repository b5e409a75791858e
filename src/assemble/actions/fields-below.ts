import { plainItem } from "../../parse/body/blocks.ts";
import type { Block, ListBlock, ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { labelOfField, namedField } from "./fields.ts";

/** What tells of an action where it stands beside another field: fewer fields may be actions that are called so. */
const LEAST_FIELDS = 2;
const TELLING: ReadonlySet<string> = new Set(["owner", "due", "status"]);

/** Whether texts are the fields of one action, each once; some may be labelled otherwise: "Coverage: lag". */
export function areFields(texts: readonly Text[], vocabulary: Vocabulary): boolean {
  const labels = texts.map(labelOfField);
  if (labels.includes(null)) return false;
  const names = labels.flatMap((label) => namedField(label ?? "", vocabulary)?.name ?? []);
  const isEachOnce = new Set(names).size === names.length;
  return isEachOnce && names.length >= LEAST_FIELDS && names.some((name) => TELLING.has(name));
}

/** Whether a list holds the fields of the action above it: "- Owner: core", "- Due date: 5 June". */
function isOfFields({ items }: ListBlock, vocabulary: Vocabulary): boolean {
  const [first] = items;
  const isFlat = items.every(({ children }) => children.length === 0);
  if (first === undefined || !isFlat) return false;
  const label = labelOfField(first);
  const beginsSo = label !== null && namedField(label, vocabulary) !== null;
  const areLabelled = items.every(({ text }) => /^[^:：]{2,30}[:：]/.test(text));
  return (beginsSo && areLabelled) || areFields(items, vocabulary);
}

/** A list in which the fields of an action stand beside it, not in it, with each as the action's own. */
function withFieldsBeside(list: ListBlock, vocabulary: Vocabulary): ListBlock {
  const runs: { item: ListItem; below: ListItem[] }[] = [];
  for (const item of list.items) {
    const last = runs.at(-1);
    const isLabelled = labelOfField(item) !== null && item.children.length === 0;
    const mayFollow = item.checked === null && last?.item.children.length === 0;
    if (last && isLabelled && mayFollow) last.below.push(item);
    else runs.push({ item, below: [] });
  }
  const items = runs.flatMap(({ item, below }) => {
    const isAction = labelOfField(item) === null && areFields(below, vocabulary);
    return isAction ? [{ ...item, children: below }] : [item, ...below];
  });
  return { ...list, items };
}

/** The bold line that is an action above the list of its fields, as an item: "**Add an alert**". */
function boldItem(block: Block | undefined): ListItem | null {
  if (block?.type !== "paragraph") return null;
  const [line, ...others] = block.lines;
  return line && others.length === 0 && line.bold === line.text ? plainItem(line) : null;
}

/** Blocks with the lists of fields that stand below an item, or beside it, not in it, as the item's own. */
export function withFieldsBelow(
  blocks: readonly Block[],
  { vocabulary }: AssembleContext,
): readonly Block[] {
  const joined: Block[] = [];
  for (const found of blocks) {
    const last = joined.at(-1);
    const block = found.type === "list" ? withFieldsBeside(found, vocabulary) : found;
    const above = last?.type === "list" ? last.items.at(-1) : boldItem(last);
    const isBelow =
      block.type === "list" && (last?.type === "list" ? isOfFields : isNestable)(block, vocabulary);
    if (last && above && isBelow) {
      const items = last.type === "list" ? last.items.slice(0, -1) : [];
      const item = { ...above, children: [...above.children, ...block.items] };
      joined[joined.length - 1] = { type: "list", range: last.range, items: [...items, item] };
    } else joined.push(block);
  }
  return joined;
}

/** Whether a list below a bold line holds the fields of what that asks for. */
function isNestable({ items }: ListBlock, vocabulary: Vocabulary): boolean {
  return items.every(({ children }) => children.length === 0) && areFields(items, vocabulary);
}
