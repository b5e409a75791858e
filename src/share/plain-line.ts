import type { Nodes } from "mdast";

/** The words of a line of markdown, without its markup. */
export function plainLine(node: Nodes): string {
  if (node.type === "html") return "";
  if (node.type === "image") return node.alt ?? "";
  if ("children" in node) return node.children.map(plainLine).join("");
  return "value" in node ? node.value : "";
}
