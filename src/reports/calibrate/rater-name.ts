const LETTERS = 26;

/** Raters by letters: who they are is nobody's business. */
export function raterName(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? letter : `${letter}${Math.floor(index / LETTERS)}`;
}
