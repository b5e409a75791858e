import { writeFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { checkText } from "../../../src/jobs/lint/check-text.ts";
import { fixProject } from "../../../src/jobs/lint/fix.ts";
import { lintProject } from "../../../src/jobs/lint/lint.ts";
import { RULES } from "../../../src/lint/rules/index.ts";
import { parseYaml } from "../../../src/parse/frontmatter/yaml.ts";
import { openProject, type Project } from "../../../src/project/project.ts";
import { ROOT } from "../../support/root.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path } = useTemporaryFolder();

let project: Project;

beforeEach(async () => {
  const opened = await openProject({ cwd: ROOT, dir: "examples", configPath: null }, RULES);
  project = { ...opened, cwd: path(), config: { ...opened.config, path: null, folder: path() } };
});

const RULE_CHECK = { rules: RULES, now: Date.parse("2026-07-01T00:00Z") };

/** A document after --fix; null where nothing is to be mended. */
async function fixed(content: string | Uint8Array, withUnsafe = false): Promise<Uint8Array | null> {
  await writeFile(path("a.md"), content);
  const linted = await lintProject(
    project,
    { kind: "paths", paths: ["a.md"] },
    RULE_CHECK,
    () => undefined,
  );
  const { files } = await fixProject(linted, project, RULE_CHECK, withUnsafe);
  return files[0]?.bytes ?? null;
}

describe("--fix --unsafe-fixes", () => {
  test("writes the names that were probably meant, in their own quotes, and a key only once", async () => {
    const before = `---
title: A
status: finl
sevrity: P1
services: ["payuots"]
triger: deploy
trigger: deploy
---

## Contributing fators

- Lag was misread. (gap: messaging.backpresure, knowlege)

## Actions

| Action | Onwer | Due | Status |
|---|---|---|---|
| Train | paymnts | 2026-07-01 | open |
`;
    expect(await fixed(before)).toBeNull();
    expect(String(Buffer.from((await fixed(before, true)) ?? ""))).toBe(`---
title: A
status: final
severity: P1
services: ["payouts"]
triger: deploy
trigger: deploy
---

## Contributing factors

- Lag was misread. (gap: messaging.backpressure, knowledge)

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Train | payments | 2026-07-01 | open |
`);
  });

  test("writes the offset of the zone in which times without one are read, where the document names none", async () => {
    const before =
      "---\ntimes:\n  started: 2026-07-14T02:15:00 # by the pager\n  resolved: 2026-12-14 02:15\n---\n";
    expect(await fixed(before)).toBeNull();
    project = { ...project, config: { ...project.config, timeZone: "Europe/Berlin" } };
    const after = Buffer.from((await fixed(before, true)) ?? "").toString("utf8");
    expect(after).toContain("  started: 2026-07-14T02:15:00+02:00 # by the pager\n");
    expect(after).toContain("  resolved: 2026-12-14T02:15:00+01:00\n");
    expect(await fixed(after, true)).toBeNull();
  });

  test("leaves an hour that the zone had twice to its writer", async () => {
    project = { ...project, config: { ...project.config, timeZone: "Europe/Berlin" } };
    expect(await fixed("---\ntimes:\n  started: 2026-10-25T02:30:00\n---\n", true)).toBeNull();
  });

  test("writes the phase of a tag and the blank of a heading that were probably meant", async () => {
    const before = "---\ntitle: A\nstatus: draft\n---\n\n##Contributing factors\n";
    const tag = (phase: string) =>
      `\n- Lag. (gap: messaging.backpressure, knowledge, phase: ${phase})\n`;
    const after = await fixed(`${before}${tag("diagnos")}${tag("diagnosis")}`, true);
    expect(String(Buffer.from(after ?? ""))).toBe(
      `${before.replace("##", "## ")}${tag("diagnose")}${tag("diagnose")}`,
    );
  });

  test("takes away the blank behind a name that YAML takes for a part of it, once", async () => {
    const after = await fixed("---\ntitle: A\nseverity: P1\nstatus: final\u00a0\n---\n", true);
    const text = Buffer.from(after ?? "").toString("utf8");
    expect(text).toBe("---\ntitle: A\nseverity: P1\nstatus: final\n---\n");
    expect(await fixed(text, true)).toBeNull();
  });
});

async function fixedText(content: string): Promise<string> {
  return Buffer.from((await fixed(content)) ?? Buffer.from(content)).toString("utf8");
}

describe("--fix", () => {
  test.each<[name: string, before: string, after: string]>([
    [
      "aliases become ids, in their own quotes",
      `---
severity: SEV1 # as the old scale had it
services: ['Payouts', "payouts", payouts]
teams:
  - "LEDGER"
gaps:
  - {competency: Messaging.Backpressure,   kind: "Knowledge"}
---
`,
      `---
severity: P1 # as the old scale had it
services: ['payouts', "payouts", payouts]
teams:
  - "ledger"
gaps:
  - {competency: messaging.backpressure,   kind: "knowledge"}
---
`,
    ],
    [
      "a value in other letters becomes the allowed one",
      "---\nstatus: 'Final'\nescalations:\n  - { reason: Expertise }\nactions:\n  - title: A\n    status: In Progress\n---\n",
      "---\nstatus: 'final'\nescalations:\n  - { reason: expertise }\nactions:\n  - title: A\n    status: in-progress\n---\n",
    ],
    [
      "a time gets the offset of the zone that it names, or that the document states",
      `---
times:
  started: "2026-03-14 02:15"
  detected: 2026-03-14 03:00 UTC
  resolved: 2026-03-14T04:00
---

## Timeline (CET)

- 02:15 Errors rise.
`,
      `---
times:
  started: "2026-03-14T02:15:00+01:00"
  detected: 2026-03-14T03:00:00Z
  resolved: 2026-03-14T04:00:00+01:00
---

## Timeline (CET)

- 02:15 Errors rise.
`,
    ],
    [
      "a time stays where the zone's name does not fit the season: its writers may mean either",
      "---\ntimes:\n  started: 2026-07-14T02:15\n---\n\n## Timeline (CET)\n\n- 02:15 Errors rise.\n",
      "---\ntimes:\n  started: 2026-07-14T02:15\n---\n\n## Timeline (CET)\n\n- 02:15 Errors rise.\n",
    ],
    [
      "a time stays where several zones have the name that it bears",
      "---\ntimes:\n  started: 2026-03-14 02:15 IST\n---\n",
      "---\ntimes:\n  started: 2026-03-14 02:15 IST\n---\n",
    ],
    [
      "a time without a zone stays where nobody states one",
      "---\ntimes:\n  started: 2026-03-14T02:15\n---\n",
      "---\ntimes:\n  started: 2026-03-14T02:15\n---\n",
    ],
    [
      "a tag of the body gets its ids, the sentence around it stays",
      "## Contributing factors\n\n- *Lag* was   misread (gap: Messaging.Backpressure, Knowledge).\n",
      "## Contributing factors\n\n- *Lag* was   misread (gap: messaging.backpressure, knowledge).\n",
    ],
    [
      "the end becomes one line end",
      "---\ntitle: A\n---\n\nText \n\n\n",
      "---\ntitle: A\n---\n\nText\n",
    ],
    ["a block value stays", "---\nseverity: |\n  SEV1\n---\n", "---\nseverity: |\n  SEV1\n---\n"],
    [
      "Windows line ends stay, also where one is added",
      "---\r\nseverity: SEV1\r\n---\r\n\r\nText",
      "---\r\nseverity: P1\r\n---\r\n\r\nText\r\n",
    ],
  ])("%s", async (_name, before, after) => {
    expect(await fixedText(before)).toBe(after);
  });

  test("keeps a byte order mark and the encoding", async () => {
    const before = Buffer.from("\uFEFF---\nseverity: SEV1\n---\n", "utf16le");
    const after = Buffer.from("\uFEFF---\nseverity: P1\n---\n", "utf16le");
    expect(await fixed(before)).toEqual(after);
  });

  test("leaves a finding alone that a comment silences", async () => {
    const text = "---\n# pm-disable-next-line canonical-term: as imported\nseverity: SEV1\n---\n";
    expect(await fixed(text)).toBeNull();
  });
});

describe("a fixed document", () => {
  const severity = fc.constantFrom("SEV1", "'SEV1'", '"SEV1"', "P1", "P9", "[SEV1]", "", "&a SEV1");
  const team = fc.constantFrom("Ledger", '"LEDGER"', "ledger", "nobody", "'#1'");
  const time = fc.constantFrom(
    "2026-03-14 02:15",
    "'2026-03-14T02:15'",
    "2026-03-14T02:15:00Z",
    "2026-03-14 02:15 CEST",
    "2026-03-29 02:30 Europe/Oslo",
    "soon",
  );
  const status = fc.constantFrom("Draft", "'FINAL'", "final", "finall");
  const ending = fc.constantFrom("", "\n", "\n\n", "  \n", "\n\nText.", "\n\n```\ncode");
  const lineEnd = fc.constantFrom("\n", "\r\n");
  const zone = fc.constantFrom("", "\n## Timeline\n\nAll times in CET.\n\n- 02:15 Errors.");

  interface Parts {
    readonly severity: string;
    readonly team: string;
    readonly time: string;
    readonly status: string;
    readonly ending: string;
    readonly lineEnd: string;
    readonly zone: string;
  }

  function documentOf(parts: Parts): string {
    const text = [
      "---",
      "# first comment",
      `severity:   ${parts.severity}   # second`,
      `teams: [ ${parts.team}, platform ]`,
      `status: ${parts.status}`,
      "times:",
      `    started: ${parts.time} # third`,
      "# last",
      `---${parts.zone}${parts.ending}`,
    ].join("\n");
    return text.replaceAll("\n", parts.lineEnd);
  }

  const allParts = fc.record({ severity, team, time, status, ending, lineEnd, zone });
  const documents = allParts.map(documentOf);
  const HOLE = "HOLE";

  /** The document's own characters, with anything where a value or the end stands. */
  function patternOf(parts: Parts): RegExp {
    const holes = { severity: HOLE, team: HOLE, time: HOLE, status: HOLE, ending: HOLE };
    const escaped = documentOf({ ...parts, ...holes }).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${escaped.replaceAll(HOLE, "[^\\n]*").replace(/\[\^\\n\]\*$/, "[^]*")}$`);
  }

  const findingsOf = (text: string) =>
    checkText({ path: "a.md", text: text.replace(/\r\n?/g, "\n") }, project, RULE_CHECK).findings;

  test("differs in the fixed places alone, needs no second fix, and is reported no more", async () => {
    await fc.assert(
      fc.asyncProperty(allParts, async (parts) => {
        const after = await fixedText(documentOf(parts));
        expect(after).toMatch(patternOf(parts));
        expect(await fixedText(after)).toBe(after);
        expect(findingsOf(after).filter(({ fix }) => fix !== null)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("keeps its comments and the order of its keys", async () => {
    const frontmatter = (text: string) => {
      const yaml = text.replace(/\r\n?/g, "\n").split("---\n")[1] ?? "";
      const { data, comments } = parseYaml(yaml, 0, indexLines(yaml));
      return { keys: Object.keys(data ?? {}), comments: comments.map((comment) => comment.text) };
    };
    await fc.assert(
      fc.asyncProperty(documents, async (before) => {
        expect(frontmatter(await fixedText(before))).toEqual(frontmatter(before));
      }),
      { numRuns: 50 },
    );
  });
});
