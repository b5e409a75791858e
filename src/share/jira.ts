import type { Nodes, Parent, Root, Table } from "mdast";

/** What the wiki markup of Jira would take for markup. */
const MARKUP = /[{}[\]|*_^~!\\]|(?<=^|\s)[-+](?=\S)/gu;

function escaped(text: string): string {
  return text.replace(MARKUP, "\\$&");
}

function inner(node: Parent): string {
  return node.children.map(inline).join("");
}

/** A part of a line. What Jira has no markup for keeps its words. */
function inline(node: Nodes): string {
  switch (node.type) {
    case "text":
      return escaped(node.value.replaceAll("\n", " "));
    case "inlineCode":
      return `{{${escaped(node.value)}}}`;
    case "strong":
      return `*${inner(node)}*`;
    case "emphasis":
      return `_${inner(node)}_`;
    case "delete":
      return `-${inner(node)}-`;
    case "link":
      return `[${inner(node)}|${node.url}]`;
    case "image":
      return node.alt ? escaped(node.alt) : "";
    case "break":
      return "\n";
    case "html":
      return "";
    default:
      return "children" in node ? inner(node) : "value" in node ? escaped(node.value) : "";
  }
}

function tableText({ children: [head, ...rows] }: Table): string {
  const line = (bar: string, cells: readonly Parent[]) =>
    `${bar}${cells.map((cell) => ` ${inner(cell)} `).join(bar)}${bar}`;
  return [
    ...(head ? [line("||", head.children)] : []),
    ...rows.map(({ children }) => line("|", children)),
  ].join("\n");
}

/** A list with its nested ones: Jira repeats the mark for each level. A task shows whether it is done. */
function listText(node: Extract<Nodes, { type: "list" }>, marks: string): string {
  const mark = `${marks}${node.ordered === true ? "#" : "*"}`;
  return node.children
    .flatMap(({ children, checked }) => {
      const task = checked === true ? "☑ " : checked === false ? "☐ " : "";
      const own = children.filter(({ type }) => type !== "list").map(block);
      const lists = children.flatMap((one) => (one.type === "list" ? [listText(one, mark)] : []));
      return [`${mark} ${task}${own.join(" ").replaceAll("\n", " ")}`, ...lists];
    })
    .join("\n");
}

function block(node: Nodes): string {
  switch (node.type) {
    case "heading":
      return `h${node.depth}. ${inner(node)}`;
    case "list":
      return listText(node, "");
    case "table":
      return tableText(node);
    case "code":
      return `{code}\n${node.value}\n{code}`;
    case "blockquote":
      return `{quote}\n${blocks(node)}\n{quote}`;
    case "thematicBreak":
      return "----";
    default:
      return inline(node);
  }
}

function blocks(node: Parent): string {
  return node.children
    .map(block)
    .filter((text) => text !== "")
    .join("\n\n");
}

/**
 * A document in the wiki markup of Jira
 * (https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all), with a line end behind it.
 * Jira has no lists of tasks: a box stands before each.
 */
export function jiraText(root: Root): string {
  return `${blocks(root)}\n`;
}
