/**
 * A way to write a date or a time. Who reads it and who recognises it at the head of a row take the
 * same pattern, so that nothing is read that no row begins with.
 */
export interface Form {
  /** The whole of it, with a named group for each part; without case, with `u`. */
  readonly pattern: string;
  /** What must not stand before and after it where it is looked for within a text. */
  readonly before?: string;
  readonly after?: string;
}

/** Finds a form anywhere in a text. */
export function inText({ pattern, before = "", after = "" }: Form): RegExp {
  return new RegExp(`${before}${pattern}${after}`, "iu");
}

/** The pattern of any one of some forms, for a larger pattern: a name may stand in one only once. */
export function anyOf(forms: readonly Pick<Form, "pattern">[]): string {
  const unnamed = forms.map(({ pattern }) => pattern.replace(/\(\?<[a-z]+>/g, "(?:"));
  return `(?:${unnamed.join("|")})`;
}
