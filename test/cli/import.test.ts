import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import { MILESTONES, type Postmortem } from "../../src/core/postmortem.ts";
import { CONTEXT } from "../support/context.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

function run(...args: readonly string[]) {
  return runCli([...args], { cwd: path(), env: { COLUMNS: "150" } });
}

function lintSchema() {
  return run("lint", "--format", "concise");
}

const JEKYLL = `---
layout: post # as the site wants it
title: "Queue outage"
date: 2026-03-15 09:00:00 +0000
categories: [incidents]
priority: high
affected: checkout, ledger
start_time: 2026-03-14T02:15:00+01:00
resolved: true
---

## Timeline

- 02:20 CET: Detected: alert fired.
- 02:40 CET: we found that the cause was a bad deploy.
`;

const HUGO = `---
title: Search was slow
draft: false
params:
  severity: SEV2
  incident_start: 2026-04-01
---
Text.
`;

const DOCUSAURUS = `---
sidebar_position: 3
sidebar_label: April
---

# Login failed on 3 April 2026

**Severity:** SEV1
**Services:** login
`;

const BACKSTAGE = `---
metadata: { title: Catalogue down, owner: platform }
spec: { type: incident, system: catalogue }
---

Text.
`;

const ISSUE = `---
name: Postmortem
about: After an incident
title: ''
labels: incident
---

### Severity

SEV-3 (minor)

### Trigger

_No response_
`;

const BARE = "# Disk full\n\nIt filled up.\n";

test("the date is that of the reports, and a time on another day of its own zone has its day", async () => {
  await put("pm.yaml", "folder: .\n");
  await put(
    "a.md",
    "# Queue\n\n**Severity:** SEV2\n\n## Timeline (UTC+10)\n\n- 2026-05-20 06:10 outage starts\n- 2026-05-20 10:30 resolved\n",
  );
  const lastRow = async (...args: readonly string[]) => {
    const { stdout } = await run(...args, "--format", "csv", "--columns", "date,started");
    return stdout.trim().split("\n").at(-1);
  };
  expect(await lastRow("import", "--section", "documents")).toBe(
    "2026-05-19 stated,05-20 06:10+10:00 stated",
  );
  const listed = await run("list", "--include-drafts", "--format", "csv", "--columns", "date");
  expect(listed.stdout.trim().split("\n").at(-1)).toBe("2026-05-19");
});

describe("pm import", () => {
  beforeEach(async () => {
    await put("2026-03-14-jekyll.md", JEKYLL);
    await put("hugo.md", HUGO);
    await put("README.md", "# Index\n");
  });

  test("shows what was found, how, and what was not, and writes nothing", async () => {
    const { stdout, stderr, code } = await run("import");
    expect(stdout).toBe(`What pm understood
stated: written in the document; computed: from stated values; inferred: from wording; –: not found

Documents

Document              Date               Severity   Started             Detected            Diagnosed             Resolved  Would write
────────────────────  ─────────────────  ─────────  ──────────────────  ──────────────────  ────────────────────  ────────  ───────────────────
2026-03-14-jekyll.md  2026-03-14 stated  P2 stated  02:15+01:00 stated  02:20+01:00 stated  02:40+01:00 inferred  –         severity, services,
                                                                                                                            times.started,
                                                                                                                            times.detected
hugo.md               2026-04-01 stated  P2 stated  –                   –                   –                     –         severity

4 more columns: --wide shows all, --columns chooses, --format csv has them too.
Of 2 documents, 2 have a title, 2 a date, 2 a severity, 1 services, 1 a start, 1 a detection, 1 a diagnosis, 0 a resolution, 0 gaps, 0 actions.
1 value is inferred from wording and not written; add --inferred to write it too.
1 value of low confidence is not written (weak evidence: 1); no report counts it.

What could not be read

Place                   Places  What      Why
──────────────────────  ──────  ────────  ────────────────────────────────────────────────────────────
2026-03-14-jekyll.md:9       1  resolved  not read as times.resolved: \`true\` is not a date with a time
`);
    expect(stderr).toBe(
      "note: 1 file set aside, not a postmortem: README.md\n" +
        "Would write 5 values into 2 files. Nothing was written: add --write.\n",
    );
    expect(code).toBe(0);
    expect(await read("hugo.md")).toBe(HUGO);
  });

  test("--diff shows the change, --write makes it, and a second run changes nothing", async () => {
    expect((await run("import", "2026-03-14-jekyll.md", "--diff")).stdout).toBe(
      `--- a/2026-03-14-jekyll.md
+++ b/2026-03-14-jekyll.md
@@ -7,6 +7,13 @@
 affected: checkout, ledger
 start_time: 2026-03-14T02:15:00+01:00
 resolved: true
+severity: P2
+services:
+  - checkout
+  - ledger
+times:
+  started: 2026-03-14T02:15:00+01:00
+  detected: 2026-03-14T02:20:00+01:00
 ---
 
 ## Timeline
`,
    );
    expect(await run("import", "--write")).toEqual({
      stdout:
        "2026-03-14-jekyll.md: severity, services, times (started, detected)\nhugo.md: severity\n",
      stderr:
        "note: 1 file set aside, not a postmortem: README.md\nWrote 5 values into 2 files\n" +
        "1 value of low confidence is not written (weak evidence: 1); no report counts it.\n",
      code: 0,
    });
    expect((await run("import", "--write")).stderr).toContain("Nothing to write\n");
    expect((await run("import", "--write")).stdout).toBe("");
    expect((await lintSchema()).stdout).not.toContain("frontmatter-schema");
  });

  test("--inferred writes what only the wording tells, marked as such", async () => {
    const before = await run("show", "2026-03-14-jekyll.md", "--format", "json");
    await run("import", "--write", "--inferred");
    expect(await read("2026-03-14-jekyll.md")).toContain(
      "  diagnosed: 2026-03-14T02:40:00+01:00\n  inferred:\n    - diagnosed\n---\n",
    );
    const after = await run("show", "2026-03-14-jekyll.md", "--format", "json");
    for (const { stdout } of [before, after]) expect(stdout).toContain('"inferred"');
    expect((await lintSchema()).stdout).not.toContain("frontmatter-schema");
  });

  test("--status sets the status of those that state none", async () => {
    await put("final.md", "---\nstatus: review\n---\n\n# Queue stalled\n");
    await run("import", "2026-03-14-jekyll.md", "final.md", "--write", "--status", "final");
    expect(await read("2026-03-14-jekyll.md")).toContain("status: final\n");
    expect(await read("final.md")).toContain("status: review\n");
    expect((await run("import", "--learn-map", "--status", "final")).code).toBe(2);
  });

  test("what is of low confidence is never written, and counted, with what to do", async () => {
    const doubtful = `# Queue stalled

## Timeline (PST)

- 2026-07-14 02:15 we began to see errors
- 02:20 Detected: alert fired
- 02:40 we found that the cause was a bad deploy
- 02:52 errors drop
- 03:00 Resolved: rolled back
`;
    await put("doubtful.md", doubtful);
    const note =
      "2 values of low confidence are not written (weak evidence: 2); no report counts them. " +
      "`pm import --interactive --write` asks about times.\n";
    expect((await run("import", "doubtful.md")).stdout).toContain(note);
    const { stdout, stderr } = await run("import", "doubtful.md", "--write", "--inferred");
    expect(stdout).toBe("doubtful.md: title, times (started, detected, diagnosed, resolved)\n");
    expect(stderr).toBe(`Wrote 5 values into 1 file\n${note}`);
    expect(await read("doubtful.md")).not.toContain("mitigated:");
  });

  test("what it writes makes no document fail the linter", async () => {
    await put(
      "final.md",
      "# Disk full\n\n**Document status:** Final\n\n**Severity:** SEV2\n\n" +
        "## Contributing factors\n\n- Logs had no limit.\n- Nobody watched the disk.\n",
    );
    await put("bare.md", BARE);
    const before = await run("lint", "bare.md", "final.md", "--format", "concise");
    expect(before.stdout).not.toContain("error:");
    expect((await run("import", "bare.md", "final.md", "--write")).stdout).toBe(
      "bare.md: title\nfinal.md: title, severity\n",
    );
    const after = await run("lint", "bare.md", "final.md", "--format", "concise");
    expect(after.stdout).not.toContain("error:");
    expect(after.code).toBe(0);
    expect(after.stdout.split("\n")).toHaveLength(before.stdout.split("\n").length);
  });

  test.each([
    ["a key", "service: checkout\npriority: high\nstart_time: 2026-03-14T02:15:00Z\n"],
    ["a wrapper", "params:\n  severity: SEV2\n  start: 2026-03-14T02:15:00Z\n"],
    ["a wrapper that is none of another tool", "incident: { severity: SEV2, system: checkout }\n"],
    ["a title", "name: Disk full\n"],
    ["a day", "incident_start: 2026-03-14\n"],
  ])("what it wrote is no unknown key any more: %s", async (_, keys) => {
    const body = "\n## Timeline (UTC)\n\n- 02:15 Started: errors\n- 02:20 Detected: alert\n";
    await put("a.md", `---\n${keys}---\n${body}`);
    await run("import", "a.md", "--write", "--inferred");
    expect((await run("lint", "a.md", "--format", "concise")).stdout).not.toMatch(
      /unknown-key|fact-contradiction/,
    );
  });

  test("a key that says something else, or more, is reported with what to do", async () => {
    const keys = "severity: P1\npriority: P2\nservices: [ledger]\naffected: ledger, ??\n";
    await put("a.md", `---\n${keys}---\n`);
    const { stdout } = await run("lint", "a.md");
    expect(stdout).toContain(
      "Remove `priority`: another key states `severity`, and that one counts",
    );
    expect(stdout).toContain(
      "Remove `affected`: another key states `services`, and that one counts",
    );
    expect(stdout).toContain("fact-contradiction");
  });
});

describe("documents in other forms", () => {
  async function imported(name: string, text: string | Uint8Array): Promise<string> {
    await put(name, text);
    const { code } = await run("import", name, "--write");
    expect(code).toBe(0);
    return read(name);
  }

  test("Docusaurus", async () => {
    expect(await imported("a.mdx", DOCUSAURUS)).toContain(
      "sidebar_label: April\ntitle: Login failed on 3 April 2026\nseverity: P1\nservices:\n  - login\n---\n",
    );
  });

  test("Backstage", async () => {
    expect(await imported("a.md", BACKSTAGE)).toContain(
      "\ntitle: Catalogue down\nservices:\n  - catalogue\n---\n\nText.\n",
    );
  });

  test("a form of GitHub", async () => {
    expect(await imported("a.md", ISSUE)).toBe(
      ISSUE.replace("labels: incident\n", "labels: incident\nseverity: P3\n"),
    );
  });

  test("no frontmatter; line ends and byte order mark stay", async () => {
    const windows = BARE.replaceAll("\n", "\r\n");
    await imported("a.md", Buffer.from(`\uFEFF${windows}`));
    const bytes = await readFile(path("a.md"));
    expect(bytes.toString("utf8")).toBe(`\uFEFF---\r\ntitle: Disk full\r\n---\r\n\r\n${windows}`);
  });

  const RULED = "---\ntitle: a\n---\n---\n# T\n\nSeverity: P2\n";
  const ENDED = "---\ntitle: a\n...\n---\n# T\n\nSeverity: P2\n";
  const utf8 = (text: string) => Buffer.from(text);
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

  test.each<[string, string, (text: string) => Buffer]>([
    ["begins with a rule", RULED, utf8],
    ["begins with two rules", RULED.replace("# T", "---\n# T"), utf8],
    ["begins with a rule, with Windows line ends", RULED.replaceAll("\n", "\r\n"), utf8],
    ["begins with a rule, with line ends of old", RULED.replaceAll("\n", "\r"), utf8],
    ["begins with a rule, with a byte order mark", `\uFEFF${RULED}`, utf8],
    ["begins with a rule, in UTF-16", RULED, utf16],
    ["stands below the end of a YAML document", ENDED, utf8],
  ])("a body that %s stays, and is imported once", async (_name, text, encode) => {
    await put("a.md", encode(text));
    const first = await run("import", "a.md", "--write");
    expect(first).toMatchObject({ stdout: "a.md: severity\n", code: 0 });
    const lineEnd = /\r?\n|\r/.exec(text)?.[0] ?? "";
    const after = text.replace(/title: a\s+/, `$&severity: P2${lineEnd}`);
    expect(await readFile(path("a.md"))).toEqual(encode(after));
    expect((await run("import", "a.md", "--write")).stderr).toContain("Nothing to write");
  });

  test("a mapping of times is completed, also where keys stand empty", async () => {
    const body = "\n## Timeline (UTC)\n\n- 02:20 Detected: a\n- 03:00 Resolved: b\n";
    const text = `---\ntitle: A\ntimes:\n  started: 2026-03-14T02:15:00Z\n  resolved: # later\n---\n${body}`;
    expect(await imported("a.md", text)).toBe(
      `---\ntitle: A\ntimes:\n  started: 2026-03-14T02:15:00Z\n  detected: 2026-03-14T02:20:00Z\n  resolved: 2026-03-14T03:00:00Z # later\n---\n${body}`,
    );
    const flow = `---\ntitle: A\ntimes: { started: 2026-03-14T02:15:00Z }\n---\n${body}`;
    expect(await imported("b.md", flow)).toContain(
      "times: { started: 2026-03-14T02:15:00Z, detected: 2026-03-14T02:20:00Z, resolved: 2026-03-14T03:00:00Z }\n",
    );
  });

  test("a time without a zone is written without an offset", async () => {
    const text = "# A\n\n## Timeline\n\n- 2026-03-14 02:20 Detected: a\n";
    expect(await imported("a.md", text)).toContain("  detected: 2026-03-14T02:20:00\n");
    expect((await run("import")).stdout).toContain("times are read as UTC");
  });

  test("a time whose label, heading or table names the zone is written with its offset", async () => {
    const text =
      "# A\n\nStarted (CET): 2026-03-14 09:00\n\n| Milestone | Time (UTC+2) |\n|---|---|\n| Resolved | 2026-03-14 12:00 |\n";
    const written = await imported("a.md", text);
    expect(written).toContain("  started: 2026-03-14T09:00:00+01:00\n");
    expect(written).toContain("  resolved: 2026-03-14T12:00:00+02:00\n");
  });

  test("a frontmatter that cannot be read is left and named", async () => {
    await put("a.md", "+++\ntitle = A\n+++\n\n# A\n");
    const { stderr, code } = await run("import", "--write");
    expect(stderr).toContain("warning: a.md is unchanged: its frontmatter cannot be read");
    expect(code).toBe(1);
  });
});

describe("--map", () => {
  test("reads with a team's own words; pm.yaml makes every command do so", async () => {
    await put("words.yaml", "keys: { blast: severity }\nvalues:\n  severity: { huge: P1 }\n");
    await put("a.md", "---\ntitle: A\nblast: huge\n---\n");
    expect((await run("import", "--map", "words.yaml", "--diff")).stdout).toContain(
      "+severity: P1",
    );
    expect((await run("import")).stdout).toContain("not a key that pm knows");
    await put("pm.yaml", "import_map: words.yaml\n");
    expect((await run("show", "a.md", "--format", "csv", "--section", "facts")).stdout).toContain(
      "severity,P1,",
    );
  });

  test.each([
    ["keys: { a: times.strted }\n", "1:12 Unexpected `times.strted` for `a`, expected one of"],
    ["keyz: {}\n", "1:1 Unknown key `keyz`\n    Did you mean `keys`?"],
    ["keys: { severity: causes }\n", "1:9 Unexpected `severity`: that is a key of pm"],
    ["headings:\n  Pain: impct\n", "2:9 Unknown section `impct`\n    Did you mean `impact`?"],
    ["headings:\n  '2.': impact\n", "2:3 Unexpected heading `2.`, expected one with words"],
    [
      "values:\n  trigger: { x: deplyo }\n",
      "2:17 Unknown trigger `deplyo`\n    Did you mean `deploy`?",
    ],
    ["values:\n  severity: { P1: P2 }\n", "2:15 Unexpected name `P1` for `P2`"],
    ["keys: [\n", "Unexpected bracket that nothing closes"],
  ])("%j is an error with its place", async (text, message) => {
    await put("words.yaml", text);
    await put("a.md", BARE);
    const { stdout, stderr, code } = await run("import", "--map", "words.yaml");
    expect(stderr).toContain(`pm: words.yaml:`);
    expect(stderr).toContain(message);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });
});

describe("--learn-map", () => {
  beforeEach(async () => {
    await put(
      "a.md",
      "---\nblast: huge\nsevritty: P1\nsev: enormous\n---\n\n## Customer pain\n\nX.\n",
    );
    await put("b.md", "---\nBlast: tiny\ntrigger: deplyo\n---\n\n## Customer pain\n\n## Sumary\n");
    await put("c.md", "---\nblast: tiny\n---\n\n## Sumary\n\n## 2026-03-14\n\n## Once\n");
  });

  test("drafts what nobody knows, the most frequent first", async () => {
    const { stdout, code } = await run("import", "--learn-map");
    expect(stdout.replace(/^#.*\n/gm, "")).toBe(`version: 1

keys:
  # blast: # 3 documents
  sevritty: severity # 1 document

headings:
  # Customer pain: impact # 2 documents
  Sumary: summary # 2 documents

values:
  severity:
    # enormous: # 1 document
  trigger:
    deplyo: deploy # 1 document
`);
    expect(code).toBe(0);
  });

  test("what it drafts can be used as it is", async () => {
    expect((await run("import", "--learn-map", "--output", "words.yaml")).stderr).toBe(
      "note: 1 heading and 0 labels in the body left out, because only one document has each\n" +
        "Wrote words.yaml\n",
    );
    const { stderr, code } = await run("import", "--map", "words.yaml", "--diff");
    expect(stderr).toContain("Would write");
    expect(code).toBe(0);
  });

  test("labels of the body, and what the taxonomy does not know under them", async () => {
    for (const name of ["a.md", "b.md", "c.md"]) {
      const once = name === "a.md" ? "Anlass: Deploy\n" : "";
      await put(name, `# Stau ${name}\n\n**Schweregrad:** hoch\n**Betroffen:** Kasse\n${once}`);
    }
    const drafted = await run("import", "--learn-map");
    expect(drafted.stdout).toContain(
      "  # Labels in the body:\n  # Betroffen: # 3 documents\n  # Schweregrad: # 3 documents\n",
    );
    expect(drafted.stderr).toContain("note: 0 headings and 1 label in the body left out");
    await put("words.yaml", "keys: { Schweregrad: severity }\n");
    const mapped = await run("import", "--map", "words.yaml", "--learn-map");
    expect(mapped.stdout).toMatch(/^ {2}severity:\n {4}# hoch:.* # 3 documents$/m);
    const { stdout } = await run("import", "--map", "words.yaml");
    expect(stdout).toContain("not read as severity: not in the taxonomy");
    await put(
      "words.yaml",
      "keys: { Schweregrad: severity }\nvalues: { severity: { hoch: P1 } }\n",
    );
    expect((await run("import", "a.md", "--map", "words.yaml", "--diff")).stdout).toContain(
      "+severity: P1\n",
    );
  });

  test("changes no document", async () => {
    expect((await run("import", "--learn-map", "--write")).code).toBe(2);
  });
});

test("what many documents have in common takes one row", async () => {
  for (const name of ["a", "b", "c", "d"]) {
    await put(`more/${name}.md`, `# Queue ${name}\n\n**Severity:** kaputt!\n`);
  }
  const { stdout } = await run("import", "more", "--section", "unread", "--format", "csv");
  expect(stdout).toContain(
    "more/a.md:1,4,date,none in the document or its file's name\nmore/a.md:3,4,Severity: kaputt!,not read as severity: not in the taxonomy\n",
  );
  await put(
    "lines.md",
    "---\ntitle: Queue\ndate: 2026-03-14\nresolved: true\n---\n\n# Queue\n\n\n\n**Severity:** kaputt!\n",
  );
  const lines = await run("import", "lines.md", "--section", "unread", "--format", "csv");
  expect([...lines.stdout.matchAll(/^lines\.md:(\d+),/gm)].map(([, line]) => line)).toEqual([
    "4",
    "11",
  ]);
  const few = await run("import", "more/a.md", "--section", "unread", "--format", "csv");
  expect(few.stdout).toContain("more/a.md:1,1,date,");
});

describe("whatever a document holds", () => {
  const KEYS = [
    "layout: post # for the site",
    "date: 2026-03-14",
    "start_time: 2026-03-14T02:15:00+01:00",
    "end_time: 2026-03-14 06:30",
    "priority: high",
    "affected: [checkout, 404]",
    "title: ''",
    "times:\n  started:\n  resolved: unknown",
    "times: { started: 2026-03-14T01:00:00Z }",
    "services: []",
    "params:\n  trigger: deploy",
  ];
  const PIECES = [
    "# Outage: a # b\n\n",
    '# `---` - "x"\n\n',
    "**Severity:** SEV2\n\n",
    "Status: Complete\n\n",
    "## Timeline (PST)\n\n",
    "- 23:50 Detected: alert\n",
    "- 00:20 Diagnosed: the cause\n",
    "- 2026-03-15 03:00 UTC Resolved: done\n\n",
    "- T+12m we found that the cause was a deploy\n\n",
    "---\n\n",
    "- Lag was read as a dip. (gap: messaging.backpressure, knowledge)\n\n",
    "| Severity | P1 |\n|---|---|\n\n",
  ];
  const documents = fc.record({
    keys: fc.option(fc.subarray(KEYS), { nil: null }),
    body: fc
      .array(fc.constantFrom(...PIECES), { maxLength: 8 })
      .filter(([first]) => first !== "---\n\n"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  });
  // Several at once, for opening a project takes longer than one document.
  const folders = fc.array(documents, { minLength: 4, maxLength: 4 });

  function told(text: string) {
    const file = { path: "a.md", text: text.replace(/\r\n?/g, "\n") };
    const document: Postmortem = parsePostmortem(file, CONTEXT);
    const { title, status, severity, services, trigger, milestones, gaps, timeline } = document;
    const facts = [title, status, severity, trigger, ...services];
    return {
      facts: facts.map((fact) => fact?.value ?? null),
      times: MILESTONES.map((name) => milestones[name]?.value ?? null),
      gaps: gaps.map(({ competency }) => competency.value),
      rows: timeline?.rows.map(({ at }) => at),
    };
  }

  test("its body stays, it says the same, and a second import changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(folders, fc.boolean(), async (folder, inferred) => {
        const texts = folder.map(({ keys, body, lineEnd }, at) => {
          const head = keys === null ? "" : `---\n${keys.join("\n")}\n---\n`;
          const [own, before] = [body.join(""), head].map((text) => text.replaceAll("\n", lineEnd));
          return { name: `${at}.md`, own: own ?? "", text: `${before ?? ""}${own ?? ""}` };
        });
        for (const { name, text } of texts) await put(name, text);
        const names = texts.map(({ name }) => name);
        const args = ["import", ...names, "--write", ...(inferred ? ["--inferred"] : [])];
        const first = await run(...args);
        const written = await Promise.all(names.map((name) => read(name)));
        for (const [at, { own, text }] of texts.entries()) {
          expect(written[at]?.endsWith(own)).toBe(true);
          expect(told(written[at] ?? "")).toEqual(told(text));
        }
        const second = await run(...args);
        expect(second).toEqual({ ...first, stdout: "", stderr: second.stderr });
        expect(await Promise.all(names.map((name) => read(name)))).toEqual(written);
      }),
      { numRuns: 20 },
    );
  });
});

test("times of a document that tells two days are in doubt, and stay out", async () => {
  await put(
    "c.md",
    "# A\n\nDate: 2025-03-03\n\nStarted at: 2025-03-02 10:00 UTC\n\n## Timeline\n\n- 09:00 UTC Errors rise\n- 10:00 UTC Resolved: all fine\n",
  );
  const { stderr } = await run("import", "c.md", "--inferred", "--diff");
  expect(stderr).toContain("3 values of low confidence are not written");
});

test("says what to do about times that are written without an offset", async () => {
  await put("pm.yaml", "folder: .\n");
  await put("a.md", "# Q\n\n**Severity:** SEV1\n**Started:** 2026-03-14 02:15\n");
  const note =
    "Times in 1 file have no offset, as no time zone is stated there; `pm lint` reports them. Set `time_zone` in pm.yaml, then `pm lint --fix --unsafe-fixes` writes the offsets.";
  for (const option of ["--diff", "--write"]) {
    const { stderr } = await run("import", option);
    expect(stderr.replace(/\s+/g, " ")).toContain(note);
  }
  await put("a.md", "# Q\n\n**Severity:** SEV1\n**Started:** 2026-03-14 02:15 UTC\n");
  expect((await run("import", "--write")).stderr).not.toContain("offset");
});
