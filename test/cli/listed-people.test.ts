import { expect, test } from "vitest";
import { COMPLETE_FACTS } from "../support/complete-facts.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

/** All that reports ask for stands in the frontmatter; the body alone lists who was there. */
const DOCUMENT = `---
title: Quillmore restarted the broker
${COMPLETE_FACTS}
causes: [software]
gaps:
  - { competency: messaging.backpressure, kind: knowledge, evidence: Only Quillmore knew the lag }
escalations: []
actions:
  - { title: Pair with Quillmore, owner: payments, status: open }
---

Attendees: Ines Quillmore
`;

test.each([
  ["gaps --evidence", ["gaps", "--evidence"], "Only [person] knew the lag"],
  ["gaps --row", ["gaps", "--row", "messaging.backpressure"], "[person] restarted the broker"],
  ["ttd", ["ttd"], "[person] restarted the broker"],
  ["actions", ["actions"], "Pair with [person]"],
  ["plan", ["plan"], "Only [person] knew the lag"],
])("pm %s withholds whom only the body lists", async (_name, args, shown) => {
  await put("a.md", DOCUMENT);
  const { stdout } = await runCli([...args, "--format", "json"], { cwd: path() });
  expect(stdout).toContain(shown);
  expect(stdout).not.toContain("Quillmore");
});

/** Its body names somebody as the owner of an action, and nowhere else. */
const OWNED = [
  [
    "table",
    "| Action | Owner | Due |\n|---|---|---|\n| Add an alert | Ines Quillmore | 2026-03-01 |",
  ],
  ["table, by a handle", "| Action | Owner |\n|---|---|\n| Add an alert | @Quillmore |"],
  [
    "list beside a table",
    "| Action | Owner |\n|---|---|\n| Add | payments |\n\n- [ ] Fix the lag (Ines Quillmore, 2026-03-01)",
  ],
  ["list", "- [ ] Fix the lag (Ines Quillmore, 2026-03-01)"],
  ["list, by a handle beside a day without a year", "- [ ] Fix the lag @Quillmore — Mar 1"],
] as const;

test.each(OWNED)("pm ttd withholds in a title who owns an action in a %s", async (_name, body) => {
  const text = DOCUMENT.replace("Attendees: Ines Quillmore", `## Actions\n\n${body}`);
  await put("a.md", text);
  const { stdout } = await runCli(["ttd", "--format", "json"], { cwd: path() });
  expect(stdout).toContain("[person] restarted the broker");
  expect(stdout).not.toContain("Quillmore");
});
