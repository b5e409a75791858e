/** A text as a regular expression that matches just that text. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A pattern, in a group, for any of some patterns; for none where there are none. */
export function anyPattern(patterns: readonly string[]): string {
  return patterns.length === 0 ? "(?!)" : `(?:${patterns.join("|")})`;
}

/** A pattern, in a group, for any of some words; for none where there are none. */
export function anyWord(words: readonly string[]): string {
  return anyPattern(words.map(escapePattern));
}

/** The same, the longest first: one word may begin another, "thanks" and "thanks to". */
export function longestWord(words: readonly string[]): string {
  return anyWord(words.toSorted((a, b) => b.length - a.length));
}
