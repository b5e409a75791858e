import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

function incident(started: string): string {
  return `---\ntitle: Late mails\nstatus: final\nteams: [mail]\ntimes:\n  started: ${started}\n---\n\n## Contributing factors\n\n- Lag. (gap: observability.tracing)\n`;
}

const NOTE = "1 incident starts in the future and is left out: future.md";

test.each([
  ["list"],
  ["gaps"],
  ["ttd"],
  ["trends"],
  ["signal"],
  ["coverage"],
  ["escalations"],
  ["actions"],
  ["review"],
  ["plan"],
  ["families"],
  ["taxonomy", "usage", "--since", "6mo"],
])("pm %s %s notes an incident whose year is wrong", async (...args) => {
  await put("past.md", incident("2026-02-20T10:00:00Z"));
  await put("future.md", incident("2062-02-20T10:00:00Z"));
  const { stdout } = await runCli(args, { cwd: path() });
  expect(stdout.replaceAll(/\s+/gu, " ")).toContain(NOTE);
  const asked = await runCli([...args, "--as-of", "2026-06-01"], { cwd: path() });
  expect(asked.stdout.replaceAll(/\s+/gu, " ")).not.toContain(NOTE);
});
