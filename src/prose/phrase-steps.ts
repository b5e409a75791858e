import { memo } from "../core/memo.ts";

/** Lists of words, by the names under which phrases refer to them. */
export type WordLists = Readonly<Record<string, ReadonlySet<string>>> & {
  readonly adverbs: ReadonlySet<string>;
};

/** One place of a phrase; `most` tokens may stand there, of which `least` must. */
export interface Step {
  readonly accepts: (word: string) => boolean;
  /** The words that it accepts; null where it accepts others too. */
  readonly words: ReadonlySet<string> | null;
  readonly least: number;
  readonly most: number;
}

/** A phrase, step by step. */
export type Phrase = readonly Step[];

/** Adverbs that may stand at a `~`. */
const MOST_ADVERBS = 2;
/** How much less often a word stands in a text for each letter that it has. */
const SHARE_OF_LETTER = 0.25;
/** What a phrase cannot go across: punctuation, and what somebody else said. */
export const BARRIER = "";
/** What `_'s` stands for. */
const POSSESSIVE = /.(?:'s|s')$/;

/** The list of words that a step of a phrase stands for, as `{people}`; null for a word. */
function listNamed(step: string): string | null {
  return /^\{(\w+)\}$/.exec(step)?.[1] ?? null;
}

function alternativesOf(written: string): readonly string[] {
  return (written.endsWith("?") ? written.slice(0, -1) : written).split("|");
}

/** The lists of words that a phrase refers to. */
export function listsIn(phrase: string): readonly string[] {
  const steps = phrase.split(" ").flatMap(alternativesOf);
  return steps.flatMap((step) => listNamed(step) ?? []);
}

/** The words that phrases name one by one. */
export function wordsOfPhrases(phrases: readonly string[]): readonly string[] {
  const steps = phrases.flatMap((phrase) => phrase.split(" ").flatMap(alternativesOf));
  return steps.filter((step) => /^[a-z][a-z'-]*$/.test(step));
}

function compileStep(written: string, words: WordLists): Step {
  if (written === "~") {
    const { adverbs } = words;
    const accepts = (word: string): boolean => adverbs.has(word);
    return { accepts, words: adverbs, least: 0, most: MOST_ADVERBS };
  }
  const optional = written.endsWith("?");
  const alternatives = alternativesOf(written);
  const lists = alternatives.flatMap((one) => {
    const name = listNamed(one);
    if (name === null) return [];
    const list = words[name];
    if (!list) throw new Error(`No list ${name} of words`);
    return [list];
  });
  const [list] = lists;
  // Most steps are one list, which then need not be copied.
  const among: ReadonlySet<string> =
    list && alternatives.length === 1
      ? list
      : new Set([...alternatives, ...lists.flatMap((one) => [...one])]);
  const isAny = alternatives.includes("_");
  const isPossessive = alternatives.includes("_'s");
  const accepts = (word: string): boolean =>
    word !== BARRIER && (isAny || among.has(word) || (isPossessive && POSSESSIVE.test(word)));
  return { accepts, words: isAny || isPossessive ? null : among, least: optional ? 0 : 1, most: 1 };
}

/** Phrases have many steps in common, so each is compiled once. */
const stepsOf = memo((words: WordLists) => {
  const compiled = new Map<string, Step>();
  return (written: string): Step => {
    const step = compiled.get(written) ?? compileStep(written, words);
    compiled.set(written, step);
    return step;
  };
});

/** Any one word, or none. */
const ANY = "_?";

/** The steps of a phrase. */
export function compilePhrase(phrase: string, words: WordLists): Phrase {
  const stepOf = stepsOf(words);
  const steps: Step[] = [];
  let before: string | null = null;
  for (const written of phrase.split(" ")) {
    const last = steps.at(-1);
    // One step for all of them: tried one by one, they could stand there in very many ways.
    if (last && written === ANY && before === ANY)
      steps.splice(-1, 1, { ...last, most: last.most + 1 });
    else steps.push(stepOf(written));
    before = written;
  }
  return steps;
}

/** How often any of some words may stand in a text: the shorter a word, the more often (Zipf's law of abbreviation). */
const commonness = memo((words: ReadonlySet<string>): number => {
  let sum = 0;
  for (const word of words) sum += SHARE_OF_LETTER ** word.length;
  return sum;
});

/** The words of each step of which a phrase needs one, the rarest first. */
export function neededSteps(phrase: Phrase): readonly ReadonlySet<string>[] {
  const needed = phrase.flatMap(({ words, least }) => (words && least > 0 ? [words] : []));
  return needed.toSorted((a, b) => commonness(a) - commonness(b));
}

/** The words of which a phrase needs one: the rarest; null for any. */
export function neededWords(phrase: Phrase): ReadonlySet<string> | null {
  return neededSteps(phrase)[0] ?? null;
}

/** Where the steps from `index` on end if they begin at a word; the longest way, -1 for none. */
export function endOf(steps: Phrase, index: number, folded: readonly string[], at: number): number {
  const step = steps[index];
  if (!step) return at;
  let taken = 0;
  while (taken < step.most && step.accepts(folded[at + taken] ?? BARRIER)) taken += 1;
  for (; taken >= step.least; taken -= 1) {
    const end = endOf(steps, index + 1, folded, at + taken);
    if (end !== -1) return end;
  }
  return -1;
}
