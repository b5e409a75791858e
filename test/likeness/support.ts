import type { Postmortem } from "../../src/core/postmortem.ts";
import {
  comparable,
  type Field,
  inOrder,
  type LikenessDocument,
  wordsOf,
} from "../../src/likeness/documents.ts";
import { type Lexicon, lexiconOf, numberWords } from "../../src/likeness/words.ts";
import { buildPostmortem, type PostmortemShorthand } from "../support/build-postmortem.ts";

/** Words with a handful of stop words. */
const WORDS = numberWords(["the", "and", "of", "was", "had", "behind"]);

/** All words that were read so far, names of nobody. */
export function lexicon(): Lexicon {
  return lexiconOf(WORDS, new Set());
}

/** The same, with the words of a text. */
export function lexiconWith(text: string): Lexicon {
  WORDS.read(text);
  return lexicon();
}

/** A postmortem as it is compared. */
export function compared(incident: Postmortem): LikenessDocument {
  return { incident, ...comparable(incident, WORDS) };
}

/** Postmortems as they are compared, in order. */
export function comparedAll(incidents: readonly Postmortem[]): readonly LikenessDocument[] {
  return inOrder(incidents.map(compared));
}

/** A document as it is compared, from a shorthand. */
export function document(id: string, shorthand: PostmortemShorthand = {}): LikenessDocument {
  return compared(buildPostmortem({ id, ...shorthand }));
}

/** The words of a field as they are written. */
export function written({ words }: LikenessDocument, field: Field): readonly string[] {
  return Array.from(wordsOf(words, field), lexicon().written);
}

/** The file names of documents, without their ending. */
export function ids(documents: readonly LikenessDocument[]): readonly string[] {
  return documents.map(({ incident }) => incident.id.value);
}
