import { describe, expect, test } from "vitest";
import type { Output } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

interface Terminal {
  readonly isTerminal: boolean;
  /** Milliseconds that pass each time the clock is asked. */
  readonly step: number;
}

/** What a report over 70 documents writes to standard error. */
async function stderrOf({ isTerminal, step }: Terminal): Promise<string> {
  await put("pm.yaml", "folder: pms\n");
  for (let index = 0; index < 70; index += 1) {
    await put(`pms/2026-01-01-${index}.md`, `---\ntitle: ${index}\n---\n`);
  }
  let written = "";
  let now = Date.UTC(2026, 6, 1);
  const output = (write: (text: string) => void): Output => ({
    isTerminal,
    columns: 80,
    write: (text) => {
      write(text);
      return Promise.resolve();
    },
  });
  await main(["gaps"], {
    cwd: path(),
    env: {},
    now: () => (now += step),
    ask: null,
    stdout: output(() => undefined),
    stderr: output((text) => (written += text)),
    edit: () => Promise.resolve(true),
    readStdin: () => Promise.resolve(Buffer.from("")),
    untilInterrupted: () => Promise.resolve(),
  });
  return written;
}

describe("progress", () => {
  test("is shown on a terminal from one second on, and removed", async () => {
    const stderr = await stderrOf({ isTerminal: true, step: 600 });
    expect(stderr).not.toContain("postmortems: 8 of 70");
    expect(stderr).toContain("Reading postmortems: 64 of 70");
    // The line is overwritten by blanks before anything else is said.
    expect(stderr.slice(stderr.indexOf("64 of 70") + 8)).toMatch(/^\r {50}\r/);
  });

  test.each<Terminal>([
    { isTerminal: true, step: 100 },
    { isTerminal: false, step: 600 },
  ])("is not shown with $isTerminal as terminal and $step ms a step", async (terminal) => {
    expect(await stderrOf(terminal)).not.toContain("Reading postmortems");
  });
});
