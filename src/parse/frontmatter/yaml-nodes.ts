import { isMap, isPair, isScalar, isSeq, type Node } from "yaml";
import type { DataPath } from "./located-data.ts";

/** Start and end offset of a node; null where it stands nowhere. */
export function nodeBounds(node: unknown): readonly [number, number] | null {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : null;
}

/** The child under one step of a path: the key (for a map) and value nodes. */
export function stepInto(
  node: unknown,
  step: string | number,
): { key: unknown; value: unknown } | null {
  if (isSeq(node) && typeof step === "number") {
    const value: unknown = node.items[step];
    return value === undefined ? null : { key: value, value };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (item) => isScalar(item.key) && String(item.key.value) === String(step),
  );
  return isPair(pair) ? { key: pair.key, value: pair.value } : null;
}

/** Start and end of the key or the value at a path, or of the nearest that exists around it. */
export function boundsAt(root: unknown, path: DataPath, what: "key" | "value") {
  let node = root;
  let bounds: readonly [number, number] | null = null;
  for (const step of path) {
    const child = stepInto(node, step);
    if (!child) break;
    const own = nodeBounds(what === "key" ? child.key : child.value);
    bounds = own ?? nodeBounds(child.key) ?? bounds;
    node = child.value;
  }
  return bounds;
}

/** The node at a path. */
export function nodeAt(root: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((node, step) => stepInto(node, step)?.value, root);
}
