import type { Edit } from "../places/edit.ts";
import type { Range } from "../position.ts";
import type { TermList } from "../taxonomy.ts";

/** An entry as the team's own taxonomy file writes it. */
export interface WrittenEntry {
  readonly list: TermList;
  readonly id: string;
  /** Where a key's value stands, or one item of it; the entry itself where it has no such key. */
  readonly placeOf: (key: string, item?: number) => Range;
  /** A key's value as text; null where the entry does not write it. */
  readonly textOf: (key: string) => string | null;
  readonly aliases: readonly string[];
  /** The edit that puts a text in a value's place; null where it stands on several lines. */
  readonly replace: (key: string, text: string, item?: number) => Edit | null;
  /** The edit that adds an alias; null where the form of the file does not let it in. */
  readonly addAlias: (alias: string) => Edit | null;
}

/** The team's own taxonomy file, entry by entry. */
export interface TaxonomySource {
  /** As shown. */
  readonly path: string;
  /** Whether it adds to the taxonomy that ships with `pm`. */
  readonly extendsShipped: boolean;
  readonly entries: readonly WrittenEntry[];
}
