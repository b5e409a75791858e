import { recogniser, WITHHELD } from "./recogniser.ts";

export { WITHHELD };

/** Without the words of a team, every handle and address may be a person's, and `~name` an amount. */
const { redact, names } = recogniser({
  notNames: [],
  annotations: [],
  amounts: null,
  groups: new Set(),
});

/** Whether a text names a person by an address or a handle. */
export function namesPerson(text: string): boolean {
  return names(text);
}

/** The text with {@link WITHHELD} in place of every address and handle. */
export function redactPeople(text: string): string {
  return redact(text);
}
