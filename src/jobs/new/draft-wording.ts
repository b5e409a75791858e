import { no, ok, type Result } from "../../core/result.ts";
import type { LanguageModel } from "../../core/settings/language-model.ts";
import type { AskModel, Failure } from "../../language-model/define.ts";
import { readWording, type WordedSentence } from "../../language-model/draft-answer.ts";
import { draftPrompt, shownRows } from "../../language-model/draft-prompt.ts";
import { sentText } from "../../language-model/sent-text.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { Redact } from "../../people/recogniser.ts";
import type { Project } from "../../project/project.ts";
import type { TimelineRow } from "../../sources/rows.ts";
import { withholdForModel } from "../withhold-for-model.ts";
import type { DraftedSentence, DraftedWording } from "./drafted-text.ts";

/** What a model is asked for a first wording. */
export interface WordingRequest {
  readonly model: LanguageModel;
  /** To the byte. */
  readonly sent: string;
  /** Times of the rows that the model is shown, by their numbers. */
  readonly times: ReadonlyMap<number, string>;
  /** How many rows there was no room for. */
  readonly left: number;
  readonly withhold: Redact;
}

/** A first wording, and what of the answer was of no use. */
export interface DraftedAnswer {
  readonly wording: DraftedWording;
  /** Why sentences were dropped, with how many. */
  readonly dropped: ReadonlyMap<string, number>;
}

/** The request for a first wording of a timeline, without people. */
export function wordingRequest(
  title: string,
  rows: readonly TimelineRow[],
  model: LanguageModel,
  project: Project,
): WordingRequest {
  const withhold = withholdForModel(peopleOf(project).redact);
  const shown = shownRows(
    rows.map(({ time, sources, text }) => ({
      time,
      sources: sources.map(({ source }) => source),
      text: withhold(text),
    })),
  );
  return {
    model,
    sent: sentText(model, draftPrompt(withhold(title), shown)),
    times: new Map(shown.map(({ row, time }) => [row, time])),
    left: rows.length - shown.length,
    withhold,
  };
}

function drafted(
  sentences: readonly WordedSentence[],
  { times, withhold }: WordingRequest,
): readonly DraftedSentence[] {
  return sentences.map(({ text, rows }) => ({
    text: withhold(text),
    rows: rows.map((row) => ({ row, time: times.get(row) ?? "" })),
  }));
}

/** What a model answered to a request; why there is nothing of use, where there is not. */
export async function draftWording(
  request: WordingRequest,
  ask: AskModel,
): Promise<Result<DraftedAnswer, Failure>> {
  const answer = await ask(request.sent);
  if (!answer.ok) return answer;
  const read = readWording(answer.value, new Set(request.times.keys()));
  if (!read.ok) return no({ message: read.why, isLasting: false });
  const { summary, factors, dropped } = read.value;
  const wording = {
    model: request.model.model,
    summary: drafted(summary, request),
    factors: drafted(factors, request),
  };
  return ok({ wording, dropped });
}
