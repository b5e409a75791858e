import type { Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { ownText } from "../core/text/own-text.ts";
import { wordsIn } from "../prose/stems.ts";

/** What tells a person's name from other words. */
export interface NameClues {
  readonly taxonomy: Taxonomy;
  /** Lower-case words that stand in lists of people and name nobody, such as "platform". */
  readonly notNames: readonly string[];
}

/** What tells which words of a document name people. */
export interface NamingDocument {
  readonly incident: Pick<Postmortem, "title" | "services">;
  /** Lower-case words by which its prose names people. */
  readonly named: readonly string[];
  /** Lower-case words that stand in its lists of people. */
  readonly listed: readonly string[];
}

/** Words that the taxonomy and the titles use: they stand in a list of people for what somebody does. */
function commonWords(documents: readonly NamingDocument[], taxonomy: Taxonomy): readonly string[] {
  const terms = [...taxonomy.services, ...taxonomy.teams, ...taxonomy.competencies];
  const texts = [
    ...terms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
    ...documents.flatMap(({ incident: { title, services } }) =>
      [title, ...services].flatMap((fact) => fact?.value ?? []),
    ),
  ];
  return texts.flatMap(wordsIn);
}

/** The lower-case words of a document's lists of people; they hold nothing of its text. */
export function listedWords({ sentences }: Pick<Postmortem, "sentences">): readonly string[] {
  const listed = sentences.filter(({ section }) => section === "people");
  return listed.flatMap(({ tokens }) => tokens.flatMap(({ text }) => wordsIn(text).map(ownText)));
}

/**
 * Lower-case words that may name people somewhere in the documents: those that the prose names, and
 * whatever stands in lists of people. A word too many costs less than a name.
 */
export function personWordsOf(
  documents: readonly NamingDocument[],
  { taxonomy, notNames }: NameClues,
): ReadonlySet<string> {
  const known = new Set([...notNames, ...commonWords(documents, taxonomy)]);
  const named = documents.flatMap((one) => one.named);
  const listed = documents.flatMap((one) => one.listed).filter((word) => !known.has(word));
  return new Set([...named, ...listed]);
}
