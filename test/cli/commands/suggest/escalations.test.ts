import { beforeEach, describe, expect, test } from "vitest";
import type { Ask } from "../../../../src/cli/io.ts";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const TAXONOMY = `version: 1
extends: default
teams:
  - { id: payments, name: Payments }
  - { id: platform, name: Platform }
  - { id: database, name: Database team }
`;

const BODY = `# Checkout stalled

## Timeline

All times in UTC.

- 02:40 We paged the database team for help with DNS
- 03:05 Payments escalated to platform for help with DNS
- 03:50 We reached out to the vendor
`;

const DOCUMENT = `---
title: Checkout stalled
times: { started: 2026-03-14T02:15:00Z }
---

${BODY}`;

const TO_DATABASE = `escalations:
  - at: 2026-03-14T02:40:00Z
    to: database
    reason: expertise
    competency: networking.dns
    evidence: 02:40 We paged the database team for help with DNS
    source: suggested
`;

const TO_PLATFORM = `  - at: 2026-03-14T03:05:00Z
    from: payments
    to: platform
    reason: expertise
    competency: networking.dns
    evidence: 03:05 Payments escalated to platform for help with DNS
    source: suggested
`;

beforeEach(async () => {
  await put("pm.yaml", "folder: pm\ntaxonomy: taxonomy.yaml\n");
  await put("taxonomy.yaml", TAXONOMY);
  await put("pm/a.md", DOCUMENT);
});

function pm(...args: readonly string[]) {
  return runCli(args, { cwd: path() });
}

/** Somebody who says no to every gap, and answers the rest in turn. */
function somebody(...answers: readonly string[]) {
  const choices: string[][] = [];
  const rest = [...answers];
  const ask: Ask = {
    text: () => Promise.reject(new Error("unexpected question")),
    many: () => Promise.reject(new Error("unexpected question")),
    one: (message, offered) => {
      if (message === "Is this a gap?") return Promise.resolve("reject");
      choices.push([message, ...offered.map(({ value }) => value)]);
      return Promise.resolve(rest.shift() ?? "stop");
    },
  };
  return { ask, choices };
}

function walk(person: ReturnType<typeof somebody>, ...args: readonly string[]) {
  return runCli(["suggest", "--interactive", ...args], { cwd: path(), ask: person.ask });
}

async function remembered(): Promise<readonly string[]> {
  const lines = (await read("pm-suggestions.yaml")).split("\n");
  return lines
    .filter((line) => line.includes('"type":"escalation"'))
    .map((line) => line.replace(/"fingerprint":"[0-9a-f]{16}"/, "…"))
    .toSorted();
}

/** As a person's answer is written. */
function confirmed(entries: string): string {
  return entries.replaceAll("source: suggested", "source: confirmed");
}

function withFrontmatter(added: string): string {
  return DOCUMENT.replace("---\n\n", `${added}---\n\n`);
}

describe("pm suggest --interactive, on escalations", () => {
  test("tells who was asked, for what and when", async () => {
    const { stderr } = await walk(somebody("stop"));
    expect(stderr).toMatch(
      / of \d+, escalation: pm\/a.md:12, under "Timeline"\n {2}\| All times in UTC.\n {2}> 02:40 We paged .* with DNS\n {2}\| 03:05 .* with DNS\n {2}to database, for expertise, networking.dns, at 2026-03-14T02:40Z, \d+ %\n {2}cue 'paged'/,
    );
  });

  test("remembers them in lines of their own, and asks nobody twice", async () => {
    const edits = ["edit", "platform", "", "policy", "messaging.ordering"];
    const person = somebody("accept", "reject", ...edits);
    await walk(person);
    expect(await remembered()).toEqual([
      '- {"path":"pm/a.md",…,"type":"escalation","decision":"accepted","to":"database","from":null,"reason":"expertise","competency":"networking.dns"}',
      '- {"path":"pm/a.md",…,"type":"escalation","decision":"accepted","to":"platform","from":null,"reason":"policy","competency":"messaging.ordering"}',
      '- {"path":"pm/a.md",…,"type":"escalation","decision":"rejected","to":null,"from":null,"reason":null,"competency":null}',
    ]);
    const again = somebody();
    await walk(again);
    expect(again.choices).toEqual([]);
  });

  test("one of no known team cannot be accepted as it is, and one field may stay open", async () => {
    const person = somebody("skip", "skip", "edit", "platform", "", "", "");
    await walk(person);
    const [, , unknown, ...edits] = person.choices;
    const others = ["name", "reject", "skip", "undo", "stop"];
    expect(unknown).toEqual(["Is this an escalation?", "edit", ...others]);
    expect(edits.map((offered) => offered.slice(0, 3))).toEqual([
      ["To which team", "payments", "platform"],
      ["From which team", "", "payments"],
      ["What was sought", "", "expertise"],
      ["Which competency", "", "observability"],
      ["That was the last one", "stop", "undo"],
    ]);
    expect(await remembered()).toEqual([
      '- {"path":"pm/a.md",…,"type":"escalation","decision":"accepted","to":"platform","from":null,"reason":null,"competency":null}',
    ]);
  });

  test("one of no known team is accepted with a name that somebody types", async () => {
    const person = somebody("skip", "skip", "name");
    const said: (string | true)[] = [];
    const text: Ask["text"] = (_, { validate = () => true }) => {
      said.push(...["", "@jo.doe", "the vendor"].map((name) => validate(name)));
      return Promise.resolve("the vendor ");
    };
    const { stderr } = await walk({ ...person, ask: { ...person.ask, text } }, "--write");
    expect(said).toEqual([
      "Name the team that was asked.",
      "This reads like a person: name the team.",
      true,
    ]);
    expect(stderr).toContain(
      "  The taxonomy does not list the vendor: pm taxonomy adopt --write adds it, else\n  reports count it as (unlisted).\n",
    );
    expect(await read("pm/a.md")).toContain("    to: the vendor\n");
  });

  test("the last answer can be undone", async () => {
    const person = somebody("skip", "skip", "reject", "undo", "skip", "stop");
    await walk(person);
    expect(person.choices.at(-3)).toEqual(["That was the last one", "stop", "undo"]);
    expect((await read("pm-suggestions.yaml")).includes('"type":"escalation"')).toBe(false);
  });

  test("without teams in the taxonomy a name is all that there is to give", async () => {
    await put("taxonomy.yaml", "version: 1\nextends: default\n");
    const person = somebody("stop");
    await walk(person, "--min-confidence", "0.5");
    const [offered = []] = person.choices;
    expect(offered.filter((one) => one !== "undo")).toEqual([
      ...["Is this an escalation?", "name", "reject", "skip", "stop"],
    ]);
  });

  test("one sentence may be a gap and an escalation, each decided by itself", async () => {
    await put("pm/a.md", DOCUMENT.replace("with DNS", "as nobody of us knew DNS"));
    const answers: string[] = [];
    const ask: Ask = {
      ...somebody().ask,
      one: (message) => {
        answers.push(message);
        return Promise.resolve(message === "Is this a gap?" ? "reject" : "accept");
      },
    };
    const anySure = ["--min-confidence", "0"];
    await runCli(["suggest", "--interactive", ...anySure], { cwd: path(), ask });
    expect(answers.slice(0, 2)).toEqual(["Is this a gap?", "Is this an escalation?"]);
    const lines = (await read("pm-suggestions.yaml")).split("\n").filter((line) => line[0] === "-");
    const fingerprints = lines.map((line) => /[0-9a-f]{16}/.exec(line)?.[0]);
    expect(new Set(fingerprints).size).toBeLessThan(fingerprints.length);
    const { stdout } = await pm("suggest", "--write");
    expect(stdout).toBe("");
    expect(await read("pm/a.md")).toContain("escalations:\n  - at: 2026-03-14T02:40:00Z");
    expect(await read("pm/a.md")).not.toContain("gaps:");
  });
});

describe("pm suggest --write, on escalations", () => {
  test("two of one document, once", async () => {
    await walk(somebody("accept", "accept", "reject"));
    expect((await pm("suggest", "--write")).stderr).toContain("Wrote 2 escalations into 1 file\n");
    expect(await read("pm/a.md")).toBe(withFrontmatter(confirmed(TO_DATABASE + TO_PLATFORM)));
    expect((await pm("suggest", "--write")).stderr).toContain("Nothing to write");
    expect((await pm("suggest", "--format", "csv", "--section", "escalations")).stdout).toBe(
      "place,from,to,why,competency,confidence,sentence,reason\n",
    );
  });

  test("the second later than the first", async () => {
    await walk(somebody("accept", "stop"), "--write");
    expect(await read("pm/a.md")).toBe(withFrontmatter(confirmed(TO_DATABASE)));
    await walk(somebody("accept", "stop"), "--write");
    expect(await read("pm/a.md")).toBe(withFrontmatter(confirmed(TO_DATABASE + TO_PLATFORM)));
  });

  test("two hand-overs to one team at different times are two, in one run and the next", async () => {
    const twice = BODY.replace("Payments escalated to platform", "We paged the database team");
    await put("pm/a.md", DOCUMENT.replace(BODY, twice));
    const options = ["suggest", "--accept-above", "0.6", "--write"];
    expect((await pm(...options)).stderr).toContain("2 escalations into 1 file");
    expect((await pm(...options)).stderr).toContain("Nothing to write");
  });

  test("sentences that may tell of one hand-over are written once", async () => {
    await put("pm/a.md", `${DOCUMENT}\n## Detection\n\nWe paged the database team.\n`);
    const { stderr } = await pm("suggest", "--accept-above", "0.6");
    expect(stderr).toContain("2 escalations into 1 file");
  });

  test("keeps line ends, a byte order mark and every other byte", async () => {
    const windows = `\uFEFF${DOCUMENT.replaceAll("\n", "\r\n")}`;
    await put("pm/a.md", windows);
    await walk(somebody("accept", "stop"), "--write");
    const written = await read("pm/a.md");
    expect(written).toContain(confirmed(TO_DATABASE).replaceAll("\n", "\r\n"));
    expect(written.replace(confirmed(TO_DATABASE).replaceAll("\n", "\r\n"), "")).toBe(windows);
  });

  test.each([
    ["no frontmatter", BODY, "---\nescalations:\n  - to: database\n"],
    [
      "a list in one line",
      withFrontmatter("escalations: [{ to: payments, reason: policy }] # one\n"),
      "escalations: [{ to: payments, reason: policy }, {at: 2026-03-14T02:40:00Z, to: database, ",
    ],
    [
      "an empty list with a remark",
      withFrontmatter("escalations: []   # - { to: platform }\n"),
      "escalations:   # - { to: platform }\n  - at: 2026-03-14T02:40:00Z\n    to: database\n",
    ],
  ])("into %s", async (_name, document, expected) => {
    await put("pm/a.md", document);
    const { stderr } = await walk(somebody("accept", "stop"), "--write");
    expect(stderr).toContain("Wrote 1 escalation into 1 file");
    expect(await read("pm/a.md")).toContain(expected);
  });

  test("leaves a document alone whose key holds no list", async () => {
    const document = withFrontmatter("escalations: none\n");
    await put("pm/a.md", document);
    const { stderr } = await walk(somebody("accept", "stop"), "--write");
    expect(stderr).toContain(
      "warning: pm/a.md is unchanged: cannot add an entry to its `escalations`",
    );
    expect(await read("pm/a.md")).toBe(document);
  });

  test("leaves a time out whose zone nobody states", async () => {
    await put("pm/a.md", DOCUMENT.replace("All times in UTC.\n\n", ""));
    await walk(somebody("accept", "stop"), "--write");
    expect(await read("pm/a.md")).toContain("escalations:\n  - to: database\n");
  });

  test("names a document that lacks an accepted sentence by now", async () => {
    await walk(somebody("accept", "accept", "reject"));
    await put("pm/a.md", DOCUMENT.replace("platform for help", "platform for more help"));
    const { stderr } = await pm("suggest", "--write");
    expect(stderr).toContain(
      "warning: pm/a.md: 1 accepted suggestion left out: its sentence is no longer there\n",
    );
    expect(await read("pm/a.md")).toContain(confirmed(TO_DATABASE));
    await put(
      "pm/a.md",
      withFrontmatter(confirmed(TO_DATABASE + TO_PLATFORM)).replace(
        "platform for help with DNS\n-",
        "platform\n-",
      ),
    );
    expect((await pm("suggest", "--write")).stderr).not.toContain("left out");
  });
});

describe("a written escalation", () => {
  beforeEach(() => put("pm/a.md", withFrontmatter(TO_DATABASE)));

  test("is in no report until it is confirmed, and then both counts are shown", async () => {
    const left = await pm("escalations", "--format", "csv");
    expect(left.stdout.split("\n")).toHaveLength(2);
    expect(left.stderr).toContain(
      "1 suggested escalation of 1 postmortem is not confirmed and left out; `pm escalations --include-suggested` counts it too.",
    );
    const counted = await pm("escalations", "--format", "csv", "--include-suggested");
    expect(counted.stdout).toMatch(
      /^from,to,competency,reason,incidents,confirmed_incidents,.*\n\(not stated\),database,networking.dns,expertise,1,0,/,
    );
    await put("pm/a.md", withFrontmatter(TO_DATABASE.replace("suggested", "confirmed")));
    expect((await pm("escalations", "--format", "csv")).stdout).toContain("networking.dns");
    await put("pm/a.md", withFrontmatter(TO_DATABASE.replace("    source: suggested\n", "")));
    expect((await pm("escalations", "--format", "csv")).stdout).toContain("networking.dns");
  });

  test("hides nothing that a table of the body tells", async () => {
    const table = "\n## Escalations\n\n| From | To |\n|---|---|\n| payments | platform |\n";
    await put("pm/a.md", withFrontmatter(TO_DATABASE) + table);
    expect((await pm("escalations", "--format", "csv")).stdout).toContain("payments,platform,");
  });

  test("is counted by no other command", async () => {
    const usage = await pm("taxonomy", "usage", "--format", "csv");
    expect(usage.stdout).not.toContain("networking.dns");
    expect(usage.stderr).toContain("1 suggested escalation of 1 postmortem is not confirmed");
    expect((await pm("signal", "--format", "csv")).stderr).toContain("1 suggested escalation");
  });

  test("pm show marks it", async () => {
    const { stdout, stderr } = await pm(
      "show",
      "pm/a.md",
      "--section",
      "escalations",
      "--format",
      "csv",
    );
    expect(stdout).toBe(
      `at,from_team,to_team,reason,competency,evidence,from,how
2026-03-14T02:40Z,,database,expertise,networking.dns,02:40 We paged the database team for help with DNS,"frontmatter, line 5","suggested, not confirmed"
`,
    );
    expect(stderr).toContain("1 suggested escalation is not confirmed");
  });

  test("pm lint tells of it with its line, and --fix leaves it", async () => {
    const { stdout } = await pm("lint", "--format", "concise");
    expect(stdout).toContain(
      "pm/a.md:5:5: warning: Missing confirmation of the suggested escalation to `database` [suggestion-unconfirmed]",
    );
    await pm("lint", "--fix");
    expect(await read("pm/a.md")).toContain("source: suggested");
  });
});

describe("pm-suggestions.yaml", () => {
  const GAP = '"path":"pm/a.md","fingerprint":"0123456789abcdef"';

  test.each([
    [
      "an entry of before, without a type",
      `- {${GAP},"decision":"rejected","competency":null,"kind":null}`,
    ],
    [
      "a gap with its type",
      `- {${GAP},"type":"gap","decision":"rejected","competency":null,"kind":null}`,
    ],
    ["nothing", ""],
    ["a remark", "# nothing yet"],
  ])("may hold %s", async (_name, text) => {
    await put("pm-suggestions.yaml", `${text}\n`);
    expect((await pm("suggest")).code).toBe(0);
  });

  test.each([
    ["no list", "path: pm/a.md", "1:1 Unexpected mapping, expected a list"],
    ["no mapping", "- pm/a.md", "1:3 Unexpected `pm/a.md`"],
    [
      "another type",
      `- {${GAP},"type":"action","decision":"rejected","competency":null,"kind":null}`,
      "Unexpected `action` for `type`, expected one of gap, escalation",
    ],
    [
      "the kind of an escalation",
      `- {${GAP},"type":"escalation","decision":"rejected","to":null,"from":null,"reason":null,"competency":null,"kind":null}`,
      "Unknown key `kind`",
    ],
    [
      "the team of a gap",
      `- {${GAP},"decision":"accepted","competency":"a","kind":"b","to":"platform"}`,
      "Unknown key `to`",
    ],
    [
      "an accepted escalation to nobody",
      `- {${GAP},"type":"escalation","decision":"accepted","to":null,"from":null,"reason":null,"competency":null}`,
      "Unexpected nothing for `to`, expected a team",
    ],
    [
      "another reason",
      `- {${GAP},"type":"escalation","decision":"accepted","to":"a","from":null,"reason":"help","competency":null}`,
      "Unexpected `help` for `reason`, expected one of expertise, access",
    ],
    ["broken YAML", "- {", "pm-suggestions.yaml:"],
  ])("must not hold %s", async (_name, text, expected) => {
    await put("pm-suggestions.yaml", `${text}\n`);
    const { code, stderr } = await pm("suggest");
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).toContain("pm-suggestions.yaml:");
  });
});
