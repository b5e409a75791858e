import type { Range } from "../position.ts";

/** Puts another text in the place of a range; the range may be empty, to insert. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Edits that write what was probably meant, as problems and findings have them; nothing where none does. */
export function asUnsafeFix(edits: readonly (Edit | null)[]): {
  readonly unsafeFix?: readonly Edit[];
} {
  const unsafeFix = edits.filter((edit) => edit !== null);
  return unsafeFix.length === 0 ? {} : { unsafeFix };
}
