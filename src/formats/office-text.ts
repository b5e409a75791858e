import { trimmed } from "./tables/cell-text.ts";

/** Code points that XML has no place for, beside those that are printed as escapes already. */
const NO_CHARACTER = /[\ufffe\uffff]/g;

/** A text on one line, safe to put into an office document. */
export function officeText(text: string): string {
  return trimmed(text).replace(NO_CHARACTER, "\ufffd");
}
