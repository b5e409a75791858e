import { memoText } from "../core/memo.ts";
import type { Token } from "../core/postmortem.ts";
import { stemTokens } from "../prose/stems.ts";

/** A number for each stem: a large folder has millions of words, and few stems. */
export interface StemNumbers {
  readonly numberOf: (stem: string) => number;
  /** The numbers of the stems of a row of tokens, each once, in order. */
  readonly numbersOf: (tokens: readonly Token[]) => readonly number[];
  /** The stem that has a number. */
  readonly stemOf: (number: number) => string;
}

/** Numbers from 0 on, in the order in which stems are first asked for. */
export function stemNumbers(): StemNumbers {
  const stems: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    numbers.set(stem, stems.length);
    return stems.push(stem) - 1;
  };
  // To look a token up once is a third of the work of looking up its stems, and then their numbers.
  const ofWord = memoText((text): readonly number[] =>
    stemTokens([{ type: "word", text }]).map(({ stem }) => numberOf(stem)),
  );
  // By the number of a stem: the row of tokens that it was last met in.
  const metIn: number[] = [];
  let row = 0;
  const numbersOf = (tokens: readonly Token[]): readonly number[] => {
    const found: number[] = [];
    row += 1;
    for (const { type, text } of tokens) {
      if (type === "punctuation") continue;
      for (const number of ofWord(text)) {
        if (metIn[number] === row) continue;
        metIn[number] = row;
        found.push(number);
      }
    }
    return found;
  };
  return { numberOf, numbersOf, stemOf: (number) => stems[number] ?? "" };
}
