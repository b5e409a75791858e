import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { findTerm, type Taxonomy } from "../../../core/taxonomy.ts";
import type { Question } from "../../../jobs/suggest/questions.ts";
import type { Suggestion } from "../../../jobs/suggest/suggest.ts";
import type { Ask, Choice, Io } from "../../io.ts";
import {
  acceptanceOf,
  type Answer,
  answerText,
  askEdits,
  askTeamName,
  editChoices,
  namingChoices,
  rejectionOf,
  sayQuestion,
  withTeam,
} from "./questions.ts";

export type { Answer };

/** Where answers are kept. */
export interface Memory {
  /** Keeps an answer to the same sentence, wherever it stands. */
  readonly remember: (same: readonly Suggestion[], answer: Answer) => Promise<void>;
  readonly forget: (same: readonly Suggestion[]) => Promise<void>;
}

const ASKED = { gap: "a gap", escalation: "an escalation" } as const;
const ACCEPT: Choice = { value: "accept", name: "Accept" };
const OTHERS: readonly Choice[] = [
  { value: "reject", name: "Reject" },
  { value: "skip", name: "Skip, ask again next time", short: "Skip" },
];
const UNDO: Choice = { value: "undo", name: "Undo: back to the previous question", short: "Undo" };
const FINISH: Choice = { value: "stop", name: "Finish" };
const GO_ON: Choice = { value: "go on", name: "Go on" };
const STOP: Choice = { value: "stop", name: "Quit, keep the answers", short: "Quit" };

function choicesFor({ suggestion }: Question, taxonomy: Taxonomy, done: number): readonly Choice[] {
  return [
    ...(acceptanceOf(suggestion) === null ? [] : [ACCEPT]),
    ...editChoices(suggestion, taxonomy),
    ...namingChoices(suggestion),
    ...OTHERS,
    ...(done > 0 ? [UNDO] : []),
    STOP,
  ];
}

async function decided(
  choice: string,
  question: Question,
  taxonomy: Taxonomy,
  ask: Ask,
): Promise<Answer | null> {
  const { suggestion } = question;
  if (choice === "reject") return rejectionOf(suggestion);
  if (choice === "edit") return askEdits(question, taxonomy, ask);
  if (choice === "name" && suggestion.type === "escalation") {
    return askTeamName(suggestion, taxonomy, ask);
  }
  if (choice !== "accept") return null;
  return withTeam(acceptanceOf(suggestion), question, taxonomy, ask);
}

/** Behind the questions that teach most: whether a person wants the others, too. */
function askOn(further: number, ask: Ask): Promise<string> {
  const message = `Those teach most. ${counted(further, "further question")}, less telling`;
  return ask.one(message, [GO_ON, FINISH, UNDO]);
}

/** What a person wants to do next: the answer to a question, or behind the last one whether to finish. */
async function choiceAt(
  questions: readonly Question[],
  done: number,
  taxonomy: Taxonomy,
  { ask, io }: { readonly ask: Ask; readonly io: Io },
): Promise<string> {
  const question = questions[done];
  if (!question) return ask.one("That was the last one", [FINISH, UNDO]);
  const further = questions.filter(({ isFurther }) => isFurther).length;
  if (question.isFurther && questions[done - 1]?.isFurther === false) {
    const choice = await askOn(further, ask);
    if (choice !== GO_ON.value) return choice;
  }
  await sayQuestion(question, done, questions.length - (question.isFurther ? 0 : further), io);
  const message = `Is this ${ASKED[question.suggestion.type]}?`;
  return ask.one(message, choicesFor(question, taxonomy, done));
}

/** Says of a team that the taxonomy does not list how it gets there. */
async function sayUnlisted(answer: Answer, { teams }: Taxonomy, io: Io): Promise<void> {
  if (answer.type === "gap" || answer.to === null || findTerm(teams, answer.to) !== null) return;
  await io.sayIndented(
    `The taxonomy does not list ${answer.to}: pm taxonomy adopt --write adds it, else reports count it as (unlisted).`,
  );
}

/**
 * Asks questions one by one, and any again that the user goes back to.
 * @param memory receives each answer before the next question, so that none is lost.
 * @throws {UsageError} without a terminal.
 */
export async function walkQuestions(
  questions: readonly Question[],
  taxonomy: Taxonomy,
  io: Io,
  memory: Memory,
): Promise<void> {
  const { ask } = io;
  if (ask === null) {
    throw new UsageError("--interactive needs a terminal", "Without one, use --accept-above.");
  }
  const answered = new Set<Question>();
  let done = 0;
  while (questions.length > 0) {
    const choice = await choiceAt(questions, done, taxonomy, { ask, io });
    if (choice === "stop") return;
    const question = questions[choice === "undo" ? done - 1 : done];
    if (!question) return;
    if (choice === "undo") {
      done -= 1;
      if (answered.delete(question)) await memory.forget(question.same);
      continue;
    }
    const answer = await decided(choice, question, taxonomy, ask);
    done += 1;
    if (answer === null) continue;
    answered.add(question);
    await memory.remember(question.same, answer);
    await io.sayIndented(answerText(answer));
    await sayUnlisted(answer, taxonomy, io);
  }
}
