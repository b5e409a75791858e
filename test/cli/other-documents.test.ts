import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

const INCIDENT =
  "# Search is down\n\n**Severity:** P2\n\n## Timeline (UTC)\n\n- 2026-03-14 10:00 Search fails\n- 2026-03-14 10:30 Search works again\n";

/** Documents that are no postmortems, each by what it is said to be. */
const OTHERS = [
  [
    "postmortem-form.md",
    "a template",
    "# Title\n\n## Summary\n\n_Say what happened._\n\n## Impact\n\n_Say who was hit._\n\n## Causes\n\n*Ask why, often.*\n\n## Actions\n\n_Who does what?_\n",
  ],
  [
    "blank.md",
    "a template",
    "# Postmortem: [Short name]\n\nDate: [YYYY-MM-DD]\n\n## Timeline\n\n- [HH:MM] - [First event]\n",
  ],
  ["queue.md", "a runbook", "# Runbook: queue is full\n\n## Impact\n\nOrders wait.\n"],
  ["weekly.md", "notes of a meeting", "# Meeting notes of March\n\n## Action items\n\n- Tidy up\n"],
  ["how.md", "a guide", "# Postmortem process\n\n## Timeline\n\nTwo days for a draft.\n"],
  ["all.md", "a list", "# Incident reports\n\n- [Search](2026-03-14-search.md)\n"],
] as const;

test("files that are something else by their title are set aside with a word", async () => {
  await folder.put("2026-03-14-search.md", INCIDENT);
  for (const [name, , text] of OTHERS) await folder.put(name, text);
  const { stdout, stderr } = await runCli(["gaps", "--dir", ".", "--since", "1y"], {
    cwd: folder.path(),
  });
  expect(stderr).toBe(
    "note: 6 files set aside, not postmortems: all.md (a list), blank.md (a template), how.md (a guide), postmortem-form.md (a template), queue.md (a runbook) and 1 more\n",
  );
  expect(stdout).toContain("1 incident");
});

test.each(OTHERS)("%s, when it is named, is read and said to be %s", async (name, kind, text) => {
  await folder.put(name, text);
  const { stderr, code } = await runCli(["show", name], { cwd: folder.path() });
  expect(stderr).toBe(
    `note: ${name} reads like ${kind} and is probably not a postmortem; it was read as one\n`,
  );
  expect(code).toBe(0);
});

test.each([
  ["a title that is only the word", INCIDENT.replace("Search is down", "Postmortem")],
  ["a runbook in the title", INCIDENT.replace("Search is down", "Outage: stale runbook")],
  ["a policy after the colon", INCIDENT.replace("Search is down", "Postmortem: backup policy")],
  ["a title that a form begins with", "# Title:\n# Search is down\n\nIt was down for 2 hours.\n"],
  ["advice that was left in it", `# Down\n\n${"_Say what happened._\n\n".repeat(5)}For 2 hours.\n`],
  ["a timeline", INCIDENT.replace("Search is down", "Incident log")],
  ["facts in the frontmatter", "---\nseverity: P2\n---\n\n# Incidents\n\nText.\n"],
])("a document with %s is a postmortem", async (_name, text) => {
  await folder.put("a.md", text);
  expect((await runCli(["show", "a.md"], { cwd: folder.path() })).stderr).toBe("");
});

test("a template by name is set aside, an incident of templates is not", async () => {
  await folder.put("2026-03-14-mail-template-lost.md", INCIDENT);
  await folder.put("incident-template.md", INCIDENT);
  const { stderr } = await runCli(["lint", "--dir", "."], { cwd: folder.path() });
  expect(stderr).toContain("note: 1 file set aside, not a postmortem: incident-template.md\n");
});
