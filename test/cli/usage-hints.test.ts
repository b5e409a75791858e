import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

test.each([
  ["gaps --by tem", "(Did you mean team?)"],
  ["gaps --by kind,tem", "(Did you mean team?)"],
  ["gaps --format jsn", "(Did you mean json?)"],
  ["import --status fnal", "(Did you mean final?)"],
  ["share a.md --as pubic", "(Did you mean public?)"],
  ["taxonomy adopt tems", "(Did you mean teams?)"],
  ["help gaps2", "pm: unknown command 'gaps2'\n(Did you mean gaps?)"],
  ["help nothing", "pm: unknown command 'nothing'"],
  ["gaps --since 2027", "later than 2026-07-01, where the window ends without --until"],
  ["gaps --since 2027 --until 2026-01-01", "later than --until 2026-01-01"],
  ["gaps --compare 2026-02..2026-01", "Unexpected --compare 2026-02-01..2026-01-01, which ends"],
])("pm %s says %s", async (line, said) => {
  const { code, stdout, stderr } = await runCli(line.split(" "));
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(said);
});

test.each([["gaps --format xyzzyx"], ["gaps --by competency,domain,kind"]])(
  "pm %s has nothing near",
  async (line) => {
    const { code, stderr } = await runCli(line.split(" "));
    expect(code).toBe(2);
    expect(stderr).not.toContain("Did you mean");
  },
);

test.each([["help"], ["help gaps"], ["help help"]])("pm %s shows help", async (line) => {
  const { code, stdout } = await runCli(line.split(" "));
  expect(code).toBe(0);
  expect(stdout).toContain("Usage: pm");
});
