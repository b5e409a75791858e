import { UsageError } from "../../../core/errors.ts";
import type { Taxonomy } from "../../../core/taxonomy.ts";
import type { Question } from "../../../jobs/questions.ts";
import type { Suggestion } from "../../../jobs/suggest.ts";
import type { Ask, Choice, Io } from "../../io.ts";
import {
  acceptanceOf,
  type Answer,
  answerText,
  askEdits,
  editChoices,
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
const UNDO: Choice = { value: "undo", name: "Undo: back to the question before", short: "Undo" };
const STOP: Choice = { value: "stop", name: "Quit, keep the answers", short: "Quit" };

function choicesFor({ suggestion }: Question, taxonomy: Taxonomy, done: number): readonly Choice[] {
  return [
    ...(acceptanceOf(suggestion) === null ? [] : [ACCEPT]),
    ...editChoices(suggestion, taxonomy),
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
  if (choice !== "accept") return null;
  return withTeam(acceptanceOf(suggestion), question, taxonomy, ask);
}

/**
 * Asks questions one by one, and any again that the user goes back to.
 * @param memory is told of each answer before the next question, so that none is lost.
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
  for (let question = questions[done]; question; question = questions[done]) {
    const { suggestion, same } = question;
    await sayQuestion(question, done, questions.length, io);
    const choices = choicesFor(question, taxonomy, done);
    const choice = await ask.one(`Is this ${ASKED[suggestion.type]}?`, choices);
    if (choice === "stop") return;
    if (choice === "undo") {
      done -= 1;
      const before = questions[done];
      if (before && answered.delete(before)) await memory.forget(before.same);
      continue;
    }
    const answer = await decided(choice, question, taxonomy, ask);
    done += 1;
    if (answer === null) continue;
    answered.add(question);
    await memory.remember(same, answer);
    await io.sayIndented(answerText(answer));
  }
}
