import type { Nodes, RootContent, TableCell } from "mdast";
import { foldBlanks, plainText } from "./node-text.ts";

/** A paragraph without what is struck through behind a label, where its new value follows: "Severity: ~~SEV3~~ SEV2". */
export function withoutReplaced(node: Nodes): Nodes {
  if (node.type !== "paragraph") return node;
  const children = node.children.filter((child, index) => {
    if (child.type !== "delete") return true;
    const before = node.children.slice(0, index).map((one) => plainText(one));
    const after = node.children[index + 1];
    const isValue = /[:：]\s*$/.test(before.join(""));
    return !isValue || after?.type !== "text" || !/^[^\n]*[\p{L}\d]/u.test(after.value);
  });
  return children.length === node.children.length ? node : { ...node, children };
}

/** Whether nothing of a text is left that is not struck through. */
export function isStruck(nodes: readonly Nodes[]): boolean {
  const inline = nodes.flatMap((node) => (node.type === "paragraph" ? node.children : [node]));
  const said = inline.filter((node) => node.type !== "text" || /[\p{L}\d]/u.test(node.value));
  return said.length > 0 && said.every(({ type }) => type === "delete");
}

/** What follows the struck beginning of an item; nothing where it does not begin so. */
export function behindStruck([paragraph]: readonly Nodes[]): string {
  const [first, ...rest] = paragraph?.type === "paragraph" ? paragraph.children : [];
  if (first?.type !== "delete") return "";
  return foldBlanks(rest.map((node) => plainText(node)).join("")).replace(/^[\s–—:,;-]+/, "");
}

/** A paragraph without what is struck through within it; what it begins with may be all of it. */
export function withoutStruckParts(node: RootContent): RootContent {
  if (node.type !== "paragraph") return node;
  const children = node.children.filter(({ type }, index) => type !== "delete" || index === 0);
  return children.length === node.children.length ? node : { ...node, children };
}

/** A cell without what is struck through, where something else stands beside it. */
export function withoutStruck(cell: TableCell): TableCell {
  const children = cell.children.filter(({ type }) => type !== "delete");
  const isSaid = children.some((node) => /[\p{L}\d]/u.test(plainText(node)));
  return isSaid && children.length < cell.children.length ? { ...cell, children } : cell;
}
