import { no, ok, type Result } from "../core/result.ts";
import { wordsIn } from "../prose/stems.ts";
import { decode } from "../schema/check.ts";
import { judgementSchema } from "../schema/model-answers.ts";
import { answerJson } from "./answer-json.ts";
import type { JudgeChoices } from "./judge-prompt.ts";

/** Words of a quote: a single one stands in many sentences. */
const FEWEST_QUOTED = 2;

/** What a model says of a sentence. */
export interface Verdict {
  /** Id of the kind of gap; null where it tells of none. */
  readonly kind: string | null;
  readonly competency: string | null;
  /** Words of the sentence, as they stand there; null where it tells of no gap. */
  readonly evidence: string | null;
}

/**
 * An answer, if it chooses from what was offered and quotes the sentence. Nothing else that it says is
 * kept, so whatever a document talks the model into decides on one sentence at most.
 * @param sentence as it was shown to the model.
 */
export function checkVerdict(
  written: unknown,
  sentence: string,
  { kinds, competencies }: JudgeChoices,
): Result<Verdict> {
  const checked = decode(judgementSchema, written);
  if ("issues" in checked) return no("not the JSON that was asked for");
  const { kind, competency } = checked.data;
  const evidence = checked.data.evidence?.trim() ?? "";
  if (evidence !== "" && !sentence.includes(evidence)) return no("quote not in the sentence");
  if (kind === null) return ok({ kind, competency: null, evidence: null });
  if (!kinds.includes(kind)) return no("kind not among those offered");
  if (competency !== null && !competencies.includes(competency)) {
    return no("competency not among those offered");
  }
  if (wordsIn(evidence).length < FEWEST_QUOTED) return no("no quote from the sentence");
  return ok({ kind, competency, evidence });
}

/** The verdict in what a model answered; why it is dropped, where it is. */
export function readVerdict(
  answer: string,
  sentence: string,
  choices: JudgeChoices,
): Result<Verdict> {
  const json = answerJson(answer);
  return json === undefined ? no("no JSON") : checkVerdict(json, sentence, choices);
}
