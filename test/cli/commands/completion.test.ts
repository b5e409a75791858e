import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { splitLine } from "../../../src/cli/commands/completion/line.ts";
import { RULES } from "../../../src/lint/rules/index.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { type CliWorld, ROOT, runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

/** What follows at TAB, without the descriptions. Whatever happens, it is no error. */
async function complete(line: string, world: CliWorld = {}, shell = "zsh") {
  const { stdout, stderr, code } = await runCli(["complete", shell, "--", line], world);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  const lines = stdout.split("\n").slice(0, -1);
  return lines.map((one) => one.replace(/\t.*/, ""));
}

describe("splitLine", () => {
  test.each([
    ["pm gaps ", ["pm", "gaps", ""]],
    ["pm gaps", ["pm", "gaps"]],
    ["", [""]],
    [`pm --dir "my folder" 'a b' c\\ d`, ["pm", "--dir", "my folder", "a b", "c d"]],
    [`pm --dir "my fol`, ["pm", "--dir", "my fol"]],
    [`pm "a\\"b\\c" \\`, ["pm", 'a"b\\c', ""]],
    [`pm '' `, ["pm", "", ""]],
  ])("%j", (line, words) => {
    expect(splitLine(line)).toEqual(words);
  });
});

describe("candidates", () => {
  test("commands come from the program, with their summaries", async () => {
    const { stdout } = await runCli(["complete", "fish", "--", "pm "]);
    for (const { name, summary } of REPORTS) expect(stdout).toContain(`${name}\t${summary}\n`);
    const names = await complete("pm ");
    expect(names).toEqual(expect.arrayContaining(["init", "new", "lint", "completion", "help"]));
    expect(names).not.toContain("complete");
    expect(await complete("pm ga")).toEqual(["gaps"]);
    expect(await complete("pm help ga")).toEqual(["gaps"]);
    expect(await complete("PM_X=1 pm ga")).toEqual(["gaps"]);
  });

  test("every option that a command shows in its help is offered", async () => {
    for (const { name } of REPORTS) {
      const { stdout } = await runCli([name, "--help"]);
      const shown = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag);
      expect([...(await complete(`pm ${name} -`))].sort()).toEqual(shown.sort());
    }
  });

  test.each([
    ["pm gaps --dir examples --service led", ["ledger"]],
    ["pm gaps --dir examples --section ", ["gaps"]],
    ["pm gaps --dir examples --evidence --section e", ["evidence"]],
    ["pm gaps --since 6", ["6mo"]],
    ["pm taxonomy rename --dir examples messaging.ba", ["messaging.backpressure"]],
    ["pm gaps --dir examples --service ledger,p", ["ledger,payment-router", "ledger,payouts"]],
    ["pm gaps --dir examples --service ledger,led", []],
    ["pm gaps --dir=examples --service=led", ["--service=ledger"]],
    ["pm gaps --dir 'examples' --service a --team plat", ["platform"]],
    ["pm gaps --config examples/pm.yaml --severity P", ["P1", "P2", "P3", "P4"]],
    ["pm ttd --dir examples --competency caching.st", ["caching.stampede"]],
    ["pm new --dir examples --severity P1 --service pay", ["payment-router", "payouts"]],
    ["pm gaps --format m", ["markdown"]],
    ["pm gaps --evidence --by d", ["domain"]],
    ["pm schema tax", ["taxonomy"]],
    ["pm completion ", ["bash", "zsh", "fish"]],
    ["pm new --template ", ["full", "light", "narrative"]],
    ["pm lint ", [":files"]],
    ["pm lint a.md b", [":files"]],
    ["pm lint --quiet -- -", [":files"]],
    ["pm lint --changed --qui", ["--quiet"]],
    ["pm lint --changed ma", []],
    ["pm lint --dir ", [":folders"]],
    ["pm lint --dir=ex", [":folders"]],
    ["pm gaps --config ", [":files"]],
    ["pm gaps > ", [":files"]],
    ["pm init ", [":folders"]],
    ["pm new Tit", []],
    ["pm gaps --limit ", []],
    ["pm nonsense ", []],
  ])("%s", async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });

  test("a command that takes no more arguments offers its options", async () => {
    expect(await complete("pm gaps ")).toEqual(await complete("pm gaps -"));
  });

  test("rules are offered to pm explain, with what they say", async () => {
    const all = await complete("pm explain ");
    expect(all.slice(0, RULES.length)).toEqual(RULES.map(({ id }) => id));
    expect(all).toEqual(expect.arrayContaining(["systemic", "messaging.backpressure"]));
    const { stdout } = await runCli(["complete", "fish", "--", "pm explain gap-evi"]);
    expect(stdout).toBe("gap-evidence\tEvery gap comes with evidence: a sentence that shows it.\n");
  });

  test("the taxonomy is that of the folder, or of --dir as the shell would expand it", async () => {
    const taxonomy = "version: 1\nteams:\n  - { id: ours, size: 4 }\n  - { id: solo, size: 1 }\n";
    await put("taxonomy.yaml", taxonomy);
    expect(await complete("pm gaps --team ", { cwd: path() })).toEqual(["ours"]);
    const env = { HOME: path() };
    expect(await complete("pm gaps --dir ~ --team ", { env })).toEqual(["ours"]);
  });

  test.each(["foldr: .\n", "taxonomy: nowhere.yaml\n", "folder: [\n"])(
    "a broken project has no candidates, and TAB says nothing of it: %j",
    async (config) => {
      await put("pm.yaml", config);
      expect(await complete("pm gaps --service ", { cwd: path() })).toEqual([]);
      expect(await complete("pm gaps --dir nowhere --service ", { cwd: path() })).toEqual([]);
      expect(await complete("pm gaps --form", { cwd: path() })).toEqual(["--format"]);
    },
  );

  test("an id can neither run anything nor steer the terminal", async () => {
    const ids = ["a team", "$(touch pwned)", "x\u001b[2J", "plain-1.é"];
    const teams = ids.map((id) => `  - { id: ${JSON.stringify(id)} }\n`).join("");
    await put("taxonomy.yaml", `version: 1\nteams:\n${teams}`);
    const world = { cwd: path() };
    expect(await complete("pm gaps --team ", world, "bash")).toEqual([
      "a\\ team",
      "\\$\\(touch\\ pwned\\)",
      "plain-1.é",
    ]);
    expect(await complete("pm gaps --team ", world, "fish")).toEqual([
      "a team",
      "$(touch pwned)",
      "plain-1.é",
    ]);
  });
});

describe("scripts", () => {
  test("the help says how to install each", async () => {
    const { stdout } = await runCli(["completion", "--help"]);
    expect(stdout).toContain("~/.bashrc");
    expect(stdout).toContain("~/.zshrc");
    expect(stdout).toContain("~/.config/fish/completions/pm.fish");
  });

  test("another shell is wrong usage", async () => {
    const { stderr, code } = await runCli(["completion", "tcsh"]);
    expect(stderr).toContain("Allowed choices are bash, zsh, fish.");
    expect(code).toBe(2);
  });

  test.each(["bash", "zsh", "fish"])("%s asks pm, and silently", async (shell) => {
    const { stdout, code } = await runCli(["completion", shell]);
    expect(stdout).toContain(`pm complete ${shell} -- "$line" 2>/dev/null`);
    expect(stdout).not.toContain("eval");
    expect(code).toBe(0);
  });

  const canRun = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

  test.each(["bash", "zsh", "fish"].filter(canRun))("%s can read its script", (shell) => {
    const script = join(ROOT, "templates/completion", `pm.${shell}`);
    const { status, stderr } = spawnSync(shell, ["-n", script], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  /** What bash would offer for a line, where pm answers with `reply`. */
  async function completeInBash(line: string, current: string, reply: string): Promise<string> {
    const { stdout: script } = await runCli(["completion", "bash"]);
    const program = `${script}
      pm() { printf '%s' "$*" > asked; printf '%s' "$REPLY_OF_PM"; }
      COMP_LINE=$LINE COMP_POINT=\${#LINE}
      _pm_completion pm "$CURRENT" pm
      echo "asked: $(cat asked)"
      printf '[%s]' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, LINE: line, CURRENT: current, REPLY_OF_PM: reply };
    const options = { cwd: path(), env, encoding: "utf8" } as const;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", program], options);
    expect(stderr).toBe("");
    return stdout;
  }

  describe.skipIf(!canRun("bash"))("in bash", () => {
    test("candidates are offered without their descriptions", async () => {
      const line = 'pm gaps --dir "my folder" --service p';
      expect(await completeInBash(line, "p", "payouts\tPay outs\nportal\t\n")).toBe(
        `asked: complete bash -- ${line}\n[payouts][portal]`,
      );
    });

    test("of `--option=value` only the value is replaced, as bash does it", async () => {
      const reply = "--service=ledger,payouts\t\n";
      const offered = await completeInBash("pm gaps --service=ledger,p", "ledger,p", reply);
      expect(offered).toContain("\n[ledger,payouts]");
    });

    test.each([":files\n", ":folders\n", ""])("%j leaves it to bash", async (reply) => {
      expect(await completeInBash("pm lint ", "", reply)).toBe(
        "asked: complete bash -- pm lint \n[]",
      );
    });

    test("what is being typed is never run", async () => {
      await completeInBash("pm new $(touch pwned) ", "", "");
      expect(spawnSync("ls", [path("pwned")]).status).not.toBe(0);
    });
  });
});
