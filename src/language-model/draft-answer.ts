import { no, ok, type Result } from "../core/result.ts";
import { decode } from "../schema/check.ts";
import { wordedSentenceSchema, wordingSchema } from "../schema/model-answers.ts";
import { answerJson } from "./answer-json.ts";
import { MOST_SENTENCES } from "./draft-prompt.ts";

/** A sentence of a first wording. */
export interface WordedSentence {
  /** As the model wrote it: still to be escaped. */
  readonly text: string;
  /** The numbers of the rows that it rests on, in their order; at least one. */
  readonly rows: readonly number[];
}

/** A first wording, as far as it is of use. */
export interface Wording {
  readonly summary: readonly WordedSentence[];
  readonly factors: readonly WordedSentence[];
  /** Why sentences were dropped, with how many. */
  readonly dropped: ReadonlyMap<string, number>;
}

/** Longer sentences are none. */
const LONGEST_TEXT = 300;
const ADDRESS = /:\/\/|\bwww\./iu;

function readSentence(written: unknown, known: ReadonlySet<number>): Result<WordedSentence> {
  const checked = decode(wordedSentenceSchema, written);
  if ("issues" in checked) return no("not the JSON that was asked for");
  const { text } = checked.data;
  const numbers = checked.data.rows.filter((row): row is number => typeof row === "number");
  const rows = [...new Set(numbers)].filter((row) => known.has(row)).toSorted((a, b) => a - b);
  if (rows.length === 0) return no("no row of the timeline that it rests on");
  if (!/[\p{L}\p{N}]/u.test(text)) return no("no words");
  if (text.length > LONGEST_TEXT) return no(`longer than ${LONGEST_TEXT} characters`);
  return ADDRESS.test(text) ? no("an address in it") : ok({ text, rows });
}

/**
 * The sentences of an answer that name rows of the timeline.
 * @param known numbers of the rows that the model was shown.
 */
export function readWording(answer: string, known: ReadonlySet<number>): Result<Wording> {
  const json = answerJson(answer);
  if (json === undefined) return no("no JSON");
  const checked = decode(wordingSchema, json);
  if ("issues" in checked) return no("not the JSON that was asked for");
  const dropped = new Map<string, number>();
  const drop = (why: string, count: number) => {
    if (count > 0) dropped.set(why, (dropped.get(why) ?? 0) + count);
  };
  const read = (part: keyof typeof MOST_SENTENCES): readonly WordedSentence[] => {
    const sentences = checked.data[part].flatMap((one) => {
      const sentence = readSentence(one, known);
      if (sentence.ok) return [sentence.value];
      drop(sentence.why, 1);
      return [];
    });
    drop("more than were asked for", sentences.length - MOST_SENTENCES[part]);
    return sentences.slice(0, MOST_SENTENCES[part]);
  };
  return ok({ summary: read("summary"), factors: read("factors"), dropped });
}
