import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
} from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/formats/tables/index.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { type CliResult, ROOT, runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

const COPIED = [
  "2026-01-13-checkout-backlog.md",
  "2026-02-24-webhook-retry-storm.md",
  "2026-03-17-payouts-migration-lock.md",
  "2026-06-24-edge-config-push.md",
];
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const CHANGED = `postmortems/${COPIED[0] ?? ""}`;

/** Sets back the time of a document, so that no clock is too coarse for it. */
async function settle(name: string): Promise<void> {
  await utimes(folder.path(name), LONG_AGO, LONG_AGO);
}

beforeEach(async () => {
  await mkdir(folder.path("postmortems"));
  for (const name of ["pm.yaml", "taxonomy.yaml", "interventions.yaml"]) {
    await cp(join(ROOT, "examples", name), folder.path(name));
  }
  for (const name of COPIED) {
    await cp(join(ROOT, "examples/postmortems", name), folder.path(`postmortems/${name}`));
    await settle(`postmortems/${name}`);
  }
});

function run(...args: readonly string[]): Promise<CliResult> {
  return runCli(args, { cwd: folder.path() });
}

/** One report for each set of facts that reports ask. */
const ASKING = new Map(REPORTS.map(({ needs, name }) => [needs.join(), name]));
const QUERIES: readonly (readonly string[])[] = [
  ["lint", "--format", "json"],
  ...[...ASKING.values()].map((name) => [name, "--since", "1y", "--format", "json"]),
];

/** What becomes of the folder between two runs. */
const STEPS: readonly (readonly [string, () => Promise<void>])[] = [
  ["at first", () => Promise.resolve()],
  ["with nothing changed", () => Promise.resolve()],
  [
    "with a document changed",
    () => appendFile(folder.path(CHANGED), "\n- One more. (gap: nobody.knows-it)\n"),
  ],
  ["with one more", () => folder.put("postmortems/2026-05-01-new.md", "---\ntitle: A\n---\n")],
  ["with one less", () => rm(folder.path(`postmortems/${COPIED[1] ?? ""}`))],
  [
    "with another taxonomy",
    () => appendFile(folder.path("taxonomy.yaml"), "  - id: unheard-of\n    name: Unheard of\n"),
  ],
  [
    "with dates that another document orders",
    async () => {
      await folder.put("postmortems/a.md", "---\ntitle: B\n---\n\nDate: 03/04/2026\n");
      await folder.put("postmortems/b.md", "---\ntitle: C\n---\n\nDate: 23/04/2026\n");
    },
  ],
  [
    "with another order of dates",
    () => folder.put("postmortems/b.md", "---\ntitle: C\n---\n\nDate: 04/23/2026\n"),
  ],
];

it("says the same as what reads every file, whatever happens to them", async () => {
  for (const [name, step] of STEPS) {
    await step();
    for (const query of QUERIES) {
      const read = await run(...query, "--no-cache");
      expect({ name, query, ...(await run(...query, "--cache")) }).toEqual({
        name,
        query,
        ...read,
      });
    }
  }
}, 120_000);

/** The files of the cache, those of one sort of reading. */
async function cached(prefix: string): Promise<readonly string[]> {
  const names = await readdir(folder.path(".pm/cache"));
  return names.filter((name) => name.startsWith(prefix)).toSorted();
}

/** Longer than the coarsest clock of a file system. */
const A_WHILE = 2100;

/** What a file of the cache holds of its documents beside the times of their files. */
function factsIn(text: string): unknown {
  return { ...(JSON.parse(text.split("\n")[1] ?? "") as object), stamps: null };
}

async function contents(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await folder.read(`.pm/cache/${name}`)] as const),
    ),
  );
}

describe("the cache", () => {
  it("lies beside pm.yaml, where git ignores it", async () => {
    await run("lint", "--cache");
    expect(await folder.read(".pm/cache/.gitignore")).toBe("*\n");
    expect((await cached("findings-")).length).toBeGreaterThan(0);
  });

  it("lies under XDG_CACHE_HOME where that is set, without those of projects that are gone", async () => {
    const home = folder.path("home");
    await folder.put("home/pm/0123456789ab/.gitignore", "*\n");
    await utimes(join(home, "pm/0123456789ab/.gitignore"), 1, 1);
    await runCli(["lint", "--cache"], { cwd: folder.path(), env: { XDG_CACHE_HOME: home } });
    await expect(cached("findings-")).rejects.toThrow("ENOENT");
    expect(await readdir(join(home, "pm"))).toHaveLength(1);
  });

  it.skipIf(process.platform === "win32")("is for who wrote it alone", async () => {
    await mkdir(folder.path(".pm/cache"), { recursive: true, mode: 0o755 });
    await run("lint", "--cache");
    const modeOf = async (name: string) => (await stat(folder.path(name))).mode & 0o777;
    expect(await modeOf(".pm/cache")).toBe(0o700);
    const [name = ""] = await cached("findings-");
    expect(await modeOf(`.pm/cache/${name}`)).toBe(0o600);
  });

  it.each([
    ["the sources are run", [], {}],
    ["it is not wanted", ["--no-cache"], {}],
    ["CI is set", [], { CI: "true" }],
  ] as const)("is not there where %s", async (_why, args, env) => {
    await runCli(["lint", ...args], { cwd: folder.path(), env });
    expect(await readdir(folder.path())).not.toContain(".pm");
  });

  it("is written for what changed alone", async () => {
    await setTimeout(A_WHILE);
    await run("gaps", "--cache");
    const before = await contents(await cached("facts-"));
    await run("gaps", "--cache");
    const again = await contents(await cached("facts-"));
    expect([...again].filter(([name, text]) => before.get(name) !== text)).toHaveLength(0);
    await appendFile(folder.path(CHANGED), "\n");
    await run("gaps", "--cache");
    const after = await contents(await cached("facts-"));
    const changed = [...after].filter(([name, text]) => before.get(name) !== text);
    expect(changed).toHaveLength(1);
  });

  it("takes no file for the same by its size and its time alone right after it was written", async () => {
    const text = "---\ntitle: A\nseverity: P1\n---\n";
    await folder.put("postmortems/z.md", text);
    await run("list", "--cache");
    await folder.put("postmortems/z.md", text.replace("P1", "P2"));
    const { stdout } = await run("list", "--cache", "--format", "json");
    expect(stdout).toBe((await run("list", "--no-cache", "--format", "json")).stdout);
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, -20)],
    ["empty", () => ""],
    ["of another letter", (text: string) => text.replace('"paths"', '"pathz"')],
    ["no text of ours", () => "{}"],
  ])("is made again where a file is %s, which is said once", async (_how, damage) => {
    const first = await run("gaps", "--since", "1y", "--cache");
    const [name = ""] = await cached("facts-");
    const before = await folder.read(`.pm/cache/${name}`);
    await folder.put(`.pm/cache/${name}`, damage(before));
    const second = await run("gaps", "--since", "1y", "--cache");
    const path = folder.path(`.pm/cache/${name}`);
    expect(second).toEqual({
      ...first,
      stderr: `warning: ${path} is damaged; it was left out, and is made again\n${first.stderr}`,
    });
    expect(factsIn(await folder.read(`.pm/cache/${name}`))).toEqual(factsIn(before));
    expect(await run("gaps", "--since", "1y", "--cache")).toEqual(first);
  });

  it("does not count where it was copied to", async () => {
    await run("gaps", "--cache");
    const [name = ""] = await cached("facts-");
    const before = await folder.read(`.pm/cache/${name}`);
    await rename(folder.path(".pm"), folder.path("elsewhere"));
    await cp(folder.path("elsewhere"), folder.path(".pm"), { recursive: true });
    expect((await run("gaps", "--cache")).code).toBe(0);
    expect(await folder.read(`.pm/cache/${name}`)).not.toBe(before);
  });

  it("is done without where the folder cannot be written", async () => {
    const before = await run("gaps");
    await folder.put(".pm/cache", "a file in its place");
    expect(await run("gaps", "--cache")).toEqual(before);
  });

  it("is not written through a link that leaves the folder", async () => {
    await mkdir(folder.path("away"));
    await mkdir(folder.path("project"));
    for (const name of ["pm.yaml", "taxonomy.yaml", "postmortems"]) {
      await cp(folder.path(name), folder.path(`project/${name}`), { recursive: true });
    }
    await symlink(folder.path("away"), folder.path("project/.pm"));
    await runCli(["gaps", "--cache"], { cwd: folder.path("project") });
    expect(await readdir(folder.path("away"))).toEqual([]);
  });

  it("outlives many runs at one time", async () => {
    const alone = await run("gaps", "--since", "1y", "--no-cache");
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => run("gaps", "--since", "1y", "--cache")),
    );
    expect(runs).toEqual(runs.map(() => alone));
    expect(await run("gaps", "--since", "1y", "--cache")).toEqual(alone);
    expect(await cached(".")).toEqual([".gitignore"]);
  });
});

/** A run whose report is written to a file where a terminal cannot show it, with that file. */
async function written(args: readonly string[], ending: string): Promise<readonly unknown[]> {
  const output = `out${ending}`;
  const result = await run(...args, "--output", output, "--force");
  return [result, await readFile(folder.path(output))];
}

/** Takes away all that is remembered of documents: what reads one writes it again. */
async function forgetDocuments(): Promise<void> {
  for (const name of await cached("facts-")) await rm(folder.path(`.pm/cache/${name}`));
}

describe("a report that is kept", () => {
  // Of files that changed just now nothing is kept.
  beforeEach(() => setTimeout(A_WHILE));

  it("is the same as one that is made, in every format, and no document is read for it", async () => {
    const asked = [
      ...REPORTS.map(({ name }) => [name, "--as-of", "2026-07-01", "--format", "json"]),
      ["gaps", "--explain"],
      ["gaps", "--row", "messaging.backpressure"],
      ["gaps", "--since", "1y"],
      ["gaps", "--section", "nothing"],
      ["actions", "--format", "csv"],
    ];
    for (const args of asked) {
      const made = await run(...args, "--no-cache");
      expect({ args, ...(await run(...args, "--cache")) }).toEqual({ args, ...made });
      await forgetDocuments();
      expect({ args, ...(await run(...args, "--cache")) }).toEqual({ args, ...made });
      expect({ args, read: await cached("facts-") }).toEqual({ args, read: [] });
    }
    for (const { name, ending } of FORMATS) {
      const args = ["gaps", "--evidence", "--format", name];
      const made = await written([...args, "--no-cache"], ending ?? "");
      await written([...args, "--cache"], ending ?? "");
      await forgetDocuments();
      expect(await written([...args, "--cache"], ending ?? "")).toEqual(made);
      expect({ args, read: await cached("facts-") }).toEqual({ args, read: [] });
    }
  }, 60_000);

  it("holds through the rest of its day, for each question and its own setup and documents", async () => {
    const moments = [
      ["list", 1, false],
      ["list", -1, true],
      ["list", 20, true],
      ["trends", 1, true],
    ] as const;
    for (const [name, later, isRead] of moments) {
      await run(name, "--cache");
      await forgetDocuments();
      const world = { cwd: folder.path(), later };
      const again = await runCli([name, "--cache"], world);
      expect({ name, later, isRead: (await cached("facts-")).length > 0 }).toEqual({
        ...{ name, later, isRead },
      });
      expect(again).toEqual(await runCli([name, "--no-cache"], world));
    }
    const gap = "competency: observability.alerting";
    const changes: readonly (readonly [string, string, string])[] = [
      ["pm.yaml", "list", "\nthresholds: { small_count: 2 }\n"],
      ["interventions.yaml", "impact", `  - { id: z, date: 2026-05-01, kind: course, ${gap} }\n`],
      ["signals.yaml", "gaps", `signals:\n  - { ${gap}, foreseen: 2026-05-01, by: drill }\n`],
      ["postmortems/README.md", "list", "# Postmortems\n"],
      ["postmortems/new.md", "list", "# Outage\n"],
      [CHANGED, "gaps", "\n- One more. (gap: nobody.knows-it)\n"],
    ];
    for (const [file, name, text] of changes) {
      await run(name, "--cache");
      await appendFile(folder.path(file), text);
      expect({ file, ...(await run(name, "--cache")) }).toEqual({
        file,
        ...(await run(name, "--no-cache")),
      });
    }
  }, 60_000);

  it("counts what people decided on suggestions since", async () => {
    await folder.put(
      "postmortems/untagged.md",
      "---\ntitle: Outage\n---\n\n## What went wrong\n\n- There was no runbook.\n- We were unfamiliar with consumer lag.\n",
    );
    await settle("postmortems/untagged.md");
    const review = ["review", "--as-of", "2026-07-01", "--since", "1y"];
    const before = await run(...review, "--cache");
    expect(await run(...review, "--cache")).toEqual(before);
    const ask = {
      text: () => Promise.resolve(""),
      many: () => Promise.resolve([]),
      one: (_: string, choices: readonly { readonly value: string }[]) =>
        Promise.resolve(choices.some(({ value }) => value === "reject") ? "reject" : "stop"),
    };
    await runCli(["suggest", "--interactive", "--min-confidence", "0.55"], {
      cwd: folder.path(),
      ask,
    });
    const after = await run(...review, "--cache");
    expect(after.stdout).not.toBe(before.stdout);
    expect(after).toEqual(await run(...review, "--no-cache"));
  }, 60_000);

  it("is none where something is withheld, or it rests on more than the documents", async () => {
    await folder.put("deploys.csv", "time,service\n2026-05-01T00:00Z,checkout-api\n");
    await run("conditions", "--deploys", "deploys.csv", "--cache");
    await run("actions", "--format", "ics", "--cache");
    expect(await cached("results-")).toEqual([]);
    await run("conditions", "--cache");
    expect(await cached("results-")).toHaveLength(1);
    const asked = ["conditions", "--deploys", "deploys.csv"];
    expect(await run(...asked, "--cache")).toEqual(await run(...asked, "--no-cache"));
    for (const name of await cached("results-")) await rm(folder.path(`.pm/cache/${name}`));
    await rename(folder.path(CHANGED), folder.path("postmortems/jane.doe@example.org.md"));
    await folder.put("postmortems/z.md", "a\0b");
    await setTimeout(A_WHILE);
    const made = await run("list", "--cache");
    expect(made.stderr).toContain("postmortems/z.md was left out: not UTF-8 text");
    await rm(folder.path("postmortems/z.md"));
    expect((await run("list", "--cache", "--columns", "file")).stdout).not.toContain("jane");
    expect(await cached("results-")).toEqual([]);
  });

  it("is made again where its file is damaged, which is said once", async () => {
    const first = await run("gaps", "--since", "1y", "--cache");
    const [name = ""] = await cached("results-");
    await folder.put(`.pm/cache/${name}`, (await folder.read(`.pm/cache/${name}`)).slice(0, -9));
    const path = folder.path(`.pm/cache/${name}`);
    expect(await run("gaps", "--since", "1y", "--cache")).toEqual({
      ...first,
      stderr: `warning: ${path} is damaged; it was left out, and is made again\n${first.stderr}`,
    });
    expect(await run("gaps", "--since", "1y", "--cache")).toEqual(first);
  });
});

describe("a folder that is kept for other windows", () => {
  beforeEach(async () => {
    for (let at = 0; at < 110; at += 1) {
      const name = `postmortems/${at}.md`;
      const day = `2026-0${1 + (at % 6)}-${10 + (at % 17)}`;
      const gap = at % 3 === 0 ? "messaging.backpressure" : "observability.alerting";
      const text = `title: Outage ${at}\nservices: [checkout-api]\nteams: [payments]\ntimes: { started: ${day}T10:00Z }`;
      await folder.put(name, `---\n${text}\n---\n\n## Causes\n\n- Why. (gap: ${gap})\n`);
      await settle(name);
    }
    await folder.put("postmortems/z.md", "a\0b");
    await setTimeout(A_WHILE);
  });

  const asking = (since: string) => ["gaps", "--since", since, "--format", "json"] as const;

  it("answers without any document, as one that reads all of them does", async () => {
    expect((await run(...asking("2026-05-01"), "--cache")).stderr).toContain("z.md was left out");
    await rm(folder.path("postmortems/z.md"));
    await run(...asking("2026-05-01"), "--cache");
    expect(await cached("folder-")).toHaveLength(1);
    await forgetDocuments();
    for (const args of [
      asking("2026-02-01"),
      asking("2026-06-15"),
      ["gaps", "--since", "2026-04-01", "--until", "2026-06-01", "--by", "team,service"],
      ["gaps", "--since", "1mo", "--compare", "year-ago", "--include-drafts"],
    ]) {
      expect(await run(...args, "--cache")).toEqual(await run(...args, "--no-cache"));
      expect({ args, read: await cached("facts-") }).toEqual({ args, read: [] });
    }
    for (const args of [
      asking("1d"),
      [...asking("2026-03-01"), "--evidence"],
      [...asking("2026-03-01"), "--service", "checkout-api"],
    ]) {
      expect(await run(...args, "--cache")).toEqual(await run(...args, "--no-cache"));
      expect({ args, isRead: (await cached("facts-")).length > 0 }).toEqual({ args, isRead: true });
      await forgetDocuments();
    }
  }, 60_000);

  it("is made again once documents change", async () => {
    await rm(folder.path("postmortems/z.md"));
    await run(...asking("2026-05-01"), "--cache");
    await appendFile(folder.path("postmortems/7.md"), "- One more. (gap: nobody.knows-it)\n");
    await settle("postmortems/7.md");
    await setTimeout(A_WHILE);
    for (const since of ["2026-04-01", "2026-03-01", "2026-02-01"]) {
      const [asked, before] = [asking(since), await cached("folder-")];
      expect(await run(...asked, "--cache")).toEqual(await run(...asked, "--no-cache"));
      expect(before).toHaveLength(1);
    }
    await forgetDocuments();
    expect(await run(...asking("2026-01-01"), "--cache")).toEqual(
      await run(...asking("2026-01-01"), "--no-cache"),
    );
    expect(await cached("facts-")).toEqual([]);
  }, 60_000);
});
