import { beforeEach, describe, expect, test } from "vitest";
import type { Ask } from "../../../../src/cli/io.ts";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const BODY = `# Checkout stalled behind a queue

## Contributing factors

- We were unfamiliar with consumer lag.
- There was no runbook for the broker.
- We were unaware of the holiday.

## Timeline

- 02:40 Paged the database team to look at it
`;

const DOCUMENT = `---
title: Checkout stalled # a remark
times: { started: 2026-03-14T02:15:00Z }
---

${BODY}`;

const GAPS = `gaps:
  - competency: messaging.backpressure
    kind: knowledge
    evidence: We were unfamiliar with consumer lag.
    source: suggested
`;

beforeEach(async () => {
  await put("pm.yaml", "folder: pm\n");
  await put("pm/a.md", DOCUMENT);
});

function run(...args: readonly string[]) {
  return runCli(["suggest", ...args], { cwd: path() });
}

/** How sure a cue is changes with what is measured; what it finds is tested here. */
function withoutConfidence(csv: string): string {
  return csv.replace(/,0\.\d+(?=,)/g, ",…");
}

/** Somebody who gives these answers in turn, and what they were asked. */
function somebody(...answers: readonly string[]) {
  const asked: string[] = [];
  const rest = [...answers];
  const ask: Ask = {
    text: () => Promise.reject(new Error("unexpected question")),
    many: () => Promise.reject(new Error("unexpected question")),
    one: (message) => {
      asked.push(message);
      return Promise.resolve(rest.shift() ?? "stop");
    },
  };
  return { ask, asked };
}

describe("pm suggest", () => {
  test("lists what the prose tells of, by line, with the reason in words", async () => {
    const { stdout, stderr, code } = await run("--format", "csv");
    expect(code).toBe(0);
    expect(withoutConfidence(stdout)).toBe(`place,competency,kind,phase,confidence,sentence,reason
pm/a.md:10,messaging.backpressure,knowledge,,…,We were unfamiliar with consumer lag.,cue 'unfamiliar with' + term 'consumer lag'
pm/a.md:11,incident-response.runbooks,documentation,mitigate,…,There was no runbook for the broker.,cue 'no runbook' + term 'runbooks'
pm/a.md:12,,knowledge,,…,We were unaware of the holiday.,cue 'unaware'; no taxonomy term fits
`);
    expect(stderr).toContain("Your own tags are not used yet: 0 confirmed gaps with evidence");
  });

  test("lists hand-overs in a table of their own", async () => {
    const { stdout } = await run("--section", "escalations", "--format", "csv");
    expect(stdout.split("\n")[1]).toMatch(/^pm\/a\.md:16,,,expertise,datastores,0\.\d+,/);
  });

  test("leaves out what is less sure, and what is tagged", async () => {
    expect((await run("--min-confidence", "1", "--format", "csv")).stdout).not.toContain(":10");
    const tagged = DOCUMENT.replace("lag.", "lag. (gap: messaging.backpressure, knowledge)");
    await put("pm/a.md", tagged);
    expect((await run("--format", "csv")).stdout).not.toContain("unfamiliar");
  });

  test("refuses a confidence that is none, and a table where documents change", async () => {
    expect((await run("--min-confidence", "2")).code).toBe(2);
    const { code, stderr } = await run("--write", "--format", "csv");
    expect(code).toBe(2);
    expect(stderr).toContain(
      "--format cannot be combined with --interactive, --write, --confirm or --accept-above",
    );
  });

  test("withholds handles", async () => {
    await put(
      "pm/a.md",
      "## Contributing factors\n\nOnly @mira had knowledge of DNS, nobody else knew.\n",
    );
    const { stdout } = await run("--format", "csv");
    expect(stdout).toContain("[person]");
    expect(stdout).not.toContain("@mira");
  });
});

describe("pm suggest --accept-above", () => {
  test("shows what would be written, and writes nothing", async () => {
    const { stdout, stderr } = await run("--accept-above", "0.5");
    expect(stdout).toContain("+  - competency: incident-response.runbooks");
    expect(stderr).toContain("Would write 2 gaps into 1 file; add --write\n");
    expect(await read("pm/a.md")).toBe(DOCUMENT);
  });

  test("writes into the frontmatter with --write, every other byte as it was", async () => {
    await put("pm/a.md", DOCUMENT.replaceAll("\n", "\r\n"));
    const { stderr } = await run("--accept-above", "0.5", "--write");
    expect(stderr).toContain("Wrote 2 gaps into 1 file\n");
    const written = await read("pm/a.md");
    expect(written.replace(/gaps:\r\n(?: .*\r\n)+/, "")).toBe(DOCUMENT.replaceAll("\n", "\r\n"));
    expect(written).toContain("    source: suggested\r\n---\r\n");
    const again = await run("--accept-above", "0.5", "--write");
    expect(again.stderr).toContain("Nothing to write");
  });

  test("says why a document is unchanged", async () => {
    await put("pm/a.md", `---\n{ title: a }\n---\n\n${BODY}`);
    const { stderr } = await run("--accept-above", "0.5", "--write");
    expect(stderr).toContain("warning: pm/a.md is unchanged: its frontmatter");
  });
});

describe("pm suggest --interactive", () => {
  async function walk(person: ReturnType<typeof somebody>, ...args: readonly string[]) {
    const likely = ["--min-confidence", "0.5"];
    return runCli(["suggest", "--interactive", ...likely, ...args], {
      cwd: path(),
      ask: person.ask,
    });
  }

  test("asks about less sure ones than it shows, unless told otherwise", async () => {
    await put("pm/b.md", "## Contributing factors\n\n- The dashboard took a while to load.\n");
    const confidences = ({ stderr }: { readonly stderr: string }) =>
      [...stderr.matchAll(/, (\d+) %\n/g)].map(([, share]) => Number(share));
    const skipping = () => {
      const one = (message: string) =>
        Promise.resolve(message.startsWith("Those teach most") ? "go on" : "skip");
      return { ...somebody(), ask: { ...somebody().ask, one } };
    };
    const all = confidences(
      await runCli(["suggest", "--interactive"], { cwd: path(), ask: skipping().ask }),
    );
    const likely = confidences(await walk(skipping()));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(20);
    expect(all.length).toBeGreaterThan(likely.length);
    const ordered = (shares: readonly number[]) => shares.toSorted((a, b) => a - b);
    expect(ordered(all.filter((share) => share >= 50))).toEqual(ordered(likely));
  });

  test("needs a terminal", async () => {
    const { code, stderr } = await run("--interactive");
    expect(code).toBe(2);
    expect(stderr).toContain("--interactive needs a terminal");
  });

  test("accepts, rejects and edits, and asks nobody twice", async () => {
    const first = somebody("accept", "reject", "edit", "networking.dns", "documentation");
    const { stdout, stderr } = await walk(first);
    expect(first.asked).toEqual([
      "Is this a gap?",
      "Is this a gap?",
      "Is this a gap?",
      "Competency",
      "Kind",
      "Is this an escalation?",
    ]);
    expect(stderr.replace(/\d+ %/, "… %")).toMatch(
      /^\n1 of 4, gap: pm\/a.md:10, under "Contributing factors"\n {2}> We were unfamiliar with consumer lag.\n {2}\| There was no runbook for the broker.\n {2}messaging.backpressure, knowledge, … %\n {2}cue 'unfamiliar with' \+ term 'consumer lag'\n/,
    );
    expect(stdout).toContain("+  - competency: networking.dns\n+    kind: documentation");
    expect(stdout).not.toContain("no runbook for the broker.\n+");
    expect(stderr).toContain("Would write 2 gaps into 1 file");
    expect(await read("pm/a.md")).toBe(DOCUMENT);
    const second = somebody();
    await walk(second);
    expect(second.asked).toEqual(["Is this an escalation?"]);
  });

  test("remembers each answer in a file of one line each", async () => {
    await walk(somebody("accept", "reject", "stop"));
    const lines = (await read("pm-suggestions.yaml")).split("\n").filter((line) => line[0] === "-");
    expect(lines.map((line) => line.replace(/"fingerprint":"[0-9a-f]{16}"/, "…"))).toEqual(
      expect.arrayContaining([
        '- {"path":"pm/a.md",…,"decision":"accepted","competency":"messaging.backpressure","kind":"knowledge"}',
        '- {"path":"pm/a.md",…,"decision":"rejected","competency":null,"kind":null}',
      ]),
    );
    const { stderr, stdout } = await run("--format", "csv");
    expect(stdout.split("\n")).toHaveLength(3);
    expect(stderr).toContain("1 accepted in pm-suggestions.yaml but not written yet");
    expect(stderr).toContain("1 rejected in pm-suggestions.yaml and left out");
  });

  test("keeps the answers given where somebody stops, and skipped ones are asked again", async () => {
    await walk(somebody("skip", "reject", "stop"));
    const { stderr } = await walk(somebody("stop"));
    expect(stderr).toContain("\n1 of 3, gap: pm/a.md:10,");
  });

  test("--write puts what was accepted into the frontmatter, once", async () => {
    await walk(somebody("accept", "reject", "reject"));
    expect((await run("--write")).stderr).toContain("Wrote 1 gap into 1 file");
    const confirmed = GAPS.replace("suggested", "confirmed");
    expect(await read("pm/a.md")).toBe(DOCUMENT.replace("---\n\n", `${confirmed}---\n\n`));
    expect((await run("--write")).stderr).toContain("Nothing to write");
  });

  test("says so where nothing is left to ask", async () => {
    await walk(somebody("reject", "reject", "reject", "reject"));
    const { stderr } = await walk(somebody());
    expect(stderr).toContain("No suggestions are left to decide on\nNothing to write");
  });

  test("keeps what somebody else answered in the meantime", async () => {
    const other =
      '- {"path":"pm/b.md","fingerprint":"0","decision":"rejected","competency":null,"kind":null}\n';
    const first = somebody("accept", "stop");
    const ask: Ask = {
      ...first.ask,
      one: async (...question) => {
        await put("pm-suggestions.yaml", other);
        return first.ask.one(...question);
      },
    };
    await runCli(["suggest", "--interactive"], { cwd: path(), ask });
    await walk(somebody("stop"));
    expect(await read("pm-suggestions.yaml")).toContain(other);
  });

  test("asks which team where several responded, once for a sentence of two documents, and undoes", async () => {
    const teams = ["payments", "platform"].map((id) => `  - { id: ${id}, name: ${id} }\n`);
    await put("taxonomy.yaml", `version: 1\nextends: default\nteams:\n${teams.join("")}`);
    const factor = "- We were unfamiliar with consumer lag.\n";
    const other = "---\nteams: [payments, platform]\n---\n\n## Contributing factors\n\n";
    await put("pm/a.md", `${other}${factor}`);
    await put("pm/b.md", `${other}${factor}- There was no runbook for the broker.\n`);
    const person = somebody("reject", "undo", "accept", "platform", "reject");
    const { stderr } = await walk(person);
    const asked = ["Is this a gap?", "Is this a gap?", "Is this a gap?", "Which team lacked it"];
    expect(person.asked).toEqual([...asked, "Is this a gap?", "That was the last one"]);
    expect(stderr).toContain('a.md:7, under "Contributing factors"; the same in 1 other document');
    expect(stderr).toContain("accepted as messaging.backpressure, knowledge, missing in platform");
    const remembered = await read("pm-suggestions.yaml");
    expect(remembered.match(/"accepted".*"team":"platform"/g)).toHaveLength(2);
    expect(remembered.match(/"rejected"/g)).toHaveLength(1);
    await run("--write");
    expect(await read("pm/b.md")).toContain("    kind: knowledge\n    team: platform\n");
  });

  test("asks behind two of each document whether to go on, and counts those first", async () => {
    const factors = ["We were unfamiliar with consumer lag.", "Nobody knew how the proxy retries."];
    const further = "There was no runbook for the broker.";
    const text = (sentences: readonly string[]) =>
      `## Contributing factors\n\n${sentences.map((one) => `- ${one}\n`).join("")}`;
    await put("pm/a.md", text([...factors, further]));
    await put("pm/b.md", text(["We did not know how the cache evicts."]));
    const stopping = somebody("skip", "skip", "skip", "stop");
    const { stderr } = await walk(stopping);
    expect(stderr).toContain("\n3 of 3, gap: ");
    expect(stderr).not.toContain("4 of");
    expect(stopping.asked.at(-1)).toBe("Those teach most. 1 further question, less telling");
    const going = somebody("skip", "skip", "skip", "go on", "undo", "undo", "stop");
    expect((await walk(going)).stderr).toMatch(/\n4 of 4, gap: [^]*\n3 of 3, gap: [^]*\n2 of 3, /);
  });

  test.each([
    ["after an answer", ["accept"], "pm: stopped: 1 answer kept in pm-suggestions.yaml"],
    ["before any", [], "pm: nothing was written\n"],
  ])("Ctrl+C %s says what is kept, and writes no document", async (_name, answers, said) => {
    const rest = [...answers];
    const ask: Ask = {
      ...somebody().ask,
      one: () => {
        const answer = rest.shift();
        if (answer !== undefined) return Promise.resolve(answer);
        return Promise.reject(Object.assign(new Error("closed"), { name: "ExitPromptError" }));
      },
    };
    const args = ["suggest", "--interactive", "--write"];
    const { code, stderr } = await runCli(args, { cwd: path(), ask });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("    at ");
    expect(await read("pm/a.md")).toBe(DOCUMENT);
  });
});

describe("a written suggestion", () => {
  beforeEach(async () => {
    await put("pm/a.md", DOCUMENT.replace("---\n\n", `${GAPS}---\n\n`));
  });

  function gaps(...args: readonly string[]) {
    return runCli(["gaps", "--format", "csv", ...args], { cwd: path() });
  }

  test("is in no report until it is confirmed", async () => {
    const left = await gaps();
    expect(left.stdout.split("\n")).toHaveLength(2);
    expect(left.stderr).toContain("1 suggested gap of 1 postmortem is not confirmed and left out");
    const counted = await gaps("--include-suggested");
    const [head = "", , row = ""] = counted.stdout.split("\n");
    const cells = row.split(",");
    const at = (column: string) => cells[head.split(",").indexOf(column)];
    expect(["group", "incidents", "confirmed_incidents"].map(at)).toEqual([
      "messaging.backpressure",
      "1",
      "0",
    ]);
    const document = await read("pm/a.md");
    await put("pm/a.md", document.replace("source: suggested", "source: confirmed"));
    expect((await gaps()).stdout).toContain("messaging.backpressure,messaging,1,");
    await put("pm/a.md", document.replace("    source: suggested\n", ""));
    expect((await gaps()).stdout).toContain("messaging.backpressure,messaging,1,");
  });

  test("is confirmed by --confirm, which shows what would change before --write", async () => {
    const before = await read("pm/a.md");
    const shown = await runCli(["suggest", "--confirm"], { cwd: path() });
    expect(shown.stdout).toContain("-    source: suggested\n+    source: confirmed\n");
    expect(shown.stderr).toContain("Would confirm 1 suggestion in 1 file; add --write\n");
    expect(await read("pm/a.md")).toBe(before);
    const { stderr } = await runCli(["suggest", "pm/a.md", "--confirm", "--write"], {
      cwd: path(),
    });
    expect(stderr).toContain("Confirmed 1 suggestion in 1 file\n");
    expect(await read("pm/a.md")).toBe(before.replace("suggested", "confirmed"));
    expect((await gaps()).stdout).toContain("messaging.backpressure,messaging,1,");
    const again = await runCli(["suggest", "--confirm", "--write"], { cwd: path() });
    expect(again.stderr).toContain("Nothing to confirm: ");
  });

  test("--confirm is not combined with other ways to accept", async () => {
    const { stderr, code } = await runCli(["suggest", "--confirm", "--accept-above", "0.8"], {
      cwd: path(),
    });
    expect(stderr).toContain("--confirm cannot be combined with --interactive or --accept-above");
    expect(code).toBe(2);
  });

  test("is a problem to pm lint only where its source is neither", async () => {
    const lint = () => runCli(["lint", "--format", "concise"], { cwd: path() });
    expect((await lint()).stdout).not.toContain("source");
    const document = await read("pm/a.md");
    await put("pm/a.md", document.replace("source: suggested", "source: guessed"));
    expect((await lint()).stdout).toContain("suggested, confirmed");
  });
});

test("reports on documents without gaps say how many are proposed, from the file of decisions too", async () => {
  const gaps = () => runCli(["gaps"], { cwd: path() });
  const { stdout: table } = await run("--section", "gaps", "--format", "csv");
  const proposals = table.trim().split("\n").length - 1;
  const note = "1 of 1 incident carries no gap: `pm suggest` proposes";
  expect((await gaps()).stdout).toContain(`${note} ${proposals} from the prose.`);
  await put("pm-suggestions.yaml", "not: a list\n");
  expect(await gaps()).toMatchObject({ code: 0, stderr: "" });
  expect((await gaps()).stdout).toContain(`${note} gaps from the prose.`);
});

test("says nothing of what proposals rest on where there are none", async () => {
  await put("empty/a.md", "---\nstatus: final\n---\n\n## Summary\n\nIt rained.\n");
  const { stdout } = await runCli(["suggest", "--dir", "empty"], { cwd: path() });
  expect(stdout).toContain("No sentence suggests a gap");
  expect(stdout).not.toContain("These proposals rest on");
});

test("says so where no suggestion is as sure as asked", async () => {
  const { stderr } = await run("--accept-above", "1", "--write");
  expect(stderr).toMatch(
    /^Nothing to write: no suggestion has a confidence of 1 or more; the highest is 0\.\d\d$/m,
  );
});
