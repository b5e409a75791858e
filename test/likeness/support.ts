import type { Postmortem } from "../../src/core/postmortem.ts";
import { type LikenessDocument, likenessDocuments } from "../../src/likeness/documents.ts";
import { wordReader } from "../../src/likeness/words.ts";
import { buildPostmortem, type PostmortemShorthand } from "../support/build-postmortem.ts";

/** Reads words with a handful of stop words and no names. */
export const READ_WORDS = wordReader({
  stopWords: ["the", "and", "of", "was", "had", "behind"],
  personWords: new Set(),
});

/** A postmortem as it is compared. */
export function compared(incident: Postmortem): LikenessDocument {
  const [document] = likenessDocuments([incident], READ_WORDS);
  if (!document) throw new Error("No document");
  return document;
}

/** A document as it is compared, from a shorthand. */
export function document(id: string, shorthand: PostmortemShorthand = {}): LikenessDocument {
  return compared(buildPostmortem({ id, ...shorthand }));
}

/** The file names of documents, without their ending. */
export function ids(documents: readonly LikenessDocument[]): readonly string[] {
  return documents.map(({ incident }) => incident.id.value);
}
