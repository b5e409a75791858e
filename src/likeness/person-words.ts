import type { Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { wordsIn } from "../prose/stems.ts";

/** What tells a person's name from other words. */
export interface NameClues {
  readonly taxonomy: Taxonomy;
  /** Lower-case words by which the prose of documents names people. */
  readonly named: ReadonlySet<string>;
  /** Lower-case words that stand in lists of people and name nobody, such as "platform". */
  readonly notNames: readonly string[];
}

/** Words that the taxonomy and the titles use: they stand in a list of people for what somebody does. */
function commonWords(incidents: readonly Postmortem[], taxonomy: Taxonomy): readonly string[] {
  const terms = [...taxonomy.services, ...taxonomy.teams, ...taxonomy.competencies];
  const texts = [
    ...terms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
    ...incidents.flatMap(({ title, services }) =>
      [title, ...services].flatMap((fact) => fact?.value ?? []),
    ),
  ];
  return texts.flatMap(wordsIn);
}

/**
 * Lower-case words that may name people somewhere in the documents: those that the prose names, and
 * whatever stands in lists of people. A word too many costs less than a name.
 */
export function personWordsOf(
  incidents: readonly Postmortem[],
  { taxonomy, named, notNames }: NameClues,
): ReadonlySet<string> {
  const listed = incidents.flatMap(({ sentences }) =>
    sentences.flatMap(({ section, tokens }) =>
      section === "people" ? tokens.map(({ text }) => text) : [],
    ),
  );
  const known = new Set([...notNames, ...commonWords(incidents, taxonomy)]);
  return new Set([...named, ...listed.flatMap(wordsIn).filter((word) => !known.has(word))]);
}
