/** A text as a regular expression that matches just that text. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A pattern, in a group, for any of some words; for none where there are none. */
export function anyWord(words: readonly string[]): string {
  return words.length === 0 ? "(?!)" : `(?:${words.map(escapePattern).join("|")})`;
}
