const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** A handle stands at the start of a word; `@scope/package` and `name@1.2` are none. */
const HANDLE = /(?<![\w/.@])@[A-Za-z0-9](?:[\w-]*[\w])?(?![\w/])/g;

/** What stands in print where a document names a person. */
const WITHHELD = "[person]";

/** Whether a name is a person's: an e-mail address or a handle. */
export function namesPerson(text: string): boolean {
  return redactPeople(text) !== text;
}

/** The text with every e-mail address and handle replaced. */
export function redactPeople(text: string): string {
  return text.replace(EMAIL, WITHHELD).replace(HANDLE, WITHHELD);
}
