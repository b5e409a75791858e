import { firstOf } from "../core/first-of.ts";

/** So many names of columns or keys are shown, and so much of each. */
const MOST_NAMES = 12;
const LONGEST_NAME = 40;

/** Names of columns or keys, as a message shows them. */
export function shownNames(names: readonly string[]): string {
  return firstOf(
    names.map((name) => `\`${name.slice(0, LONGEST_NAME)}\``),
    MOST_NAMES,
  );
}
