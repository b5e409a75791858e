import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import { lineEnd } from "../../core/places/line-end.ts";
import type { DataPath } from "./located-data.ts";
import { nodeAt, nodeBounds, stepInto } from "./yaml-nodes.ts";
import { formatYaml } from "./yaml-text.ts";

/** A text as YAML in the same quotes as a scalar; null where that is written over several lines. */
export function likeScalar(node: unknown, text: string): string | null {
  if (!isScalar(node)) return null;
  switch (node.type) {
    case "PLAIN":
      return formatYaml([text]).slice(1, -1);
    case "QUOTE_DOUBLE":
      return JSON.stringify(text);
    case "QUOTE_SINGLE":
      return `'${text.replaceAll("'", "''")}'`;
    default:
      return null;
  }
}

/** A text that is to be put in at an offset. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A line below the one of `end`, indented as what stands at `aligned`. */
function lineBelow(text: string, end: number, aligned: number, line: string): Insertion {
  const column = aligned - (text.lastIndexOf("\n", aligned - 1) + 1);
  return { at: lineEnd(text, end), text: `\n${" ".repeat(column)}${line}` };
}

function addToList(text: string, list: YAMLSeq, item: string): Insertion | null {
  const last = list.items.at(-1);
  const [start, end] = nodeBounds(last) ?? [];
  if (start === undefined || end === undefined) {
    const close = (nodeBounds(list)?.[1] ?? 0) - 1;
    return list.flow ? { at: close, text: item } : null;
  }
  if (list.flow) return { at: end, text: `, ${item}` };
  if (likeScalar(last, "") === null) return null;
  return lineBelow(text, end, text.lastIndexOf("-", start - 1), `- ${item}`);
}

function addKey(text: string, map: YAMLMap, key: string, item: string): Insertion | null {
  const entry = `${key}: [${item}]`;
  if (map.flow) {
    const last = map.items.at(-1);
    const bounds = nodeBounds(last?.value) ?? nodeBounds(last?.key);
    return bounds && { at: bounds[1], text: `, ${entry}` };
  }
  const above = map.items.find(({ value }) => likeScalar(value, "") !== null);
  const [start, end] = [nodeBounds(above?.key)?.[0], nodeBounds(above?.value)?.[1]];
  if (start === undefined || end === undefined) return null;
  return lineBelow(text, end, start, entry);
}

/** What adds an item to the list at a path, or a mapping that key; null where neither is there. */
export function insertionAt(
  text: string,
  root: unknown,
  path: DataPath,
  item: string,
): Insertion | null {
  const [key, map] = [path.at(-1), nodeAt(root, path.slice(0, -1))];
  if (!isMap(map) || typeof key !== "string") return null;
  const child = stepInto(map, key);
  if (child === null) return addKey(text, map, key, item);
  return isSeq(child.value) ? addToList(text, child.value, item) : null;
}
