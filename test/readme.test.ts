import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FINDING_FORMATS } from "../src/formats/findings/index.ts";
import { FORMATS } from "../src/formats/tables/index.ts";
import { REPORTS } from "../src/reports/index.ts";
import { EDITIONS } from "../src/share/index.ts";
import { ROOT, runCli } from "./support/run-cli.ts";

const WIDTH = "96";
const DOCUMENTS = ["README.md", "docs/tour.md"];

/** Runs each `$ pm …` line of a console block and puts what it prints below it. */
async function regenerateBlock(block: string): Promise<string> {
  const commands = block.split("\n").filter((line) => line.startsWith("$ pm "));
  const parts: string[] = [];
  for (const command of commands) {
    const words = command.slice("$ pm ".length).match(/"[^"]*"|\S+/g) ?? [];
    const args = words.map((word) => word.replace(/^"|"$/g, ""));
    const { stdout } = await runCli(args, { env: { COLUMNS: WIDTH } });
    parts.push(`${command}\n${stdout}`);
  }
  return parts.join("\n");
}

test.each(DOCUMENTS)("every console block of %s shows what its commands print", async (name) => {
  const path = join(ROOT, name);
  const written = await readFile(path, "utf8");
  let regenerated = "";
  let end = 0;
  for (const found of written.matchAll(/(?<=^```console\n)[\s\S]*?(?=^```$)/gm)) {
    regenerated += written.slice(end, found.index) + (await regenerateBlock(found[0]));
    end = found.index + found[0].length;
  }
  expect(end).toBeGreaterThan(0);
  await expect(regenerated + written.slice(end)).toMatchFileSnapshot(path);
});

const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

test("docs/json.md names every report", async () => {
  const written = await readFile(join(ROOT, "docs/json.md"), "utf8");
  const names = namesOf(REPORTS).map((name) => `\`${name}\``);
  expect(names.filter((name) => !written.includes(name))).toEqual([]);
});

test.each([
  ["report", namesOf(REPORTS).map((name) => `\`pm ${name}`)],
  ["format of tables", [`--format ${namesOf(FORMATS).join("|")}`]],
  ["format of findings", [`--format ${namesOf(FINDING_FORMATS).join("|")}`]],
  ["edition", [`--as ${namesOf(EDITIONS).join("\\|")}`]],
])("README.md names every %s", async (_what, names) => {
  const written = await readFile(join(ROOT, "README.md"), "utf8");
  expect(names.filter((name) => !written.includes(name))).toEqual([]);
});
