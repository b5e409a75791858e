import type { Place } from "../table.ts";

/** A place as people read it and editors open it: `path:line`, or the path alone for a whole file. */
export function placeText({ path, line }: Place): string {
  return line === null ? path : `${path}:${line}`;
}
