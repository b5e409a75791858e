import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./support/root.ts";

const PAGE = join(ROOT, "docs/dependencies.md");
const ROW = /^\| (\S+) +\| (.*?) +\| .* \|$/;

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Bytes of the files in a folder, without packages inside it. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.name === "node_modules") return sum;
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size);
  }, 0);
}

/** A size as the page shows it, to two digits: a patch release hardly changes it. */
function sizeText(bytes: number): string {
  return `${Number((bytes / 1000).toPrecision(2)).toLocaleString("en")} kB`;
}

function rowsOf(page: string): ReadonlyMap<string, string> {
  return new Map(
    page.split("\n").flatMap((line) => {
      const [, name, reason] = ROW.exec(line) ?? [];
      return name === undefined ||
        name === "Package" ||
        reason === undefined ||
        name.startsWith("-")
        ? []
        : [[name, reason]];
    }),
  );
}

describe("docs/dependencies.md", () => {
  const page = readFileSync(PAGE, "utf8");
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Package;
  const reasons = rowsOf(page);

  test("gives a reason for each run-time dependency and for nothing else", () => {
    expect([...reasons.keys()]).toEqual(Object.keys(dependencies));
    for (const reason of reasons.values()) expect(reason).toMatch(/[a-zA-Z]{3}/);
  });

  test("gives the size of each", async () => {
    const rows = [...reasons].map(([name, reason]) => {
      return `| ${name} | ${reason} | ${sizeText(sizeOf(join(ROOT, "node_modules", name)))} |`;
    });
    const before = page.slice(0, page.indexOf("| Package"));
    const table = ["| Package | Used for | Size |", "|---|---|---|", ...rows].join("\n");
    await expect(`${before}${table}\n`).toMatchFileSnapshot(PAGE);
  });
});
