import type { Heading, Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** Deeper than any heading: a label ends where the next label or heading begins. */
const LABEL_LEVEL = 7;
/** A longer bold paragraph is a sentence that somebody stresses. */
const LONGEST_LABEL = 60;
/** A question asks what stands below it, however long it is. */
const LONGEST_QUESTION = 120;

/** A node that begins a section, and how deep that lies. */
export interface SectionStart {
  readonly node: Heading | Paragraph;
  readonly level: number;
}

/** Signs between facts that stand side by side, "Sev 3 · reports · 19 Aug 2026": they are no heading. */
const FACTS = /(?:\s[·•|]\s[^·•|]*){2}/;

/** Whether a paragraph is a bold label that stands for a heading: `**Timeline**`, `**Impact:**`. */
function isLabel({ children }: Paragraph): boolean {
  const [label, ...rest] = children;
  if (label?.type !== "strong") return false;
  const text = textOf(label).trim();
  const after = rest.map((node) => textOf(node)).join("");
  const longest = text.endsWith("?") ? LONGEST_QUESTION : LONGEST_LABEL;
  const mayHead = text.length <= longest && !/[.!]$/.test(text) && !FACTS.test(text);
  return mayHead && /^\s*:?\s*$/.test(after);
}

/** How a node of the body begins a section; null where it does not. */
export function sectionStart(node: RootContent): SectionStart | null {
  if (node.type === "heading") return { node, level: node.depth };
  return node.type === "paragraph" && isLabel(node) ? { node, level: LABEL_LEVEL } : null;
}
