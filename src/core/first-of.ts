/** How many names a sentence lists before it counts the rest. */
const MOST_NAMED = 8;

/** The first names, and how many more there are: `a, b and 3 more`. */
export function firstOf(names: readonly string[], most = MOST_NAMED): string {
  const named = names.slice(0, most).join(", ");
  const rest = names.length - most;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
