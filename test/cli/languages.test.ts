import { expect, test } from "vitest";
import { WITH_VOCABULARY, WITHOUT_VOCABULARY } from "../support/language-without-vocabulary.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const GERMAN = `# Störungsbericht: Lager leer

## Ablauf

- 14.03.2026 02:15 Beginn der Störung, das Lager ist nicht erreichbar
- 14.03.2026 03:15 Störung behoben

## Maßnahmen

- Wir müssen den Dienst besser überwachen und die Grenze anzeigen
`;

test("a document in another language is read, and what knows English alone says that it skips it", async () => {
  await put("a.md", GERMAN);
  const shown = await runCli(["show", "a.md"], { cwd: path() });
  expect(shown.stdout).toContain("German");
  expect(shown.stdout).toContain("they skip this document");
  expect(shown.stdout).toMatch(/resolved +2026-03-14T03:15Z/);
  const linted = await runCli(["lint", "a.md"], { cwd: path() });
  expect(linted.stderr).toContain(
    "Rules on wording work only in English, so they skip 1 document in German: a.md",
  );
  const suggested = await runCli(["suggest"], { cwd: path() });
  expect(suggested.stderr).toContain(
    "Suggestions work only in English, so they skip 1 document in German: a.md",
  );
});

test("several owners of an action are told apart by the words of its language", async () => {
  const table = `| Maßnahme | Verantwortlich |\n|---|---|\n| Alarm für das Lager | Payments und Ledger |\n| Grenze anzeigen | Payments und das Team Legder |`;
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams: [{ id: payments }, { id: ledger }]\n",
  );
  await put("a.md", `---\nstatus: review\n---\n\n${GERMAN.replace(/- Wir müssen .*/, table)}`);
  const args = ["lint", "a.md", "--format", "concise"];
  const { stdout } = await runCli(args, { cwd: path() });
  expect(stdout.split("\n").filter((line) => line.includes("[unknown-owner]"))).toEqual([
    "a.md:17:21: warning: Unknown owner `das Team Legder` [unknown-owner]",
  ]);
});

test("a language without a vocabulary is said wherever documents are read", async () => {
  const { name, text } = WITHOUT_VOCABULARY;
  await put("a.md", `# 2026-03-14\n\n${text}\n`);
  const note = `1 document looks like ${name}: no vocabulary`;
  for (const command of [["show", "a.md"], ["lint", "a.md"], ["ttd"]]) {
    const { stderr } = await runCli(command, { cwd: path() });
    expect(stderr).toContain(note);
  }
  const { stdout } = await runCli(["show", "a.md"], { cwd: path() });
  expect(stdout).toContain(
    `It looks like ${name}: no vocabulary, so only the frontmatter was read.`,
  );
});

test("pm.yaml gives the language of all documents", async () => {
  await put("a.md", "# Lager leer\n\nBeginn: 14.03.2026 02:15\n");
  await put("pm.yaml", "language: de\n");
  const { stdout } = await runCli(["show", "a.md"], { cwd: path() });
  expect(stdout).toMatch(/started +2026-03-14T02:15Z/);
  const { id } = WITHOUT_VOCABULARY;
  await put("pm.yaml", `language: "${id}"\n`);
  const { stderr, code } = await runCli(["show", "a.md"], { cwd: path() });
  expect(stderr).toContain(`no vocabulary for the language \`${id}\``);
  expect(stderr).toContain(`${WITH_VOCABULARY.join(", ")}.`);
  expect(code).toBe(2);
});

test("a team's own words are read beside those of pm, in every language", async () => {
  await put("pm.yaml", "vocabulary: words.yaml\n");
  await put("words.yaml", "version: 1\nheadings:\n  factors: [stolpersteine, tripping stones]\n");
  await put("de.md", `${GERMAN}\n## Stolpersteine\n\n- Niemand sah die Grenze\n`);
  await put("en.md", "# Stock empty\n\n## Tripping stones\n\n- Nobody saw the limit\n");
  for (const [file, factor] of [
    ["de.md", "Niemand sah die Grenze"],
    ["en.md", "Nobody saw the limit"],
  ] as const) {
    const { stdout } = await runCli(["show", file, "--format", "json"], { cwd: path() });
    expect(stdout).toContain(`"factor": "${factor}"`);
  }
  await put("words.yaml", "version: 1\nheading:\n  factors: [stolpersteine]\n");
  const { stderr, code } = await runCli(["show", "en.md"], { cwd: path() });
  expect(stderr).toContain("words.yaml:2:1");
  expect(code).toBe(2);
});

test("one document is read by the order of its folder's dates, as it is among all", async () => {
  const documentOf = (date: string) =>
    `# Stock empty\n\n## Timeline\n\n- ${date} 02:15 Errors start.\n- ${date} 03:15 Resolved.\n`;
  await put("pm.yaml", "folder: .\n");
  await put("open.md", documentOf("03/04/2026"));
  await put("clear.md", documentOf("25/03/2026"));
  const { stdout } = await runCli(["show", "open.md"], { cwd: path() });
  expect(stdout).toMatch(/started +2026-04-03T02:15Z/);
  const fromFile = await runCli(["lint", "open.md", "--format", "concise"], { cwd: path() });
  const fromInput = await runCli(["lint", "-", "--format", "concise"], {
    cwd: path(),
    stdin: documentOf("03/04/2026"),
  });
  expect(fromFile.stdout).not.toContain("timeline-unreadable");
  expect(fromInput.stdout).not.toContain("timeline-unreadable");
});
