import { memo, memoTextOf } from "../../core/memo.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { foldKey } from "../frontmatter/other-tools-meaning.ts";
import { namesOfLabel } from "../labels/meaning.ts";

type PeopleWords = Vocabulary["people"];

/** Labels of lists of people, and of owners, in any language. */
export const listedAs = memo((people: PeopleWords): readonly string[] => [
  ...people.listed_as,
  ...people.listed_as_elsewhere,
]);
export const ownedAs = memo((people: PeopleWords): readonly string[] => [
  ...people.owned_as,
  ...people.owned_as_elsewhere,
]);

/** Whose names a text lists. */
export type Listing = "people" | "owners";

/** A longer label tells something. */
const MOST_WORDS = 5;
/** Keys and labels that many documents share are short. */
const SHORT = 30;
const listingOfShort = memoTextOf(readListing);

/** Whose names stand beside a label, or below a heading; null where no person's do. */
export function listingOf(label: string, people: PeopleWords): Listing | null {
  // The times of a timeline are no labels.
  if (!/\p{L}/u.test(label)) return null;
  return label.length > SHORT ? readListing(label, people) : listingOfShort(label, people);
}

function readListing(label: string, people: PeopleWords): Listing | null {
  const [listed, owned] = [listedAs(people), ownedAs(people)];
  const names = [...namesOfLabel(label), foldKey(label)];
  if (names.some((name) => listed.includes(name) || people.roles.includes(name))) return "people";
  const isOwned = names.some((name) => owned.includes(name) || isRole(name, people));
  return isOwned ? "owners" : null;
}

/** Whether the first or the last word of a label is that of a role: "Manager on duty", "Support liaison". */
function isRole(name: string, { role_nouns: nouns }: PeopleWords): boolean {
  const words = name.split(" ");
  const ends = [words[0] ?? "", words.at(-1) ?? ""];
  return words.length > 1 && words.length <= MOST_WORDS && ends.some((one) => nouns.includes(one));
}
