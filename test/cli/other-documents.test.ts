import { expect, test } from "vitest";
import { readDocument } from "../../src/assemble/document-kind.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { surveyPostmortems } from "../../src/project/find-postmortems.ts";
import { openProject } from "../../src/project/project.ts";
import { CONTEXT } from "../support/context.ts";
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
  const note = "note: 6 files set aside, not postmortems: all.md (a list), blank.md (a template)";
  expect(stderr).toBe(`${note} and 4 more\n`);
  expect((await runCli(["lint", "--dir", "."], { cwd: folder.path() })).stderr).toContain(
    `${note}, how.md (a guide), postmortem-form.md (a template), queue.md (a runbook), weekly.md (notes of a meeting)\n`,
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

test("a page that pm wrote beside the documents is none that it sets aside", async () => {
  const cwd = folder.path();
  await folder.put("incidents/a.md", INCIDENT);
  await folder.put("incidents/old.html", "<h1>Outage of 2019</h1>");
  await folder.put("incidents/README.md", "# Read me");
  await folder.put("incidents/index.md", "# Index");
  await folder.put("pm.yaml", "folder: incidents\n");
  const page = ["gaps", "--output", "incidents/review.html"];
  expect((await runCli(page, { cwd })).code).toBe(0);
  expect((await runCli(["lint"], { cwd })).stderr).toContain(
    "note: 3 files set aside, not postmortems: incidents/old.html (not named by `include`), incidents/README.md, incidents/index.md\n",
  );
  expect((await runCli(["gaps"], { cwd })).stderr).toBe(
    "note: 3 files set aside, not postmortems: incidents/old.html (not named by `include`), incidents/README.md and 1 more\n",
  );
});

test("a template by name is set aside, an incident of templates is not", async () => {
  await folder.put("2026-03-14-mail-template-lost.md", INCIDENT);
  await folder.put("incident-template.md", INCIDENT);
  const { stderr } = await runCli(["lint", "--dir", "."], { cwd: folder.path() });
  expect(stderr).toContain("note: 1 file set aside, not a postmortem: incident-template.md\n");
});

test.each([
  [
    "a post with nothing but a date",
    "a dated page",
    "---\ntitle: A new index\ndate: 2026-03-14\nauthor: search\n---\n\nIt is fast.\n",
  ],
  [
    "a notice of maintenance with its times",
    "a maintenance notice",
    "---\ntitle: Scheduled maintenance of the database\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\naffected: [search]\n---\n\nIt is upgraded.\n",
  ],
  [
    "a post that speaks of incidents in passing",
    "a dated page",
    "---\ntitle: We are hiring\ndate: 2026-03-14\nauthor: press\nlayout: post\n---\n\nIncidents are a part of life.\n",
  ],
  [
    "a page with a state that no postmortem has",
    "a dated page",
    "---\ntitle: One index\ndate: 2026-03-14\nstatus: superseded\n---\n\n## Decision\n\nOne index, after the outage of last year.\n",
  ],
  ["an advisory by its number", "an advisory", "# CVE-2026-1234: update now\n\nUpdate to 1.2.3.\n"],
  ["notes of a release", "release notes", "# Release notes 1.2\n\n- Faster\n"],
  ["notes of a release for a month", "release notes", "# Release notes for May\n\n- Faster\n"],
  [
    "a notice of maintenance of a service that is named first",
    "a maintenance notice",
    "---\ntitle: 'Search: Maintenance (14.03.2026, 10:00 - 12:00)'\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\naffected: [search]\n---\n\nIt is upgraded.\n",
  ],
  [
    "what a status page only announces",
    "an announcement",
    "---\ntitle: New index for search\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\ninformational: true\nseverity: notice\naffected: [search]\n---\n\nIt is faster.\n",
  ],
])("%s is set aside", (_, kind, text) => {
  for (const need of ["everything", "prose"] as const) {
    expect(readDocument({ path: "a.md", text }, CONTEXT, [need]).otherKind).toBe(kind);
  }
});

test.each([
  [
    "a date and a word of an incident",
    "---\ntitle: Search\ndate: 2026-03-14\n---\n\nAn outage of an hour.\n",
  ],
  [
    "a post on what failed, and a word of it in its title",
    "---\ntitle: Our outage\ndate: 2026-03-14\nlayout: post\n---\n\nIt took an hour.\n",
  ],
  [
    "a post that speaks of an outage throughout",
    "---\ntitle: About last week\ndate: 2026-03-14\nlayout: post\n---\n\nThe outage took an hour. A crash had caused it.\n",
  ],
  [
    "an incident in the title of a maintenance",
    "# Postmortem: scheduled maintenance of the database\n\nText.\n",
  ],
  ["the notes of a release in its title", "# Release notes page showed drafts\n\nText.\n"],
  [
    "an announcement that tells its cause",
    "---\ntitle: Search\ndate: 2026-03-14\ninformational: true\n---\n\n## Root cause\n\nA disk.\n",
  ],
  [
    "variables of the site in the text",
    '# Search was slow\n\nParts of {{ site.name }} and {{page.area}} were slow for 2 hours, see {{ site.url }} and {{ site.mail }} and {{< track "10:00" >}}.\n',
  ],
  ["a date and a severity", "---\ntitle: Search\ndate: 2026-03-14\nseverity: P2\n---\n\nSlow.\n"],
  [
    "maintenance that went wrong",
    "---\ntitle: Scheduled maintenance overran\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\n---\n\nIt took an hour more.\n",
  ],
  [
    "two times in a timeline, though it is called a runbook",
    "# Runbook of search\n\n## Timeline (UTC)\n\n- 2026-03-14 10:00 Search fails\n- 2026-03-14 10:30 It works again\n",
  ],
  [
    "blanks in a fence",
    "# Search was slow\n\n- Started: 2026-03-14 09:00 UTC\n\n```\nYYYY-MM-DD HH:MM [SERVICE NAME] [OTHER NAME] {{more}}\n```\n",
  ],
])("%s make a postmortem", (_, text) => {
  for (const need of ["everything", "prose"] as const) {
    expect(readDocument({ path: "a.md", text }, CONTEXT, [need]).otherKind).toBeNull();
  }
});

test("files that pm.yaml names are read, and those with other endings are named", async () => {
  await folder.put("pm.yaml", 'folder: .\ninclude: ["**/README.md", "**/*.md"]\n');
  await folder.put("README.md", INCIDENT);
  await folder.put("2026-03-15-search.txt", INCIDENT);
  await folder.put("LICENSE", "Free.\n");
  const { stdout, stderr } = await runCli(["list"], { cwd: folder.path() });
  expect(stderr).toBe(
    "note: 1 file set aside, not a postmortem: 2026-03-15-search.txt (not named by `include`)\n",
  );
  expect(stdout).toContain("README.md");
});

test.each([
  ["bundles", "content/incidents/2026-03-14-search/index.md", "content/incidents", null],
  [
    "folders deep below",
    "docs/src/team/search/notes/postmortems/one.md",
    "docs/src/team/search/notes/postmortems",
    null,
  ],
  [
    "other endings",
    "source/posts/one.html.md.erb",
    "source/posts",
    ["**/*.md", "**/*.html.md.erb"],
  ],
])("pm init finds %s", async (_, path, place, include) => {
  await folder.put("decisions/0001.md", "# ADR 1\n\n## Status\n\n## Context\n\n## Decision\n");
  await folder.put(path, INCIDENT);
  await folder.put(path.replace(/one|2026-03-14/, "two"), INCIDENT);
  const project = await openProject(
    { cwd: folder.path(), dir: folder.path(), configPath: null },
    RULES,
  );
  const survey = await surveyPostmortems(folder.path(), project);
  expect(survey.place).toEqual({ folder: place, include });
  expect(survey.contentOf(place).count).toBe(2);
});

test.each([
  ["one folder among pages of other kinds", ["docs/team/incidentes"], "docs/team/incidentes", null],
  [
    "several folders among pages of other kinds",
    ["docs/team/incidentes", "docs/post_mortems"],
    "docs",
    ["post_mortems/**/*.{md,markdown,mdx,qmd}", "team/incidentes/**/*.{md,markdown,mdx,qmd}"],
  ],
])("pm init keeps to %s", async (_, folders, place, include) => {
  const texts = ["one", "two"].flatMap((name) => folders.map((at) => `${at}/${name}.md`));
  for (const path of texts) await folder.put(path, INCIDENT.replaceAll("Search", `Part ${path}`));
  for (const day of ["01", "02", "03", "04", "05"]) {
    await folder.put(`docs/pages/2026-03-${day}-page.md`, "# A page\n\nText.\n");
  }
  await folder.put("docs/pages/2026-03-06-plan.md", INCIDENT);
  await folder.put("docs/guides/2026-03-06-guide.md", "# How to search\n\nText.\n");
  const cwd = folder.path();
  const { stderr } = await runCli(["init"], { cwd });
  expect(stderr).toContain(
    `Found ${texts.length} postmortems in ${[...folders].sort().join(", ")}`,
  );
  expect(stderr).toContain(
    "1 other file reads like a postmortem and will not be read: docs/pages/2026-03-06-plan.md.",
  );
  expect(
    (await runCli(["list", "--since", "2y", "--format", "csv"], { cwd })).stdout.trim().split("\n"),
  ).toHaveLength(texts.length + 1);
  const project = await openProject({ cwd, dir: cwd, configPath: null }, RULES);
  expect((await surveyPostmortems(cwd, project)).place).toMatchObject({ folder: place, include });
});

test("the notes of a meeting that reviewed an incident are a postmortem", () => {
  const text =
    "# Meeting notes: post-incident review, search\n\nOn 14 March 2026 search failed between 10:00 and 10:30 UTC. This was a SEV2.\n";
  for (const need of ["everything", "prose"] as const) {
    expect(readDocument({ path: "a.md", text }, CONTEXT, [need]).otherKind).toBeNull();
  }
});
