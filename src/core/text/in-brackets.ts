/** What stands in the first brackets of a text, `(so)`; null where there are none. Takes linear time. */
export function inBracketsOf(text: string): string | null {
  const open = text.indexOf("(");
  const close = open === -1 ? -1 : text.indexOf(")", open);
  return close === -1 ? null : text.slice(open + 1, close);
}

/** A text without the brackets that end it, and without the space before them. Takes linear time. */
export function withoutLastBrackets(text: string): string {
  const end = text.trimEnd();
  if (!end.endsWith(")")) return text;
  // From the first bracket that no other closes before the last.
  const open = text.indexOf("(", end.lastIndexOf(")", end.length - 2) + 1);
  return open === -1 ? text : text.slice(0, open).trimEnd();
}
