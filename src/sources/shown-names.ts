/** So many names of columns or keys are shown, and so much of each. */
const MOST_NAMES = 12;
const LONGEST_NAME = 40;

/** Names of columns or keys, as a message shows them. */
export function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name.slice(0, LONGEST_NAME)}\``);
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `${shown.join(", ")}${more}`;
}
