import { personWords } from "../jobs/taxonomy.ts";
import { personWordsOf } from "../likeness/person-words.ts";
import { type ReadWords, wordReader } from "../likeness/words.ts";
import type { Project } from "../project/project.ts";
import type { ReadFolder } from "../project/read-postmortems.ts";

/** A reader of the words to compare documents by. */
export function wordsOf(read: ReadFolder, { vocabulary, taxonomy }: Project): ReadWords {
  const { people, stop_words: stopWords } = vocabulary;
  const clues = {
    taxonomy,
    named: personWords(read),
    notNames: [...people.not_names, ...people.ordinary, ...stopWords],
  };
  return wordReader({ stopWords, personWords: personWordsOf(read.postmortems, clues) });
}
