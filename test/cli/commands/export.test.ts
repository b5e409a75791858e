import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { beforeEach, describe, expect, test } from "vitest";
import { DATA_FORMATS } from "../../../src/formats/data/index.ts";
import { TABLES } from "../../../src/tables/index.ts";
import { ROOT, runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

function document(id: string, month: string): string {
  return [
    ...["---", `id: ${id}`, `title: Checkout ${id}`, "status: final", "services: [checkout]"],
    ...[
      "teams: [payments]",
      `times: { started: 2026-${month}-02T10:00Z, detected: 2026-${month}-02T10:20Z }`,
    ],
    ...[
      "gaps:",
      "  - { competency: caching.stampede, kind: knowledge, evidence: Nobody knew it. }",
    ],
    ...[
      "---",
      "",
      "## Timeline",
      "",
      "| Time (UTC) | What |",
      "|---|---|",
      "| 10:00 | Load rose |",
      "| 10:20 | Alert |",
      "",
    ],
  ].join("\n");
}

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams:\n  - { id: payments, size: 8 }\nservices:\n  - { id: checkout, owner: payments }\n",
  );
  for (const month of ["03", "04", "06"])
    await put(`pms/${month}.md`, document(`m${month}`, month));
});

function run(...args: readonly string[]) {
  return runCli(["export", ...args], { cwd: path() });
}

async function bytesOf(folder: string) {
  const names = await readdir(path(folder), { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(
    files.toSorted().map(async (file) => [file.slice(path(folder).length), await readFile(file)]),
  );
}

test("docs/tables.md describes every column", async () => {
  const { stdout } = await runCli(["export", "--describe"]);
  await expect(stdout).toMatchFileSnapshot(join(ROOT, "docs/tables.md"));
});

test.each(DATA_FORMATS)("as $name writes the same bytes twice", async ({ name }) => {
  const first = await run("--output", "a", "--format", name);
  expect(first).toEqual({
    ...{ stdout: "", code: 0 },
    stderr: `Wrote a: 3 incidents in ${TABLES.length} tables, ${TABLES.length} files\n`,
  });
  await run("--output", "b", "--format", name);
  expect(await bytesOf("b")).toEqual(await bytesOf("a"));
});

test("Parquet holds what JSON lines hold", async () => {
  await run("--output", "p", "--sentences", "--source", "shop");
  await run("--output", "j", "--sentences", "--source", "shop", "--format", "jsonl");
  for (const table of ["incidents", "gaps", "timeline_rows", "competencies"]) {
    const bytes = await readFile(path(`p/${table}.parquet`));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const plain = JSON.parse(
      JSON.stringify(rows, (_key, value: unknown) =>
        typeof value === "bigint" ? Number(value) : value,
      ),
    ) as readonly Record<string, unknown>[];
    const lines = (await read(`j/${table}.jsonl`)).trimEnd().split("\n");
    const expected = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const isDay = (key: string) => key.endsWith("_on");
    const days = (row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          isDay(key) && typeof value === "string" ? value.slice(0, 10) : value,
        ]),
      );
    expect(plain.map(days)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(2);
  }
});

test("--partition-by month and filters", async () => {
  const { stderr } = await run(
    ...["--output", "out", "--partition-by", "month", "--since", "2026-03-01"],
    ...["--until", "2026-05-01", "--format", "jsonl", "--service", "checkout"],
  );
  expect(stderr).toMatch(/^Wrote out: \d+ incidents? in \d+ tables, \d+ files\n$/m);
  const months = await readdir(path("out/incidents"));
  expect(months.toSorted()).toEqual(["started_month=2026-03", "started_month=2026-04"]);
  const manifest = JSON.parse(await read("out/pm-export.json")) as Record<string, unknown>;
  expect(manifest).toMatchObject({ schema: 1, format: "jsonl", partition_by: "started_month" });
});

describe("refuses", () => {
  test.each([
    ["no --output", [], "Missing --output"],
    ["a source that is no name", ["--output", "o", "--source", "a/b"], "--source <name>"],
    ["a format that there is not", ["--output", "o", "--format", "avro"], "Allowed choices"],
  ])("%s", async (_what, args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect((await readdir(path())).toSorted()).toEqual(["pm.yaml", "pms", "taxonomy.yaml"]);
  });

  test("to replace a folder, unless it wrote it and is told to", async () => {
    await put("mine/notes.md", "mine");
    expect((await run("--output", "mine", "--force")).code).toBe(2);
    await run("--output", "out");
    const { code, stderr } = await run("--output", "out");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "pm: out already exists; nothing was written\n    Choose another name, or add --force.\n",
    });
    expect((await run("--output", "out", "--force")).code).toBe(0);
  });
});

test("small teams share one name", async () => {
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams:\n  - { id: tiny, size: 2 }\n  - { id: small, size: 4 }\n  - { id: large, size: 9 }\nservices:\n  - { id: till, owner: tiny }\n",
  );
  await put(
    "pms/one.md",
    "---\ntitle: One\nteams: [tiny, large]\nservices: [till]\ntimes: { started: 2026-01-02T10:00Z }\ngaps:\n  - { competency: caching, team: tiny, evidence: It was slow. }\nescalations:\n  - { from: tiny, to: large, reason: expertise, at: 2026-01-02T10:30Z }\n---\n",
  );
  await runCli(["export", "--output", "out", "--format", "jsonl", "--sentences"], { cwd: path() });
  for (const [name, bytes] of await bytesOf("out")) {
    expect(String(bytes), String(name)).not.toMatch(/"tiny"|"small"|"till"/);
  }
  expect(await read("out/gap_teams.jsonl")).toContain("(small teams)");
  expect(await read("out/escalations.jsonl")).toMatch(/"at":null,"from_team":"\(small teams\)"/);
});
