/** A stretch of a text: words, or code that stands between backticks in it. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

const CODE = /`([^`]+)`/u;

/** The stretches of a text, for what can show code as code; a backtick without another stays. */
export function stretchesOf(text: string): readonly Stretch[] {
  return text
    .split(CODE)
    .map((part, at) => ({ text: part, isCode: at % 2 === 1 }))
    .filter((part) => part.text !== "");
}

/** The text for what cannot: code without its backticks. */
export function withoutCodeMarks(text: string): string {
  return stretchesOf(text)
    .map((part) => part.text)
    .join("");
}
