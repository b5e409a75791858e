import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import { allowanceOf, type LanguageModel } from "../core/settings/language-model.ts";
import { askerOf } from "../language-model/ask.ts";
import type { AskModel } from "../language-model/define.ts";
import type { Project } from "../project/project.ts";
import type { Io } from "./io.ts";

/** The environment variable that allows what `pm.yaml` names. */
const ALLOW = "PM_LLM_ALLOW";
const WHAT_TO_WRITE =
  "Write into pm.yaml: `llm: { endpoint: https://models.example.com/v1, model: NAME, key_env: PM_LLM_KEY }` " +
  "or `llm: { command: [PROGRAM, ARGUMENT] }`. See docs/language-model.md.";

/**
 * The language model of a project.
 * @param option that needs it.
 * @throws {UsageError} where none is set up.
 */
export function modelOf({ config: { languageModel } }: Project, option: string): LanguageModel {
  if (languageModel) return languageModel;
  throw new UsageError(`${option} needs a language model, and no \`llm\` is set up`, WHAT_TO_WRITE);
}

/** What is called, to the letter: blanks and line breaks of a command show as what they are. */
function nameOf(model: LanguageModel): string {
  return model.kind === "command" ? allowanceOf(model) : model.url;
}

/** The assignment that allows a model, for a shell: nothing that `pm.yaml` says gets out of the quotes. */
function assignmentOf(allowance: string): string {
  return `${ALLOW}='${allowance.replaceAll("'", String.raw`'\''`)}'`;
}

/** The key of a model; null where it needs none. No message repeats it. */
function keyOf(model: LanguageModel, { env }: Io): string | null {
  if (model.kind === "command" || model.keyEnv === null) return null;
  const key = env[model.keyEnv]?.trim() ?? "";
  if (key === "") {
    const hint = "`key_env` of `llm` in pm.yaml names it as the variable that holds the key.";
    throw new UsageError(`$${model.keyEnv} is not set`, hint);
  }
  if (/^[\x21-\x7e]+$/u.test(key)) return key;
  throw new UsageError(
    `$${model.keyEnv} holds no key: it has blanks or other characters that a key cannot have`,
  );
}

/**
 * Whether the user wants what `pm.yaml` names to be called: that file may come from somebody else, and
 * it decides which program runs, or where documents and a key are sent.
 */
async function allow(model: LanguageModel, count: number, io: Io): Promise<void> {
  const allowance = allowanceOf(model);
  if (io.env[ALLOW] === allowance) return;
  if (io.ask === null) {
    throw new UsageError(
      `pm.yaml names a language model that you have not allowed: ${nameOf(model)}`,
      `To allow it, set ${assignmentOf(allowance)} in the environment. --show-prompt shows what would be sent.`,
    );
  }
  const withKey =
    model.kind === "endpoint" && model.keyEnv ? ` with the key in $${model.keyEnv}` : "";
  const what =
    model.kind === "command"
      ? `Run this program ${counted(count, "time")}: ${nameOf(model)}?`
      : `Send ${counted(count, "prompt")} to ${nameOf(model)}${withKey}?`;
  const answer = await io.ask.one(what, [
    { value: "no", name: "No" },
    { value: "yes", name: `Yes (${assignmentOf(allowance)} skips this question)`, short: "Yes" },
  ]);
  if (answer !== "yes") throw new UsageError("Nothing was sent to the language model");
}

/**
 * What asks the model of a project, once the user has allowed it.
 * @param count how many prompts are to be sent.
 * @throws {UsageError} where its key is missing, or it is not allowed.
 */
export async function openModel(model: LanguageModel, count: number, io: Io): Promise<AskModel> {
  const key = keyOf(model, io);
  await allow(model, count, io);
  if (io.outside) return askerOf(model, key, io.outside);
  throw new UsageError("No language model can be reached from here");
}

/** Prints what would be sent, to the byte, and sends nothing. */
export async function showPrompts(
  model: LanguageModel,
  sent: readonly string[],
  io: Io,
): Promise<void> {
  if (sent.length === 0) {
    await io.say("Nothing would be sent");
    return;
  }
  for (const one of sent) await io.result(one.endsWith("\n") ? one : `${one}\n`);
  const how = model.kind === "command" ? "Would be read by" : "Would be posted to";
  await io.say(`${how} ${nameOf(model)}: ${counted(sent.length, "prompt")}. Nothing was sent.`);
}
