import { UsageError } from "../../../core/errors.ts";
import type { Taxonomy } from "../../../core/taxonomy.ts";
import type { Suggestion } from "../../../jobs/suggest.ts";
import type { Choice, Io } from "../../io.ts";
import {
  acceptanceOf,
  type Answer,
  answerText,
  askEdits,
  editChoices,
  rejectionOf,
  saySuggestion,
} from "./questions.ts";

export type { Answer };

const ASKED = { gap: "a gap", escalation: "an escalation" } as const;
const ACCEPT: Choice = { value: "accept", name: "Accept" };
const OTHERS: readonly Choice[] = [
  { value: "reject", name: "Reject" },
  { value: "skip", name: "Skip, ask again next time", short: "Skip" },
  { value: "stop", name: "Stop" },
];

/**
 * Asks about suggestions one by one.
 * @param remember is called with each answer before the next question, so that none is lost.
 * @throws {UsageError} without a terminal.
 */
export async function walkSuggestions(
  suggestions: readonly Suggestion[],
  taxonomy: Taxonomy,
  io: Io,
  remember: (suggestion: Suggestion, answer: Answer) => Promise<void>,
): Promise<void> {
  const { ask } = io;
  if (ask === null) {
    throw new UsageError("--interactive needs a terminal", "Without one, use --accept-above.");
  }
  const decide = async (answer: string, suggestion: Suggestion): Promise<Answer | null> => {
    if (answer === "reject") return rejectionOf(suggestion);
    if (answer === "edit") return askEdits(suggestion, taxonomy, ask);
    return answer === "accept" ? acceptanceOf(suggestion) : null;
  };
  for (const [index, suggestion] of suggestions.entries()) {
    const accepted = acceptanceOf(suggestion);
    const edits = editChoices(suggestion, taxonomy);
    const choices = [...(accepted === null ? [] : [ACCEPT]), ...edits, ...OTHERS];
    await saySuggestion(suggestion, index, suggestions.length, io);
    const answer = await ask.one(`Is this ${ASKED[suggestion.type]}?`, choices);
    if (answer === "stop") return;
    const decided = await decide(answer, suggestion);
    if (decided === null) continue;
    await remember(suggestion, decided);
    await io.sayIndented(answerText(decided));
  }
}
