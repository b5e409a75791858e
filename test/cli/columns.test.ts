import { describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const GAPS = ["gaps", "--dir", "examples", "--as-of", "2026-07-01", "--limit", "1"];

async function head(args: readonly string[], width = "80"): Promise<string> {
  const { stdout } = await runCli([...GAPS, ...args], { env: { COLUMNS: width } });
  return stdout.split("\n").find((line) => line.startsWith("Competency")) ?? stdout;
}

describe("--columns", () => {
  test("shows these alone, in this order, with the figures that belong into their cells", async () => {
    const { stdout } = await runCli([...GAPS, "--columns", "group,verdict,incidents_share"]);
    const lines = stdout.split("\n");
    const at = lines.findIndex((line) => line.startsWith("Competency"));
    expect(lines[at]).toMatch(/^Competency {2,}Verdict {2,}Incidents$/);
    expect(lines[at + 2]).toMatch(/^Observability {2}systemic {2}8 of 19, 42 % \[23–64\]$/);
  });

  test("holds exactly these in CSV", async () => {
    const { stdout } = await runCli([...GAPS, "--columns", "incidents,group", "--format", "csv"]);
    expect(stdout).toBe("incidents,group\n8,observability\n");
  });

  test("refuses one that there is not, and leaves out tables without any of them", async () => {
    const wrong = await runCli([...GAPS, "--columns", "group,verdikt"]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Unknown column `verdikt` of `pm gaps`");
    const heading = await runCli([...GAPS, "--columns", "group,Calls for"]);
    expect(heading.stderr).toContain("Did you mean `remedies`?");
    expect(wrong.stderr).toContain("Did you mean `verdict`?");
    const ttd = ["ttd", "--dir", "examples", "--format", "json", "--columns", "group"];
    const { stdout } = await runCli(ttd);
    expect(JSON.parse(stdout)).toMatchObject({ sections: [{ key: "durations" }] });
  });
});

test("a column that is asked for twice is shown once", async () => {
  const args = ["list", "--dir", "examples", "--format", "csv", "--columns", "date,title,date"];
  const { stdout } = await runCli(args);
  expect(stdout.split("\n")[0]?.trim()).toBe("date,title");
});

test.each([
  [80, /^Date +Severity +Title +To diagnose +Gaps$/],
  [60, /^Date +Severity +Title/],
  [40, /^Date +(?:Severity +)?Title/],
  [160, /^Date .*Title +Incident .*Gaps/],
])("pm list keeps title and date at %i columns", async (columns, expected) => {
  const args = ["list", "--dir", "examples", "--limit", "2"];
  const { stdout } = await runCli(args, { env: { COLUMNS: `${columns}` } });
  expect(stdout.split("\n").find((line) => line.startsWith("Date"))).toMatch(expected);
});

test("names stand before counts at 80 columns, and --wide shows everything", async () => {
  expect(await head([])).toMatch(/^Competency +Incidents +Team names +Verdict +Calls for$/);
  expect(await head(["--wide"])).toMatch(/Diagnosing, total .*Last seen/);
});
