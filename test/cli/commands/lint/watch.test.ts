import { expect, test } from "vitest";
import { main } from "../../../../src/cli/main.ts";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const GOOD = "---\ntitle: Checkout stalled\nstatus: draft\n---\n";

/** Standard output and error as they grow, and a promise of the moment when they hold a text. */
function observe() {
  let text = "";
  let waiting: { readonly needle: string; readonly resolve: () => void } | null = null;
  return {
    write: (part: string) => {
      text += part;
      if (waiting && text.includes(waiting.needle)) waiting.resolve();
      return Promise.resolve();
    },
    until: (needle: string) =>
      new Promise<void>((resolve) => {
        if (text.includes(needle)) resolve();
        else waiting = { needle, resolve };
      }),
  };
}

/** `pm lint --watch` as it runs, and what ends it. */
function startWatching() {
  const seen = observe();
  let interrupt: () => void = () => undefined;
  const output = { isTerminal: false, columns: null, write: seen.write };
  const ended = main(["lint", "--watch", "--format", "concise"], {
    cwd: path(),
    env: {},
    now: () => 0,
    stdout: output,
    stderr: output,
    ask: null,
    edit: () => Promise.resolve(true),
    readStdin: () => Promise.resolve(new Uint8Array()),
    untilInterrupted: () =>
      new Promise((resolve) => {
        interrupt = resolve;
      }),
  });
  const end = () => {
    interrupt();
    return ended;
  };
  return { until: seen.until, end };
}

const WAITING = "Watching for changes; press Ctrl+C to stop.\n";

test("--watch lints again after a change, and ends with the last run's code", async () => {
  await put("a.md", GOOD);
  const { until, end } = startWatching();
  await until(`0 errors, 0 warnings in 1 file\n${WAITING}`);
  await put("a.md", GOOD.replace("status", "severity: P9\nstatus"));
  await until(`1 error, 0 warnings in 1 file\n${WAITING}`);
  expect(await end()).toBe(1);
});

test("--watch says a mistake in pm.yaml, and goes on", async () => {
  await put("incidents/a.md", GOOD);
  await put("pm.yaml", "folder: incidents\n");
  const { until, end } = startWatching();
  await until(WAITING);
  await put("pm.yaml", "foldr: incidents\n");
  await until(`Did you mean \`folder\`?\n${WAITING}`);
  await put("pm.yaml", "folder: incidents\nlint:\n  rules:\n    required-facts: off\n");
  await until(`folder\`?\n${WAITING}0 errors, 0 warnings in 1 file\n${WAITING}`);
  expect(await end()).toBe(0);
});

test("--watch with --output is exit code 2", async () => {
  const { stderr, code } = await runCli(["lint", "--watch", "--output", "x"], { cwd: path() });
  expect(stderr).toBe("pm: --watch writes to the terminal, not to --output\n");
  expect(code).toBe(2);
});
