/** The part before the @ has at most 64 characters (RFC 5321, 4.5.3.1.1), which bounds the search. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+/gu;
/** A handle stands at the start of a word, or behind another; `@scope/package` and `name@1.2` are none. */
const HANDLE =
  /(?<![\p{L}\p{N}_/.@])(?:@[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)+(?!-?[\p{L}\p{N}_/])/gu;

/** What stands in print where a document names a person. */
export const WITHHELD = "[person]";

/** Whether a name is a person's: an e-mail address or a handle. */
export function namesPerson(text: string): boolean {
  return redactPeople(text) !== text;
}

/** The text with every e-mail address and handle replaced. */
export function redactPeople(text: string): string {
  const eachHandle = (run: string) => WITHHELD.repeat(run.split("@").length - 1);
  return text.replace(EMAIL, WITHHELD).replace(HANDLE, eachHandle);
}

/** Offsets of the e-mail addresses and handles in a text, in the order of the text. */
export function findPeople(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const offsetsOf = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => {
      return { start: index, end: index + length };
    });
  const addresses = offsetsOf(EMAIL);
  const handles = offsetsOf(HANDLE).filter(
    (handle) => !addresses.some(({ start, end }) => handle.start >= start && handle.end <= end),
  );
  return [...addresses, ...handles].toSorted((a, b) => a.start - b.start);
}
