/** A service that speaks OpenAI's chat completions. */
export interface ModelEndpoint {
  readonly kind: "endpoint";
  /** The address that prompts are posted to. */
  readonly url: string;
  readonly model: string;
  /** Name of the environment variable that holds the key; null for a service that needs none. */
  readonly keyEnv: string | null;
}

/** A program that reads a prompt on standard input and prints the answer. */
export interface ModelCommand {
  readonly kind: "command";
  readonly program: string;
  readonly args: readonly string[];
  /** What it is called where its answers are shown. */
  readonly model: string;
}

/** The language model that a team has set up; nothing asks it unless an option says so. */
export type LanguageModel = ModelEndpoint | ModelCommand;

/**
 * What somebody writes into `PM_LLM_ALLOW` to allow it: the address and the name of the key's
 * variable, or the command as JSON. A changed configuration no longer matches.
 */
export function allowanceOf(model: LanguageModel): string {
  if (model.kind === "command") return JSON.stringify([model.program, ...model.args]);
  return model.keyEnv === null ? model.url : `${model.url} ${model.keyEnv}`;
}
