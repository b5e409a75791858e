import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../src/lint/rules/index.ts";
import { ROOT, runCli } from "./support/run-cli.ts";

const FOLDER = join(ROOT, "docs/rules");

describe("docs/rules", () => {
  test.each(RULES.map(({ id }) => id))("%s.md is what pm explain prints", async (id) => {
    const { stdout } = await runCli(["explain", id, "--format", "markdown"]);
    await expect(stdout).toMatchFileSnapshot(join(FOLDER, `${id}.md`));
  });

  test("README.md lists every rule", async () => {
    const { stdout } = await runCli(["explain", "--format", "markdown"]);
    await expect(stdout).toMatchFileSnapshot(join(FOLDER, "README.md"));
  });

  test("has no page of a rule that is no more", () => {
    const pages = ["README.md", ...RULES.map(({ id }) => `${id}.md`)];
    expect(readdirSync(FOLDER).filter((page) => !pages.includes(page))).toEqual([]);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the texts of %s", (_id, rule) => {
  test("say which command is the better for it", () => {
    expect(rule.helps).toMatch(/`(?:pm [a-z]+|--[a-z]+)/);
  });

  test("are whole sentences", () => {
    for (const text of [rule.summary, rule.why, rule.helps]) expect(text).toMatch(/^[^]+[.?]$/);
  });

  test("describe each option", () => {
    for (const option of Object.values(rule.options ?? {})) expect(option.description).not.toBe("");
  });
});
