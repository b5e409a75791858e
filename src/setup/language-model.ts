import { basename, isAbsolute } from "node:path";
import type { LanguageModel } from "../core/settings/language-model.ts";
import { SECRET_FORMS } from "../core/text/secret-forms.ts";
import { type Checked, dataAt, type SchemaIssue } from "../schema/check.ts";
import type { ConfigFile } from "../schema/config.ts";
import type { SetupIssue } from "./setup-file.ts";

/**
 * What providers put before their keys, and what stands before a key in a header or an address. Where only
 * names, addresses and commands belong, it is enough for a key, however short the rest is.
 */
const KEY_BEGINNING =
  /(?:^|[^a-z0-9])(?:(?:[rgs]?sk|gh[oprsu]|glpat|xox[a-z])[-_][a-z0-9]|(?:hf|npm|nvapi|pk|r8)[-_][a-z0-9]{16}|(?:AKIA|ASIA|AIza|eyJ)[a-z0-9_-]{12}|bearer\s|(?:api[-_]?key|access[-_]?key|token|secret|password)[=:])/iu;

const VARIABLE = /^(?:[A-Z]{1,24}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/u;
/** Keys that people write for the key itself. */
const FOR_KEYS = /key|token|secret|password|authorization|bearer/iu;
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
const CHAT_PATH = "/chat/completions";

const KEEP_APART =
  "Keys do not belong in files: put it into an environment variable and give its name as `key_env: PM_LLM_KEY`.";

function keyIssue(path: SchemaIssue["path"], kind: SchemaIssue["kind"]): SchemaIssue {
  const message = "Unexpected key or password in `llm`";
  const rest = { replacement: null, meant: null, allowed: [] };
  return { kind, path, message, hint: KEEP_APART, ...rest };
}

/** Every text in some data, with its path. */
function textsIn(
  data: unknown,
  path: readonly (string | number)[],
): readonly { readonly path: SchemaIssue["path"]; readonly text: string }[] {
  if (typeof data === "string" || typeof data === "number") return [{ path, text: String(data) }];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    textsIn(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

/** What is as long and as mixed as keys are, and versions and names are not. */
const LONG_VALUE = /^(?=.*\d)[\w+/=.~-]{20,}$/u;

function isLongValue(value: string): boolean {
  return LONG_VALUE.test(value);
}

function hasCredentials(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, searchParams } = new URL(text);
  return username !== "" || password !== "" || [...searchParams.values()].some(isLongValue);
}

function holdsKey(text: string): boolean {
  const isKnown = KEY_BEGINNING.test(text) || SECRET_FORMS.some((form) => text.search(form) !== -1);
  return isKnown || hasCredentials(text);
}

/**
 * Keys that somebody wrote into `llm`, also in place of the name of a value. They are looked for before
 * anything else is checked, as other messages repeat the name or the value that they are about.
 */
function writtenKeys(data: unknown): readonly SchemaIssue[] {
  const llm = dataAt(data, ["llm"]);
  if (llm === undefined || llm === null) return [];
  if (typeof llm !== "object") return [keyIssue(["llm"], "mismatch")];
  const names = Object.keys(llm).filter((name) => holdsKey(name) || isLongValue(name));
  const values = textsIn(llm, ["llm"]).filter(({ path, text }) => {
    const name = String(path[1] ?? "");
    if (names.includes(name)) return false;
    if (name === "key_env") return !VARIABLE.test(text);
    return FOR_KEYS.test(name) || holdsKey(text);
  });
  return [
    ...names.map((name) => keyIssue(["llm", name], "unknown")),
    ...values.map(({ path }) => keyIssue(path, "mismatch")),
  ];
}

/** Checks with keys found first. */
export function withoutKeys<T>(check: (data: unknown) => Checked<T>) {
  return (data: unknown): Checked<T> => {
    const issues = writtenKeys(data);
    return issues.length > 0 ? { issues } : check(data);
  };
}

function issueAt(key: string, message: string, hint: string): SetupIssue {
  return { path: ["llm", key], what: "value", message, hint };
}

function endpointIssue(endpoint: string): SetupIssue | null {
  const hint = "Give an address such as https://models.example.com/v1.";
  if (!URL.canParse(endpoint)) {
    return issueAt("endpoint", `Unexpected \`${endpoint}\` for \`endpoint\``, hint);
  }
  const { protocol, hostname } = new URL(endpoint);
  const isLocal = protocol === "http:" && LOOPBACK.has(hostname);
  if (protocol === "https:" || isLocal) return null;
  const message = `Unexpected \`${protocol}//\` for \`endpoint\`, expected https`;
  return issueAt("endpoint", message, "Only localhost may be reached without it.");
}

function commandIssue([program = ""]: readonly string[]): SetupIssue | null {
  if (program.trim() === "") {
    const message = "Unexpected empty `command`";
    return issueAt("command", message, "Name the program and its arguments: [ollama, run, qwen3].");
  }
  if (!/[\\/]/.test(program) || isAbsolute(program)) return null;
  const message = `Unexpected program \`${program}\` for \`command\`: a path in the project`;
  const hint = "Name a program of your PATH, or give an absolute path.";
  return issueAt("command", message, hint);
}

/** What the schema cannot see of `llm`: keys that exclude each other, and addresses. */
export function languageModelIssues({ llm }: ConfigFile): readonly SetupIssue[] {
  if (!llm) return [];
  const { endpoint, command, model, key_env: keyEnv } = llm;
  const whole = (message: string, hint: string): readonly SetupIssue[] => [
    { path: ["llm"], what: "key", message, hint },
  ];
  if ((endpoint === undefined) === (command === undefined)) {
    const hint = "An endpoint also needs a `model`: see docs/language-model.md.";
    return whole("Unexpected `llm`, expected either `endpoint` or `command`", hint);
  }
  if (endpoint !== undefined && model === undefined) {
    return whole("Missing key `model` of `llm`", "Name the model that the endpoint is to use.");
  }
  if (command !== undefined && keyEnv !== undefined) {
    const hint = "A command has the environment that pm has.";
    return [issueAt("key_env", "Unexpected `key_env` beside `command`", hint)];
  }
  const issue = endpoint === undefined ? commandIssue(command ?? []) : endpointIssue(endpoint);
  return issue ? [issue] : [];
}

/** The address of chat completions below that of a service. */
function chatUrl(endpoint: string): string {
  const url = new URL(endpoint);
  const path = url.pathname.replace(/\/$/u, "");
  url.pathname = path.endsWith(CHAT_PATH) ? path : `${path}${CHAT_PATH}`;
  return url.href;
}

/** The language model of a checked file; null where it names none. */
export function languageModelOf({ llm }: ConfigFile): LanguageModel | null {
  if (!llm) return null;
  const { endpoint, command, model = "", key_env: keyEnv = null } = llm;
  if (endpoint !== undefined) return { kind: "endpoint", url: chatUrl(endpoint), model, keyEnv };
  const [program = "", ...args] = command ?? [];
  return { kind: "command", program, args, model: model === "" ? basename(program) : model };
}
