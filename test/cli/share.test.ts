import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const CONFIG =
  "folder: docs\npublic:\n  redact: [Falcon]\n  hosts: [status.example.com]\nlint:\n  rules: { blame-word: off }\n";
const LEAKY = `---
title: Mails were late
---

## Attendees

- Yara Holm

## Summary

Yara Holm found the queue on mail-3.prod.internal full; see https://wiki.example.com/q. (gap: messaging.backpressure)
`;

async function project(): Promise<string> {
  await put("pm.yaml", CONFIG);
  await put("docs/late.md", LEAKY);
  return path();
}

describe("pm share --as public, and --check", () => {
  test("what is made passes the check; what it is made from does not", async () => {
    const cwd = await project();
    const made = await runCli(["share", "docs/late.md", "--as", "public", "--output", "out.md"], {
      cwd,
    });
    expect(made).toEqual({
      code: 0,
      stdout: "",
      stderr: "Wrote out.md\nWithheld: 1 internal link, 2 listed names, 1 host, 1 gap tag\n",
    });
    expect(await readFile(path("out.md"), "utf8")).toBe(`# Mails were late

## Attendees

- [person]

## Summary

[person] found the queue on [host] full; see [internal link].
`);
    expect(await runCli(["share", "--check", "out.md"], { cwd })).toEqual({
      code: 0,
      stdout: "",
      stderr: "0 leaks in out.md\n",
    });
    expect(await runCli(["share", "--check", "docs/late.md"], { cwd })).toEqual({
      code: 1,
      stdout:
        "docs/late.md:7:3: listed name\ndocs/late.md:11:1: listed name\n" +
        "docs/late.md:11:30: host\ndocs/late.md:11:61: internal link\n",
      stderr: "4 leaks in docs/late.md: 1 internal link, 2 listed names, 1 host\n",
    });
  });

  test("names that another document lists, and words of public.redact, are leaks in any text", async () => {
    const cwd = await project();
    await put("mail.txt", "Yara Holm and Falcon: https://status.example.com/1\n");
    const { code, stdout } = await runCli(["share", "--check", "mail.txt"], { cwd });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: "mail.txt:1:1: listed name\nmail.txt:1:15: word of public.redact\n",
    });
  });

  test.each([
    [["share", "none.md", "--as", "public"], "none.md"],
    [["share", "--check", "none.md"], "none.md: no such file"],
    [["share", "docs", "--as", "public"], "docs: this is a folder"],
    [["share", "--check", "docs"], "docs: a folder, not a file"],
    [["share", "docs/late.md", "--as", "card", "--repo-url", "javascript:1"], "--repo-url"],
    [["share", "docs/late.md"], "Nothing to do"],
    [["share", "docs/late.md", "--as", "story", "--for", "jira"], "--for says where a card goes"],
    [["share", "docs/late.md", "--as", "card", "--output", "x.pptx"], "Only slides"],
    [["share", "docs/late.md", "--check", "--as", "public"], "cannot be used with"],
  ])("wrong usage: %j", async (args, message) => {
    const cwd = await project();
    const { code, stdout, stderr } = await runCli(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("pm share", () => {
  test("a story is refused while its words blame, judge by hindsight or name people", async () => {
    const cwd = await project();
    await put(
      "docs/blame.md",
      "# Late\n\n## Summary\n\nThe operator was careless. They should have looked. Ask @first.last.\n",
    );
    const story = await runCli(["share", "docs/blame.md", "--as", "story"], { cwd });
    expect({ code: story.code, stdout: story.stdout }).toEqual({ code: 1, stdout: "" });
    expect(story.stderr).toMatch(/^Story not written: reword these \d passages first$/m);
    expect(story.stderr.split("\n").map((line) => line.replace(/ .* /u, " … "))).toEqual([
      "docs/blame.md:5:18: … (blame-word)",
      "docs/blame.md:5:33: … (counterfactual)",
      "docs/blame.md:5:57: … (person-named)",
      "Story … first",
      "",
    ]);
    const card = await runCli(["share", "docs/blame.md", "--as", "card"], { cwd });
    expect(card).toMatchObject({ code: 0, stderr: "" });
    expect(card.stdout).toContain("Ask [person].");
  });

  test("a document without such words is told, whoever it lists is not", async () => {
    const cwd = await project();
    const args = [
      "share",
      "docs/late.md",
      "--as",
      "card",
      "--repo-url",
      "https://git.example.com/r/",
    ];
    const { code, stdout } = await runCli(args, { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `# Postmortem – Learning: Mails were late

[person] found the queue on mail-3.prod.internal full; see https://wiki.example.com/q.

Postmortem: <https://git.example.com/r/docs/late.md>

## Learnings

- Missing: Backpressure
`,
    });
  });

  test("slides as a presentation, or as markdown with the picture of the timeline beside it", async () => {
    const cwd = await project();
    await put(
      "docs/timed.md",
      "---\ntitle: Late\ntimes: { started: 2026-03-01T10:00Z, detected: 2026-03-01T10:05Z, diagnosed: 2026-03-01T11:20Z }\n---\n## What we learned\n\n- Age is a *signal*.\n",
    );
    const share = ["share", "docs/timed.md", "--as", "slides", "--output"];
    expect((await runCli([...share, "late.pptx"], { cwd })).stderr).toBe("Wrote late.pptx\n");
    const files = unzipSync(await readFile(path("late.pptx")));
    const slides = Object.entries(files)
      .filter(([name]) => /slides\/slide\d+\.xml$/u.test(name))
      .map(([, bytes]) => strFromU8(bytes));
    expect(slides).toHaveLength(2);
    expect(slides[0]).toContain("Key learning: Age is a signal.");
    expect(slides[1]).toContain("looking for the cause: 1 h 15 min");
    expect(slides[1]?.match(/prst="ellipse"/gu)).toHaveLength(3);
    const written = await runCli([...share, "late.md"], { cwd });
    expect(written.stderr).toBe("Wrote late.md\nWrote late-timeline.svg\n");
    expect(await readFile(path("late.md"), "utf8")).toContain("](<late-timeline.svg>)");
    const svg = await readFile(path("late-timeline.svg"), "utf8");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>/u);
    expect(svg).toContain("looking for the cause: 1 h 15 min");
  });

  test("what is printed steers no terminal and no log of a build", async () => {
    const cwd = await project();
    const text = "---\ntitle: Late\n---\n\n## Summary\n\n- a\u001b[0Kb\u202e\n\tc\n";
    await put("docs/steering.md", text);
    const args = ["share", "docs/steering.md", "--as", "card"];
    const { stdout } = await runCli(args, { cwd });
    expect(stdout).toContain("- a\\u{1b}[0Kb\\u{202e}\n\tc\n");
    await runCli([...args, "--output", "card.md"], { cwd });
    expect(await readFile(path("card.md"), "utf8")).toContain("- a\u001b[0Kb\u202e\n\tc\n");
  });

  test("a card for Jira is in its markup", async () => {
    const cwd = await project();
    const args = ["share", "docs/late.md", "--as", "card", "--for", "jira"];
    const { stdout } = await runCli(args, { cwd });
    expect(stdout).toMatch(/^h1\. Postmortem – Learning: Mails were late\n/u);
    expect(stdout).toContain("Postmortem: {{docs/late.md}}\n");
  });
});

describe("times in doubt", () => {
  const DOUBTFUL = `# Search was slow

## Timeline (14 March 2026, UTC)

- 09:55 Reindexing job starts
- 10:10 The latency alert fires
- 10:31 We suspect the reindexing job
- 10:52 Resolved: latency is back to normal
`;

  test.each(["story", "slides"])(
    "a %s states none, and says which it leaves out",
    async (edition) => {
      await put("slow.md", DOUBTFUL);
      const { stdout, stderr, code } = await runCli(["share", "slow.md", "--as", edition], {
        cwd: path(),
      });
      expect(code).toBe(0);
      expect(stderr).toMatch(/^note: left out, because pm is not sure when: .*diagnosed/mu);
      expect(stderr).toContain('(pm import --interactive --write "slow.md" asks about them)');
      expect(stdout).not.toMatch(/its cause was known/);
    },
  );

  test("those that the frontmatter states are told", async () => {
    const times =
      "times: { started: 2026-03-14T09:55:00Z, detected: 2026-03-14T10:10:00Z, diagnosed: 2026-03-14T10:31:00Z, mitigated: n/a, resolved: 2026-03-14T10:52:00Z }";
    await put("slow.md", `---\n${times}\n---\n\n${DOUBTFUL}`);
    const { stdout, stderr } = await runCli(["share", "slow.md", "--as", "story"], { cwd: path() });
    expect(stdout).toContain("its cause was known after 36 min");
    expect(stderr).not.toContain("left out");
  });
});
