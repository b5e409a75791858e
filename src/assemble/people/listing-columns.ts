import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { type Listing, listingOf } from "./listing-labels.ts";

/** A text that lists people, or owners. */
export interface Found {
  readonly listing: Listing;
  readonly text: Text;
}

/** Whether a table has a column of roles that people have: "Name | Role" above "Jane | Scribe"; hosts have roles, too. */
function givesRoles(
  { head, rows }: Block & { type: "table" },
  { role_columns: columns, roles, role_nouns: nouns }: Vocabulary["people"],
): boolean {
  const at = head.findIndex(({ text }) => columns.includes(normalizeHeading(text)));
  const known = new Set([...roles, ...nouns]);
  return at !== -1 && rows.some((row) => known.has(normalizeHeading(row[at]?.text ?? "")));
}

/** The cells of a table below a head that tells of people. */
export function inColumns(
  block: Block & { type: "table" },
  { people, columns }: Vocabulary,
): Found[] {
  const hasRoles = givesRoles(block, people);
  const listings = block.head.map(({ text }) => {
    const name = normalizeHeading(text);
    if (hasRoles && people.described_by.includes(name)) return "people";
    const listing = listingOf(text, people);
    return (
      listing ?? ([...columns.owner, ...people.acting_columns].includes(name) ? "owners" : null)
    );
  });
  return block.rows.flatMap((row) =>
    row.flatMap((text, index): Found[] => {
      const listing = listings[index] ?? null;
      return listing === null ? [] : [{ listing, text }];
    }),
  );
}
