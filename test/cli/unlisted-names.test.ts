import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

/** What a command prints, in one line. */
async function said(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd: path() });
  expect(code, stderr).toBe(0);
  return stdout.replaceAll(/\s+/gu, " ");
}

function incident(day: number, team: string, skill: string): string {
  return `---
title: Late mails
status: final
severity: P1
teams: [${team}]
times: { started: 2026-01-0${day}T00:00:00Z }
escalations:
  - { from: ${team}, to: core, reason: expertise, competency: caching.stampede }
---

## Contributing factors

- Lag was read as a dip. (gap: ${skill}, knowledge, team: ${team})
`;
}

describe("teams without a list of teams", () => {
  beforeEach(async () => {
    await put("1.md", incident(1, "team1", "caching.stampede"));
    await put("2.md", incident(2, "team2", "caching.stampede"));
    await put("3.md", incident(3, "team3", "caching.stampede"));
  });

  test.each([["coverage"], ["escalations"], ["gaps"], ["plan"]])(
    "pm %s counts them all, once",
    async (report) => {
      const text = await said(report);
      expect(text).toContain(
        "The taxonomy lists no teams, so 4 team names of the folder count as (unlisted): `pm taxonomy adopt",
      );
      expect(text).not.toMatch(/\d team names? (?:is|are) not in the taxonomy/u);
    },
  );
});

describe("skills that the taxonomy does not list", () => {
  beforeEach(async () => {
    await put(
      "taxonomy.yaml",
      "version: 1\nextends: default\nteams:\n  - { id: alpha, name: Alpha, size: 8 }\n  - { id: beta, name: Beta, size: 8 }\n  - { id: core, name: Core, size: 8 }\n",
    );
    await put("1.md", incident(1, "alpha", "storage.disks"));
    await put("2.md", incident(2, "alpha", "storage.raid"));
    await put("3.md", incident(3, "beta", "storage.disks"));
    await put("4.md", incident(4, "beta", "caching.stampede"));
  });

  test("pm plan says in how many incidents one was missing, of a team too", async () => {
    expect(await said("plan")).toContain(
      "Not planned: 3 of 4 incidents name a skill that the taxonomy does not list. `pm taxonomy usage` says which;",
    );
    await put("5.md", incident(5, "alpha", "caching.stampede"));
    expect(await said("plan", "--team", "alpha")).toContain("Not planned: 2 of 3 incidents name");
  });

  test("only a report that has a row of them says what they count as", async () => {
    const note = "Counted as (unlisted) where a table shows them";
    expect(await said("plan")).not.toContain(note);
    expect(await said("signal")).not.toContain(note);
    expect(await said("gaps")).toContain(`${note}, because the taxonomy does not list them: 2`);
  });
});
