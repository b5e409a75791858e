import type { FactName, Postmortem } from "../../core/postmortem.ts";
import { sha256 } from "../../core/sha256.ts";
import { type Comparable, comparable, type Field, FIELDS } from "../../likeness/documents.ts";
import { FAMILY_FIELDS } from "../../likeness/families.ts";
import { listedWords, personWordsOf } from "../../likeness/person-words.ts";
import { type Lexicon, lexiconOf, numberWords, type WordNumbers } from "../../likeness/words.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import {
  type Keep,
  printable,
  type Progress,
  type ReadFolder,
  readKeeping,
} from "../../project/read-postmortems.ts";
import { selectingFacts } from "../../project/reported-facts.ts";
import { wordsIn } from "../../prose/stems.ts";
import type { FoundFiles } from "../../read/find-files.ts";
import { namedWords } from "../taxonomy/taxonomy.ts";

/** What is to be read of documents to tell which are alike. */
const NEEDS: readonly FactName[] = ["everything", "prose"];

/** What is kept of a document to compare it: no text of it, as there may be many. */
export interface ReadDocument extends Comparable {
  readonly path: string;
  readonly incident: Postmortem;
  /** Lower-case words by which its prose names people. */
  readonly named: readonly string[];
  /** Lower-case words that stand in its lists of people. */
  readonly listed: readonly string[];
}

/** A folder that was read to compare its documents, of each the facts that reports ask and its words. */
export interface ReadToCompare extends ReadFolder {
  readonly documents: readonly ReadDocument[];
  readonly words: WordNumbers;
}

async function readBy(
  fields: readonly Field[],
  found: FoundFiles,
  project: Project,
  progress: Progress,
): Promise<ReadToCompare> {
  const words = numberWords(project.vocabulary.stop_words);
  const [shown, facts] = [printable(project), selectingFacts()];
  const keep: Keep<ReadDocument> = (postmortem, _split, text) => {
    const incident = shown(postmortem);
    return {
      path: incident.path,
      incident: { ...facts(incident), digest: sha256(text) },
      named: namedWords(incident, text),
      listed: listedWords(incident),
      ...comparable(incident, words, fields),
    };
  };
  const reading = { needs: NEEDS, keep, keepsText: () => false, progress };
  const read = await readKeeping(found, project, reading);
  const documents = read.postmortems;
  return { ...read, postmortems: documents.map(({ incident }) => incident), documents, words };
}

/**
 * Reads the postmortems of a project as far as families need them.
 * @throws {UsageError} where nothing is there to read.
 */
export async function readForFamilies(
  project: Project,
  progress: Progress,
): Promise<ReadToCompare> {
  return readBy(FAMILY_FIELDS, await findFiles(project, []), project, progress);
}

/** Reads files that were found with all that they are compared by. */
export async function readForSearch(
  found: FoundFiles,
  project: Project,
  progress: Progress,
): Promise<ReadToCompare> {
  return readBy(FIELDS, found, project, progress);
}

/** The words that documents are compared by: none that names a person anywhere in them. */
export function lexiconFor(read: ReadToCompare, { vocabulary, taxonomy }: Project): Lexicon {
  const { people, stop_words: stopWords } = vocabulary;
  const notNames = [
    ...people.not_names,
    ...people.ordinary,
    ...people.listed_as.flatMap(wordsIn),
    ...stopWords,
  ];
  return lexiconOf(read.words, personWordsOf(read.documents, { taxonomy, notNames }));
}
