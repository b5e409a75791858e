import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import {
  mergeDecisions,
  type SuggestionDecision,
  withoutDecisions,
} from "../../../core/settings/suggestion-decisions.ts";
import type { Question } from "../../../jobs/suggest/questions.ts";
import type { Suggestion } from "../../../jobs/suggest/suggest.ts";
import { updateInProject } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import {
  type DecisionFile,
  decisionsText,
  readDecisions,
} from "../../../project/suggestion-file.ts";
import { type Io, isInterruption } from "../../io.ts";
import { type Memory, walkQuestions } from "./walk.ts";

/** Keeps answers in the project's file, each at once, and counts how many it holds. */
function memoryIn(
  file: DecisionFile,
  project: Project,
): Memory & { readonly answers: () => number } {
  let answers = 0;
  const change = async (
    changed: (decisions: readonly SuggestionDecision[]) => readonly SuggestionDecision[],
  ) => {
    // Read again each time: answers may also come from another window.
    const textOf = async () => decisionsText(changed((await readDecisions(project)).decisions));
    await updateInProject(file, textOf, project);
  };
  const placed = ({ path, fingerprint, type }: Suggestion) => {
    return { path: file.entryPath(path), fingerprint, type };
  };
  return {
    answers: () => answers,
    remember: async (same, answer) => {
      const made = same.map((one) => ({ ...placed(one), ...answer }));
      await change((decisions) => mergeDecisions(decisions, made));
      answers += 1;
    },
    forget: async (same) => {
      await change((decisions) => withoutDecisions(decisions, same.map(placed)));
      answers -= 1;
    },
  };
}

/**
 * Asks a person each question and keeps each answer at once; returns all that is decided then.
 * @throws {UsageError} without a terminal, and where the user interrupts it after an answer.
 */
export async function decide(
  questions: readonly Question[],
  file: DecisionFile,
  project: Project,
  io: Io,
): Promise<DecisionFile> {
  const memory = memoryIn(file, project);
  try {
    await walkQuestions(questions, project.taxonomy, io, memory);
  } catch (error) {
    if (!isInterruption(error) || memory.answers() === 0) throw error;
    const kept = `${counted(memory.answers(), "answer")} kept in ${file.path}`;
    throw new UsageError(
      `stopped: ${kept}, no documents changed`,
      "Run the command again to continue.",
    );
  }
  if (questions.length === 0) await io.say("No suggestions are left to decide on");
  return readDecisions(project);
}
