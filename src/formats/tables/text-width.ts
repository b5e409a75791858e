import stringWidth from "string-width";

/** How many terminal columns a text takes. Most texts are plain, which is told much faster. */
export function textWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
