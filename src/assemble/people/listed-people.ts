import type { ListedNames } from "../../core/document/listed-names.ts";
import { memo } from "../../core/memo.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { foldName } from "../../core/taxonomy.ts";
import {
  isFullName,
  listedNames,
  type ListingTexts,
  type ListingWords,
} from "../../people/listing.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { isPlaceholder } from "../written/phrases.ts";
import { nameTestOf } from "./name-test.ts";

/** Words that, alone, name nobody. */
const commonWords = memo(
  ({ people, stop_words, no_value }: Vocabulary): ReadonlySet<string> =>
    new Set([...people.ordinary, ...stop_words, ...no_value]),
);

/** First names that are also words. */
const ordinaryNames = memo(
  ({ people }: Vocabulary): ReadonlySet<string> => new Set(people.ordinary),
);

/** Whether a name ends in the word for a machine or a product, and does not begin with a first name. */
function isProduct(name: string, context: AssembleContext): boolean {
  const { isFirstName, isThing } = nameTestOf("", context);
  const words = name.split(" ");
  return isThing(words.at(-1)?.toLowerCase() ?? "") && !words.slice(0, -1).some(isFirstName);
}

/**
 * Which words name nobody where a document lists people.
 * @param groups names of its services and teams: in lower case and of one word these are no person's.
 */
export function listingWords(groups: readonly string[], context: AssembleContext): ListingWords {
  const { placeholders } = context.vocabulary;
  const common = commonWords(context.vocabulary);
  const own = new Set(groups.filter((name) => name === foldName(name)));
  const folded = new Set(groups.map(foldName));
  const ordinary = ordinaryNames(context.vocabulary);
  return {
    and: context.vocabulary.lists.and,
    isGroup: peopleOf(context).isGroup,
    isCommon: (word) =>
      common.has(word.toLowerCase()) || own.has(word) || isPlaceholder(word, placeholders),
    isAlsoName: (word) => ordinary.has(word.toLowerCase()) && !folded.has(foldName(word)),
    isProduct: (name) => isProduct(name, context),
  };
}

/**
 * The names of those whom a document lists: as attendees, authors, assignees, in a role, as owners.
 * @param texts in which it lists them.
 * @param groups names of its services and teams: in lower case and of one word these are no person's.
 */
export function listedPeople(
  texts: ListingTexts,
  groups: readonly string[],
  context: AssembleContext,
): ListedNames {
  return listedNames(texts, listingWords(groups, context));
}

/** Names of several capitalised words in a team's place that the taxonomy does not list. */
export function doubtfulNames(
  {
    teams,
    detectedBy,
    gaps,
    escalations,
  }: Pick<Postmortem, "teams" | "detectedBy" | "gaps" | "escalations">,
  context: AssembleContext,
): readonly string[] {
  const { isGroup } = peopleOf(context);
  const sides = escalations.flatMap(({ from, to }) => [from, to]);
  const facts = [...teams, detectedBy, ...gaps.map(({ team }) => team), ...sides];
  const names = facts.flatMap((fact) => fact?.value ?? []);
  return [...new Set(names)].filter(
    (name) => isFullName(name, isGroup) && !isProduct(name, context),
  );
}
