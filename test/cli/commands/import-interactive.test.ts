import { beforeEach, describe, expect, test } from "vitest";
import type { Ask, Choice } from "../../../src/cli/io.ts";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const BODY = `# Search was slow

Attendees: Ada Lindgren, Jo Brandt

## Timeline (14 March 2026)

| Time | Event |
|---|---|
| 09:55 | Reindexing job starts |
| 10:02 | Latency climbs on all shards |
| 10:10 | Ada Lindgren is paged by the latency alert |
| 10:31 | We suspect the reindexing job |
| 10:40 | The reindexing job is stopped |
| 10:52 | Latency is back to normal |
`;

const SURE = `---
times:
  started: 2026-02-01T08:00:00Z
  detected: 2026-02-01T08:05:00Z
  diagnosed: 2026-02-01T08:30:00Z
  resolved: 2026-02-01T09:00:00Z
---

# Login failed
`;

beforeEach(async () => {
  await put("pm.yaml", "folder: pm\ntime_zone: Europe/Berlin\n");
  await put("pm/search.md", BODY);
  await put("pm/sure.md", SURE);
});

/** Somebody who answers in turn with the choice whose name begins so, and what they were asked. */
function somebody(...answers: readonly string[]) {
  const asked: { readonly message: string; readonly names: readonly string[] }[] = [];
  const rest = [...answers];
  const ask: Ask = {
    text: (message, { validate }) => {
      asked.push({ message, names: [] });
      const typed = rest.shift() ?? "";
      const valid = validate?.(typed) ?? true;
      return valid === true ? Promise.resolve(typed) : Promise.reject(new Error(valid));
    },
    many: () => Promise.reject(new Error("unexpected question")),
    one: (message, choices: readonly Choice[]) => {
      asked.push({ message, names: choices.map(({ name }) => name) });
      const next = rest.shift() ?? "Quit";
      const chosen = choices.find(({ name }) => name.startsWith(next));
      if (!chosen) return Promise.reject(new Error(`no choice ${next} of ${message}`));
      return Promise.resolve(chosen.value);
    },
  };
  return { ask, asked };
}

function run(ask: Ask, ...args: readonly string[]) {
  return runCli(["import", "--interactive", ...args], { cwd: path(), ask });
}

describe("pm import --interactive --write", () => {
  test("writes the times that a person says are right, with the offset of the zone they vouch for", async () => {
    const { ask, asked } = somebody("Yes, write their offsets", "Yes");
    const { stdout, stderr, code } = await run(ask, "--write");
    expect(code).toBe(0);
    expect(asked.map(({ message }) => message)).toEqual([
      "Is that the right zone?",
      "Are these times right? (? is in doubt)",
    ]);
    expect(stderr).toContain(
      "1 document states no time zone, so pm reads its times in Europe/Berlin",
    );
    expect(stderr).toContain("1 of 1: pm/search.md\n  Search was slow · 2026-03-14\n");
    expect(stdout).toMatch(/^pm\/search\.md: times \(started, .*resolved\)\n$/);
    expect(await read("pm/search.md")).toBe(`---
times:
  started: 2026-03-14T10:02:00+01:00
  detected: 2026-03-14T10:10:00+01:00
  diagnosed: 2026-03-14T10:31:00+01:00
  mitigated: 2026-03-14T10:40:00+01:00
  resolved: 2026-03-14T10:52:00+01:00
---

${BODY}`);
    expect(await read("pm/sure.md")).toBe(SURE);
  });

  test("asks of a document once: what is written is in doubt no more, and counts", async () => {
    const before = await runCli(["ttd"], { cwd: path() });
    expect(before.stdout).toContain(
      "For 1 more incident pm is not sure of the times, so none is counted: pm import --interactive",
    );
    await run(somebody("Yes", "Yes").ask, "--write");
    const { ask, asked } = somebody();
    const again = await run(ask, "--write");
    expect(asked).toEqual([]);
    expect(again.stderr).toContain("No times are in doubt");
    const after = await runCli(["ttd"], { cwd: path() });
    expect(after.stdout).toContain("known for 2 of 2 incidents");
    expect(after.stdout).not.toContain("not sure of the times");
  });

  test("takes another row for a milestone, or none", async () => {
    const { ask, asked } = somebody(
      ...["Not sure", "Change", "started", "09:55"],
      ...["Change", "diagnosed", "Nobody knows", "Yes"],
    );
    expect((await run(ask, "--write")).code).toBe(0);
    expect(asked[3]?.message).toBe("When did it start?");
    expect(asked[3]?.names).toContain("10:31  We suspect the reindexing job");
    const written = await read("pm/search.md");
    expect(written).toContain("  started: 2026-03-14T09:55:00\n");
    expect(written).toContain("  diagnosed: unknown\n");
  });

  test.each([
    ["a time of day, on the day of the others", "11:33", "2026-03-14T11:33:00+01:00"],
    ["a time of day after midnight", "00:20", "2026-03-15T00:20:00+01:00"],
    ["a date with a time", "2026-03-15 01:10", "2026-03-15T01:10:00+01:00"],
    ["an instant", "2026-03-15T00:10Z", "2026-03-15T00:10:00Z"],
  ])("takes %s that stands in no row", async (_, typed, expected) => {
    await put(
      "pm/search.md",
      BODY.replace("10:52 | Latency is back to normal", "23:50 | It is quiet"),
    );
    const answers = ["Yes", "Change", "resolved", "Another time", typed];
    const { stdout } = await run(somebody(...answers, "Yes").ask, "--write");
    expect(stdout).toContain("resolved");
    expect(await read("pm/search.md")).toContain(`resolved: ${expected}\n`);
  });

  test("refuses what is no time, and says what one looks like", async () => {
    const { ask } = somebody("Yes", "Change", "resolved", "Another time", "noon");
    const { stderr } = await run(ask, "--write");
    expect(stderr).toContain("Enter a time such as 02:15 or 2026-03-14 02:15");
    expect(await read("pm/search.md")).toBe(BODY);
  });

  test("writes no times that are out of order", async () => {
    const { ask } = somebody(
      "Yes",
      "Change",
      "detected",
      "09:55",
      "Yes",
      "Change",
      "started",
      "09:55",
      "Yes",
    );
    const { stderr, stdout } = await run(ask, "--write");
    expect(stderr).toContain(
      "`detected` is before `started`: change one of them, or skip the document.",
    );
    expect(stdout).toContain("pm/search.md: times (started, detected");
    expect(await read("pm/search.md")).toContain(
      "  started: 2026-03-14T09:55:00+01:00\n  detected: 2026-03-14T09:55:00+01:00\n",
    );
  });

  test("offers for the start no way to say that it did not happen", async () => {
    const { ask, asked } = somebody(
      "Yes",
      "Change",
      "started",
      "09:55",
      "Change",
      "diagnosed",
      "Nobody",
    );
    await run(ask, "--write");
    expect(asked[3]?.names.join()).not.toContain("did not happen");
    expect(asked[6]?.names.join()).toContain("did not happen");
  });

  test("shows how the frontmatter came to what it has", async () => {
    const had =
      "times: { started: 2026-03-14T10:00:00+01:00, resolved: 2026-03-14T10:52:00+01:00, inferred: [resolved] }";
    await put("pm/search.md", `---\n${had}\n---\n${BODY}`);
    const { stderr } = await run(somebody("Yes", "Quit").ask, "--write");
    expect(stderr).toMatch(/ started +10:00\+01:00 {2}in the frontmatter, stated\n/);
    expect(stderr).toMatch(/ resolved +10:52\+01:00 {2}in the frontmatter, inferred\n/);
  });

  test("leaves a document that is skipped as it is, and asks again", async () => {
    const { stderr } = await run(somebody("Yes", "Skip").ask, "--write");
    expect(stderr).toContain("Wrote times into 0 files");
    expect(await read("pm/search.md")).toBe(BODY);
    const { ask, asked } = somebody("Yes", "Quit");
    await run(ask, "--write");
    expect(asked).toHaveLength(2);
  });

  test("ends without a change where the zone is another", async () => {
    const { stderr, code } = await run(somebody("No, stop").ask, "--write");
    expect(code).toBe(0);
    expect(stderr).toContain("set time_zone in pm.yaml");
    expect(await read("pm/search.md")).toBe(BODY);
  });

  test("keeps what stands in the frontmatter", async () => {
    await put(
      "pm/search.md",
      `---\nseverity: SEV2\ntimes: { started: 2026-03-14T10:00:00+01:00 }\n---\n${BODY}`,
    );
    await run(somebody("Yes", "Yes").ask, "--write");
    const written = await read("pm/search.md");
    expect(written).toContain("severity: SEV2");
    expect(written).toContain("started: 2026-03-14T10:00:00+01:00");
    expect(written).toContain("detected: 2026-03-14T10:10:00+01:00");
    expect(written.endsWith(BODY)).toBe(true);
  });

  test("leaves a document that changed while its question stood", async () => {
    const { ask: first } = somebody("Yes", "Yes");
    const changed = `${BODY}\nOne line more.\n`;
    const ask: Ask = {
      ...first,
      one: async (...question) => {
        await put("pm/search.md", changed);
        return first.one(...question);
      },
    };
    const { stderr, code } = await run(ask, "--write");
    expect(code).toBe(1);
    expect(stderr).toContain("pm/search.md is unchanged: ");
    expect(stderr).toContain("Wrote times into 0 files");
    expect(await read("pm/search.md")).toBe(changed);
  });

  test.skipIf(process.platform === "win32")(
    "a file that cannot be written does not keep it from the others, and is an error as in every import",
    async () => {
      // Its name leaves no room for that of the temporary file beside it.
      const long = `pm/b${"b".repeat(247)}.md`;
      await put(long, BODY);
      const { stdout, stderr, code } = await run(somebody("Yes", "Yes", "Yes").ask, "--write");
      expect(code).toBe(2);
      expect(stderr).toContain(`pm: ${long} could not be written (ENAMETOOLONG)\n`);
      expect(stderr).toContain("Wrote times into 1 file\n");
      expect(stdout).toMatch(/^pm\/search\.md: times/);
      expect(await read(long)).toBe(BODY);
    },
  );

  test("names nobody whom the document lists", async () => {
    const { ask, asked } = somebody("Yes", "Change", "started", "09:55", "Quit");
    const { stdout, stderr } = await run(ask, "--write");
    const shown = [stdout, stderr, ...asked.flatMap(({ names }) => names)].join("\n");
    expect(shown).toContain("is paged by the latency alert");
    expect(shown).not.toContain("Lindgren");
  });

  test.each([
    [["--interactive"], "--interactive needs --write"],
    [["--interactive", "--write", "--diff"], "--interactive cannot be combined with --diff"],
    [
      ["--interactive", "--write", "--inferred"],
      "--interactive cannot be combined with --diff, --inferred",
    ],
    [["--interactive", "--write"], "--interactive needs a terminal"],
  ])("refuses %j without changing anything", async (args, message) => {
    const { stderr, code } = await runCli(["import", ...args], { cwd: path() });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(await read("pm/search.md")).toBe(BODY);
  });
});
