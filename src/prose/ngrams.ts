import { lexicalWords, type Word } from "./stems.ts";

/** Longer phrases hardly ever stand in two documents. */
const LONGEST = 3;
const SHORTEST_WORD = 3;

/** A row of words in a text: how it is written, and what its forms have in common. */
export interface Ngram {
  readonly written: string;
  readonly stems: readonly string[];
}

type IsStopWord = (word: string, stem: string) => boolean;

/** Parts of a text across which no phrase goes: clauses, and what numbers and code break up. */
function clausesOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\s'’-]+|[‘’'](?!\p{L})|\s[-–—]+\s|\S{0,64}\d\S*|\S{1,64}[._/]\S+/u);
}

/** The rows of words without a stop word between them. */
function runsOf(text: string, isStopWord: IsStopWord): readonly Word[][] {
  return clausesOf(text).flatMap((clause) => {
    const runs: Word[][] = [[]];
    for (const word of lexicalWords(clause)) {
      const isTerm = word.written.length >= SHORTEST_WORD && !isStopWord(word.written, word.stem);
      if (isTerm) runs.at(-1)?.push(word);
      else runs.push([]);
    }
    return runs;
  });
}

/** The n-grams of one to three words in a text; stop words are in none. */
export function ngramsOf(text: string, isStopWord: IsStopWord): readonly Ngram[] {
  return runsOf(text, isStopWord).flatMap((run) =>
    run.flatMap((_word, start) => {
      const lengths = Array.from({ length: LONGEST }, (_, index) => index + 1);
      return lengths.flatMap((length) => {
        const words = run.slice(start, start + length);
        if (words.length < length) return [];
        return [
          {
            written: words.map(({ written }) => written).join(" "),
            stems: words.map(({ stem }) => stem),
          },
        ];
      });
    }),
  );
}
