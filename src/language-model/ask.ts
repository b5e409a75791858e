import type { Result } from "../core/result.ts";
import type { LanguageModel } from "../core/settings/language-model.ts";
import { runPrompt } from "./command.ts";
import type { AskModel, Failure, Outside } from "./define.ts";
import { postPrompt } from "./endpoint.ts";

/** Requests to a service that are under way at once. */
const AT_ONCE = 4;

/**
 * What asks a model.
 * @param key for an endpoint; null for none.
 */
export function askerOf(model: LanguageModel, key: string | null, outside: Outside): AskModel {
  return model.kind === "command"
    ? (sent) => runPrompt(model, sent, outside)
    : (sent) => postPrompt(model, key, sent, outside);
}

/** How many questions a model is asked at once: a program has the machine to itself. */
export function atOnceOf({ kind }: LanguageModel): number {
  return kind === "command" ? 1 : AT_ONCE;
}

/**
 * Asks one question after the other, or a few at once, and hands on each answer in their order.
 * @returns why the rest was not asked; null where all were.
 */
export async function askEach<Asked extends { readonly sent: string }>(
  questions: readonly Asked[],
  ask: AskModel,
  atOnce: number,
  onAnswers: (answers: readonly (readonly [Asked, Result<string, Failure>])[]) => Promise<void>,
): Promise<Failure | null> {
  for (let at = 0; at < questions.length; at += atOnce) {
    const group = questions.slice(at, at + atOnce);
    const answers = await Promise.all(
      group.map(async (one) => [one, await ask(one.sent)] as const),
    );
    const failures = answers.flatMap(([, answer]) => (answer.ok ? [] : [answer.why]));
    const last = failures.find(({ isLasting }) => isLasting);
    await onAnswers(answers.filter(([, answer]) => answer.ok || !answer.why.isLasting));
    if (last) return last;
  }
  return null;
}
