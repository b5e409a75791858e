import type { Entry } from "../define.ts";

/** How many lists and objects may stand around an entry: pages of pages, answers with a body, or of GraphQL. */
const MOST_AROUND = 6;

/**
 * The entries in what a file tells of, whatever they are wrapped in: pages (`[[…], […]]`), a list under any
 * key, an answer with a body. Null where nothing in it is recognised; beside entries of a list that are,
 * those that are not stay.
 */
export function unwrapped(
  entry: Entry,
  recognises: (entry: Entry) => boolean,
  around = MOST_AROUND,
): readonly Entry[] | null {
  if (recognises(entry)) return [entry];
  const { value, list } = entry;
  if (around === 0 || typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    const inner = value.map((one: unknown): Entry => ({ list, value: one }));
    const found = inner.map((one) => unwrapped(one, recognises, around - 1));
    if (found.every((one) => one === null)) return null;
    return inner.flatMap((one, at) => found[at] ?? [one]);
  }
  const found = Object.entries(value).flatMap(([key, held]: [string, unknown]) => {
    return (
      unwrapped({ list: Array.isArray(held) ? key : null, value: held }, recognises, around - 1) ??
      []
    );
  });
  return found.length > 0 ? found : null;
}
