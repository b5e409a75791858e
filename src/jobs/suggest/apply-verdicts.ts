import { counted } from "../../core/counted.ts";
import type { Verdict } from "../../language-model/judge-answer.ts";
import type { Suggestion } from "../../suggest/define.ts";
import { DOUBTFUL, type Judged, type Judging } from "./judge.ts";
import type { OpenProject } from "./suggest.ts";

function withVerdict(one: Suggestion, verdict: Verdict | undefined, model: string) {
  if (!verdict || one.type !== "gap") return [one];
  const { kind, competency, evidence } = verdict;
  if (kind === null) return [];
  const because = `judged a gap by ${model}: '${evidence ?? ""}'; ${one.because}`;
  return [{ ...one, kind, competency, judgedBy: model, because }];
}

function judgingNote({ questions, model }: Judging, { verdicts }: Judged): string {
  const kinds = [...verdicts.values()].map(({ kind }) => kind);
  const none = kinds.filter((kind) => kind === null).length;
  const open = questions.length - kinds.length;
  const parts = [
    `${kinds.length - none} judged gaps`,
    `${none} judged none and left out`,
    ...(open > 0 ? [`${open} not judged`] : []),
  ];
  const what = counted(questions.length, "doubtful proposal");
  return `Judged by the language model ${model.model}: ${what} (confidence from ${DOUBTFUL.from} to ${DOUBTFUL.below}), ${parts.join(", ")}.`;
}

/** The proposals as a model judged them: still proposals, with what it said as their reason. */
export function applyVerdicts(
  suggested: OpenProject,
  judging: Judging,
  judged: Judged,
): OpenProject {
  const verdicts = new Map(
    judging.questions.flatMap(({ question, id }) =>
      question.same.map((one) => [one, judged.verdicts.get(id)] as const),
    ),
  );
  const { model } = judging.model;
  return {
    ...suggested,
    suggestions: suggested.suggestions.flatMap((one) => withVerdict(one, verdicts.get(one), model)),
    notes: [...suggested.notes, judgingNote(judging, judged)],
  };
}
