import { describe, expect, test } from "vitest";
import { allowanceOf } from "../../src/core/settings/language-model.ts";
import { parseConfig } from "../../src/setup/config.ts";
import { setupError } from "../../src/setup/setup-problem.ts";

function parse(text: string) {
  return parseConfig({ path: "pm.yaml", text }, "/repo/pm.yaml", [], (written) => written);
}

/** What is said of an `llm`; the model where nothing is. */
function read(llm: string) {
  const parsed = parse(`llm: ${llm}\n`);
  return parsed.ok ? parsed.value.languageModel : setupError(parsed.why).message;
}

const LOCAL = "http://localhost:11434/v1";

describe("what llm may say", () => {
  test("nothing", () => {
    expect(parse("folder: a\n")).toMatchObject({ ok: true, value: { languageModel: null } });
    expect(parse("llm:\n")).toMatchObject({ ok: true, value: { languageModel: null } });
  });

  test.each(["PM_LLM_KEY", "TOKEN"])("the variable %s holds the key", (name) => {
    const llm = `{ endpoint: ${LOCAL}, model: small, key_env: ${name} }`;
    expect(read(llm)).toMatchObject({ keyEnv: name });
  });

  test.each([
    ["https://models.example.com/v1", "https://models.example.com/v1/chat/completions"],
    ["https://models.example.com/v1/", "https://models.example.com/v1/chat/completions"],
    [
      "https://models.example.com/v1/chat/completions?version=2",
      "https://models.example.com/v1/chat/completions?version=2",
    ],
    [LOCAL, `${LOCAL}/chat/completions`],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080/chat/completions"],
    ["'http://[::1]:8080'", "http://[::1]:8080/chat/completions"],
  ])("the endpoint %s", (endpoint, url) => {
    expect(read(`{ endpoint: ${endpoint}, model: small }`)).toEqual({
      ...{ kind: "endpoint", url, model: "small", keyEnv: null },
    });
  });

  test.each([
    ["[ollama, run, qwen3]", { program: "ollama", args: ["run", "qwen3"], model: "ollama" }],
    ["llm", { program: "llm", args: [], model: "llm" }],
    ["[/opt/model/answer]", { program: "/opt/model/answer", args: [], model: "answer" }],
  ])("the command %s", (command, expected) => {
    expect(read(`{ command: ${command} }`)).toEqual({ kind: "command", ...expected });
    expect(read(`{ command: ${command}, model: small }`)).toMatchObject({ model: "small" });
  });
});

test.each([
  [`{ model: a }`, "pm.yaml:1:1 Unexpected `llm`, expected either `endpoint` or `command`"],
  [`{ endpoint: ${LOCAL}, command: a }`, "expected either `endpoint` or `command`"],
  [`{ endpoint: ${LOCAL} }`, "Missing key `model` of `llm`"],
  ["{ endpoint: models, model: a }", "pm.yaml:1:18 Unexpected `models` for `endpoint`"],
  ["{ endpoint: http://models.example.com, model: a }", "`http://` for `endpoint`, expected https"],
  ["{ endpoint: http://localhost.example.com, model: a }", "expected https"],
  ["{ endpoint: ftp://localhost, model: a }", "expected https"],
  ["{ command: a, key_env: PM_LLM_KEY }", "Unexpected `key_env` beside `command`"],
  ["{ command: [./model.sh] }", "Unexpected program `./model.sh` for `command`"],
  ["{ command: ['..\\model.exe'] }", "a path in the project"],
  ["{ command: [] }", "Unexpected empty `command`"],
  ["{ command: [' '] }", "Unexpected empty `command`"],
  ["{ endpiont: a, model: b }", "Did you mean `endpoint`?"],
])("%s is refused", (llm, message) => {
  expect(read(llm)).toContain(message);
});

describe("a key in pm.yaml is refused, and no message repeats it", () => {
  const SECRET = "q7Zt9LmB3x";
  test.each([
    [`{ endpoint: ${LOCAL}, model: a, key: ${SECRET} }`, 60],
    [`{ endpoint: ${LOCAL}, model: a, api_key: ${SECRET} }`, 64],
    [`{ endpoint: ${LOCAL}, model: a, key_env: ${SECRET} }`, 64],
    [`{ endpoint: ${LOCAL}, model: a, key_env: 90${SECRET.length} }`, 64],
    [`{ endpoint: https://me:${SECRET}@models.example.com, model: a }`, 18],
    [`{ endpoint: "https://models.example.com?api-key=${SECRET}", model: a }`, 18],
    [`{ endpoint: "https://models.example.com?code=${SECRET}${SECRET}", model: a }`, 18],
    [`{ endpoint: http://${SECRET}@models.example.com, model: a }`, 18],
    [`{ command: [curl, -H, "Authorization: Bearer ${SECRET}"] }`, 28],
    [`{ command: [curl, --token=${SECRET}] }`, 24],
    [`{ command: [ask, sk-${SECRET}] }`, 23],
    [`{ model: [gsk_${SECRET}] }`, 16],
    [`{ endpoint: ${LOCAL}, model: github_pat_${SECRET}${SECRET} }`, 52],
    [`{ command: [ask, "-----BEGIN PRIVATE KEY-----${SECRET}"] }`, 23],
    [`{ sk-${SECRET}: ${LOCAL} }`, 8],
    [`{ command: a, ${SECRET}${SECRET}: b }`, 20],
    [`{ 'token=${SECRET}': sk-${SECRET} }`, 8],
    [`{ sk-${SECRET}: { ${SECRET}: sk-${SECRET} } }`, 8],
    [SECRET, 6],
  ])("%s", (llm, column) => {
    const message = read(llm);
    expect(message).toContain(`pm.yaml:1:${column} Unexpected key or password in \`llm\``);
    expect(message).not.toContain(SECRET);
    expect(message).toContain("`key_env: PM_LLM_KEY`");
  });
});

test("what allows a model names all that a change of pm.yaml could turn", () => {
  const endpoint = { kind: "endpoint", url: "https://a.example/v1", model: "m" } as const;
  expect(allowanceOf({ ...endpoint, keyEnv: null })).toBe("https://a.example/v1");
  expect(allowanceOf({ ...endpoint, keyEnv: "A_KEY" })).toBe("https://a.example/v1 A_KEY");
  const command = { kind: "command", program: "ask", args: ["a b", "c"], model: "m" } as const;
  expect(allowanceOf(command)).toBe('["ask","a b","c"]');
});
