import { type Judgement, mergeJudgements } from "../../core/document/judgement.ts";
import { no } from "../../core/result.ts";
import type { LanguageModel } from "../../core/settings/language-model.ts";
import { askEach, atOnceOf } from "../../language-model/ask.ts";
import type { AskModel, Failure } from "../../language-model/define.ts";
import { checkVerdict, readVerdict, type Verdict } from "../../language-model/judge-answer.ts";
import {
  JUDGE_VERSION,
  type JudgeChoices,
  judgeQuestion,
} from "../../language-model/judge-prompt.ts";
import { questionId, sentText } from "../../language-model/sent-text.ts";
import {
  type JudgementFile,
  judgementsText,
  readJudgements,
} from "../../project/judgement-file.ts";
import type { Project } from "../../project/project.ts";
import type { DecisionFile } from "../../project/suggestion-file.ts";
import { withholdForModel } from "../withhold-for-model.ts";
import { updateInProject } from "../write-files.ts";
import { type Question, questionsOf } from "./questions.ts";
import { type OpenProject, openSuggestions } from "./suggest.ts";

/**
 * The confidence of doubtful proposals. Below it, fewer than one in five of the held-out sentences were
 * gaps, above it at least four in five (docs/suggest.md, reliability): words alone are right often enough.
 */
export const DOUBTFUL = { from: 0.2, below: 0.8 } as const;

/** A doubtful proposal with what a model is asked about it. */
export interface ModelQuestion {
  readonly question: Question;
  /** The sentence as the model is shown it. */
  readonly shown: string;
  readonly choices: JudgeChoices;
  /** To the byte. */
  readonly sent: string;
  readonly id: string;
}

/** All that is doubtful, and what is known of it. */
export interface Judging {
  readonly model: LanguageModel;
  readonly questions: readonly ModelQuestion[];
  /** Answers from before that are still good, by the id of their question. */
  readonly known: ReadonlyMap<string, Verdict>;
  readonly file: JudgementFile;
}

/** An answer that is of no use. */
export interface DroppedAnswer {
  /** Path and line of the sentence. */
  readonly place: string;
  readonly why: string;
}

/** What a model said. */
export interface Judged {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly dropped: readonly DroppedAnswer[];
  /** Why the rest was not asked; null where all was. */
  readonly stopped: Failure | null;
}

/** What a model is asked about a gap; nothing about anything else. */
function modelQuestion(
  question: Question,
  model: LanguageModel,
  project: Project,
  withhold: (text: string) => string,
): readonly ModelQuestion[] {
  const { suggestion, heading, before, after } = question;
  if (suggestion.type !== "gap") return [];
  const { sentence, kind, competency } = suggestion;
  const asked = { sentence, kind, competency, heading, before, after };
  const { prompt, shown, choices } = judgeQuestion(asked, project.taxonomy, withhold);
  const sent = sentText(model, prompt);
  const id = questionId(model, sent, JUDGE_VERSION);
  return [{ question, shown, choices, sent, id }];
}

/** Answers from before that hold for their questions, checked as if they had just come. */
function knownVerdicts(questions: readonly ModelQuestion[], { judgements }: JudgementFile) {
  const byId = new Map(judgements.map((one) => [one.question, one]));
  return new Map(
    questions.flatMap(({ id, shown, choices }) => {
      const checked = checkVerdict(byId.get(id), shown, choices);
      return checked.ok ? [[id, checked.value] as const] : [];
    }),
  );
}

/** What a model is to decide of open proposals: gaps of {@link DOUBTFUL} confidence. */
export async function prepareJudging(
  suggested: OpenProject,
  decisions: DecisionFile,
  model: LanguageModel,
  project: Project,
): Promise<Judging> {
  const { postmortems, redact } = suggested.read;
  const doubtful = openSuggestions(suggested, decisions, DOUBTFUL.from).filter(
    ({ confidence }) => confidence < DOUBTFUL.below,
  );
  const withhold = withholdForModel(redact);
  const questions = questionsOf(doubtful, postmortems, project.taxonomy).flatMap((question) =>
    modelQuestion(question, model, project, withhold),
  );
  const file = await readJudgements(project);
  return { model, questions, known: knownVerdicts(questions, file), file };
}

/** The questions that no answer from before decides. */
export function openQuestions({ questions, known }: Judging): readonly ModelQuestion[] {
  return questions.filter(({ id }) => !known.has(id));
}

async function keep(
  made: readonly Judgement[],
  { file, questions }: Judging,
  project: Project,
): Promise<void> {
  if (made.length === 0) return;
  // Read again each time: answers may also come from another window.
  const asked = new Set(questions.map(({ id }) => id));
  const textOf = async () => {
    const { judgements } = await readJudgements(project);
    return judgementsText(mergeJudgements(judgements, made, asked));
  };
  await updateInProject(file, textOf, project);
}

function placeOf({ question: { suggestion } }: ModelQuestion): string {
  return `${suggestion.path}:${suggestion.range.start.line}`;
}

/** Keeps answers before more than one in so many is new: each time, the whole file is written. */
const KEPT_PER_NEW = 20;

/**
 * Asks a model about all that is still doubtful, and keeps the answers as they come.
 * @param onProgress receives how many questions are answered.
 */
export async function judge(
  judging: Judging,
  ask: AskModel,
  project: Project,
  onProgress: (done: number) => void,
): Promise<Judged> {
  const verdicts = new Map(judging.known);
  const dropped: DroppedAnswer[] = [];
  let made: readonly Judgement[] = [];
  const { model } = judging.model;
  const open = openQuestions(judging);
  const flush = async () => {
    await keep(made, judging, project);
    made = [];
  };
  onProgress(0);
  const stopped = await askEach(open, ask, atOnceOf(judging.model), async (answers) => {
    for (const [one, answer] of answers) {
      const verdict = answer.ok
        ? readVerdict(answer.value, one.shown, one.choices)
        : no(answer.why.message);
      if (verdict.ok) {
        const { fingerprint } = one.question.suggestion;
        verdicts.set(one.id, verdict.value);
        made = [...made, { fingerprint, question: one.id, model, ...verdict.value }];
      } else {
        dropped.push({ place: placeOf(one), why: verdict.why });
      }
    }
    if (made.length * KEPT_PER_NEW >= verdicts.size) await flush();
    onProgress(verdicts.size - judging.known.size + dropped.length);
  });
  await flush();
  return { verdicts, dropped, stopped };
}
