import type { LanguageModel } from "../core/settings/language-model.ts";
import { sha256 } from "../core/sha256.ts";
import { printableJson } from "../core/text/printable.ts";
import type { Prompt } from "./define.ts";

/** JSON that is shown in the log of a build as it is sent: `##[` would be a command to its runner. */
function shownJson(data: unknown, indent?: number): string {
  return printableJson(JSON.stringify(data, null, indent)).replace(/#(?=#)/gu, "\\u0023");
}

/**
 * What is sent to a model, to the byte: the body of a request, or what a program reads. It holds no
 * key, and no character that steers a terminal. Temperature 0: the same question, the same answer.
 */
export function sentText(model: LanguageModel, { task, data }: Prompt): string {
  if (model.kind === "command") {
    return `${task}\n\n${shownJson(data, 2)}\n`;
  }
  const messages = [
    { role: "system", content: task },
    { role: "user", content: JSON.stringify(data) },
  ];
  return shownJson({ model: model.model, temperature: 0, messages });
}

/**
 * Tells a question from any other: what was sent, where to, and in which form answers are read.
 * @param version of the form: a new one makes answers from before worthless.
 */
export function questionId(model: LanguageModel, sent: string, version: number): string {
  const where = model.kind === "command" ? [model.program, ...model.args] : [model.url];
  return sha256(JSON.stringify([version, ...where, sent])).slice(0, 16);
}
