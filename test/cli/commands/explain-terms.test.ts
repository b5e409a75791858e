import { describe, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

const explain = (...args: readonly string[]) => runCli(["explain", ...args, "--dir", "examples"]);

describe("pm explain of a term", () => {
  test("says what a competency means, what to learn from, and how often it was missing", async () => {
    const { stdout, code } = await explain("messaging.backpressure");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^messaging\.backpressure\nBackpressure \(competency of messaging\)\n\nRead queue depth/,
    );
    expect(stdout).toContain("Also called: back pressure, consumer lag,");
    expect(stdout).toContain("  Fred Hebert: Queues Don't Fix Overload (article, 30 min)\n");
    expect(stdout).toContain(
      "\nMissing in 4 of 19 incidents; 1 draft left out.\nAsked for it: platform (4).\n",
    );
    expect(stdout).toContain("\nIn a postmortem: (gap: messaging.backpressure, knowledge)\n");
  });

  test("says what a domain holds", async () => {
    const { stdout } = await explain("messaging");
    expect(stdout).toContain("\nHolds: messaging.backpressure, messaging.delivery-semantics,");
  });

  test.each<[name: string, line: string]>([
    ["P1", "Critical (severity)"],
    ["instrumentation", "It calls for: build the tool, or make it known."],
    ["checkout-api", "Owned by checkout."],
    ["payments", "Payments (team)"],
    ["too few", "Too few: 1 incident, which may be chance."],
    ["Systemic", "It calls for a programme across teams."],
  ])("knows %s", async (name, line) => {
    const { stdout, code } = await explain(name);
    expect(code).toBe(0);
    expect(stdout.split("\n")).toContain(line);
  });

  test.each<[name: string, hint: string]>([
    ["backpresure", "Did you mean `messaging.backpressure`?"],
    ["gap-misssing", "Did you mean `gap-missing`?"],
    ["blame", "Did you mean `blame-word`?"],
    ["systmic", "Did you mean `systemic`?"],
    ["qqqqqq", "`pm explain` lists the rules, `pm taxonomy list` the terms."],
  ])("suggests from all kinds for %s", async (name, hint) => {
    const { stderr, code } = await explain(name);
    expect(stderr).toBe(`pm: Unknown rule, term or verdict \`${name}\`\n    ${hint}\n`);
    expect(code).toBe(2);
  });

  test("says what a verdict over time means, however many years it names", async () => {
    expect((await explain("only in 2025-Q1")).stdout).toContain("all in that year.");
    const { stdout } = await explain("in 3 of 5 quarters");
    expect(stdout).toBe(
      "in 3 of 5 quarters\nIn 2 of 3 years: at least 2 incidents, in 2 of the 3 years (or quarters, or months) that hold an incident. Only in 2025: at least 2 incidents, all in that year.\n\nName teams and services in the postmortems first. If the teams are not shown, offer learning to everybody.\n",
    );
  });
});
