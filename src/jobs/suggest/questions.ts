import type { Postmortem, SectionFact, Sentence } from "../../core/postmortem.ts";
import { findTerm, type Taxonomy } from "../../core/taxonomy.ts";
import { plainText } from "../../prose/sentences.ts";
import { askOrder } from "../../suggest/ask-order.ts";
import type { Suggestion } from "../../suggest/define.ts";

/** One question to a person: a suggestion with what stands around it. */
export interface Question {
  readonly suggestion: Suggestion;
  /** All suggestions that the answer is for: the same sentence, read in the same way, wherever it stands. */
  readonly same: readonly Suggestion[];
  /** The heading that it stands under; null above the first. */
  readonly heading: string | null;
  /** The sentences beside it under the same heading; null where it is the first or the last. */
  readonly before: string | null;
  readonly after: string | null;
  /** Ids of the teams that may have lacked the skill, as far as its documents tell; empty for an escalation. */
  readonly teams: readonly string[];
  /** Whether it comes behind the few of each document that teach most. */
  readonly isFurther: boolean;
}

/** What makes two suggestions one question. */
function questionKey(suggestion: Suggestion): string {
  const { type, fingerprint, competency } = suggestion;
  const rest =
    suggestion.type === "gap"
      ? [suggestion.kind]
      : [suggestion.from, suggestion.to, suggestion.reason];
  return JSON.stringify([type, fingerprint, competency, ...rest]);
}

function headingAt({ sections }: Postmortem, offset: number): SectionFact | null {
  return sections.findLast(({ range }) => range.start.offset <= offset) ?? null;
}

function around(postmortem: Postmortem, { range }: Suggestion) {
  const { sentences, namedPeople } = postmortem;
  const { offset } = range.start;
  const section = headingAt(postmortem, offset);
  const index = sentences.findIndex((one) => one.range.start.offset === offset);
  // Cells of a table are sentences too: a time or an owner alone says nothing.
  const isTelling = (one: Sentence) =>
    one.tokens.filter(({ type, text }) => type === "word" && /\p{L}/u.test(text)).length >= 3 &&
    headingAt(postmortem, one.range.start.offset) === section;
  const textOf = (sentence: Sentence | undefined): string | null =>
    sentence && index !== -1 ? plainText(sentence.tokens, namedPeople) : null;
  return {
    heading: section?.heading ?? null,
    before: textOf(sentences.slice(0, Math.max(index, 0)).findLast(isTelling)),
    after: textOf(sentences.slice(index + 1).find(isTelling)),
  };
}

/** The teams of the taxonomy that may have lacked a skill: those that responded, else the owners. */
export function teamsOf({ teams, services }: Postmortem, taxonomy: Taxonomy): readonly string[] {
  const owners = services.flatMap(
    ({ value }) => taxonomy.services.find(({ id }) => id === value)?.owner ?? [],
  );
  const named = teams.length > 0 ? teams.map(({ value }) => value) : owners;
  const known = named.flatMap((name) => findTerm(taxonomy.teams, name)?.id ?? []);
  return [...new Set(known)];
}

/** Teams that all documents have in common. */
function sharedTeams(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  return first.filter((team) => others.every((list) => list.includes(team)));
}

/**
 * Suggestions by how much an answer teaches: at first only a few of a document, then all the others.
 * Those of a single document stay as they stand in it, so that a reader can follow.
 */
function byWhatTeaches(suggestions: readonly Suggestion[]) {
  if (new Set(suggestions.map(({ path }) => path)).size < 2) {
    return { first: suggestions, further: [] };
  }
  const first = askOrder(suggestions);
  const asked = new Set(first);
  const rest = suggestions.filter((one) => !asked.has(one));
  return { first, further: askOrder(rest, { perDocument: rest.length }) };
}

/**
 * What a person is asked of suggestions, what teaches most first. Sentences that say the same are one
 * question.
 */
export function questionsOf(
  suggestions: readonly Suggestion[],
  postmortems: readonly Postmortem[],
  taxonomy: Taxonomy,
): readonly Question[] {
  const byPath = new Map(postmortems.map((one) => [one.path, one]));
  const groups = new Map<string, readonly Suggestion[]>();
  const { first, further } = byWhatTeaches(suggestions);
  const firsts = new Set(first);
  for (const one of [...first, ...further]) {
    const key = questionKey(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((same): readonly Question[] => {
    const [suggestion] = same;
    const postmortem = suggestion && byPath.get(suggestion.path);
    if (!postmortem) return [];
    const documents = [...new Set(same.map(({ path }) => path))];
    const lists = documents.flatMap((path) => {
      const document = byPath.get(path);
      return document ? [teamsOf(document, taxonomy)] : [];
    });
    const teams = suggestion.type === "gap" ? sharedTeams(lists) : [];
    const isFurther = !firsts.has(suggestion);
    return [{ suggestion, same, ...around(postmortem, suggestion), teams, isFurther }];
  });
}
