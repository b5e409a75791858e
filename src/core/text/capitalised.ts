/** A text with a capital where it begins. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Words as they stand within a sentence, and as they begin one. */
export function inBothCases(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => [word, capitalised(word)]);
}
