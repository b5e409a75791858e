import { describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

function run(...args: readonly string[]) {
  return runCli([...args], { cwd: path(), env: { COLUMNS: "150" } });
}

const GERMAN =
  "# Störung der Kasse\n\n**Datum:** 3. März 2026\n\nDie Störung wurde durch einen Fehler in der Warteschlange ausgelöst und nicht bemerkt.\n\n";
const FRENCH =
  "# Panne de la caisse\n\n**Date :** 3 mars 2026\n\nLa panne de la file a été causée par une erreur dans le déploiement.\n\n";
const SPANISH =
  "# Caída de la pasarela\n\n**Fecha:** 3 de marzo de 2026\n\nLa caída de la cola fue causada por un error en el despliegue y los clientes lo notaron.\n\n";
const ENGLISH = "# Outage\n\n**Date:** 3 March 2026\n\n";

const GERMAN_ROWS = "- 08:00 Beginn der Störung\n- 09:30 Störung behoben\n";
const FRENCH_ROWS = "- 08:00 Début de l'incident\n- 09:30 Incident résolu\n";
const SPANISH_ROWS = "- 08:00 Inicio del incidente\n- 09:30 Incidente resuelto\n";
const ENGLISH_ROWS = "- 08:00 Incident started\n- 09:30 Incident resolved\n";

/** Documents and the start that import writes of each. */
const DOCUMENTS = [
  [`${GERMAN}## Zeitachse (MEZ)\n\n${GERMAN_ROWS}`, "08:00:00+01:00"],
  [`${GERMAN}Alle Zeiten in MEZ.\n\n## Zeitachse\n\n${GERMAN_ROWS}`, "08:00:00+01:00"],
  [`${GERMAN}**Beginn:** 3. März 2026 08:00 MEZ\n`, "08:00:00+01:00"],
  [`${GERMAN}Die Störung begann um 08:00 MEZ.\n`, "08:00:00+01:00"],
  [`${FRENCH}## Chronologie (heure de Paris)\n\n${FRENCH_ROWS}`, "08:00:00+01:00"],
  [
    `${SPANISH}Todas las horas en hora de Bogotá.\n\n## Cronología\n\n${SPANISH_ROWS}`,
    "08:00:00-05:00",
  ],
  [`${ENGLISH}## Timeline (CET)\n\n${ENGLISH_ROWS}`, "08:00:00+01:00"],
  [
    `---\ntimezone: Europe/Madrid\n---\n\n${ENGLISH}## Timeline\n\n${ENGLISH_ROWS}`,
    "08:00:00+01:00",
  ],
  [`${ENGLISH}## Timeline\n\n${ENGLISH_ROWS}`, "08:00:00"],
] as const;

/** The milestones of the only document, read by a zone for all times that name none. */
async function milestonesIn(zone: string): Promise<readonly string[]> {
  await put("pm.yaml", `folder: .\ntime_zone: ${zone}\n`);
  const { stdout } = await run("show", "a.md", "--format", "csv", "--section", "milestones");
  const found = stdout.matchAll(/^(started|detected|resolved),[^,]*/gm);
  return [...found].map(([line]) => line);
}

describe("what import writes is the same instant as before, whatever zone is set later", () => {
  test.each(DOCUMENTS)("%s", async (text, start) => {
    const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
    await put("a.md", text);
    const before = [];
    for (const zone of zones) before.push(await milestonesIn(zone));
    await put("pm.yaml", "folder: .\n");
    const { stderr } = await run("import", "--write", "--inferred");
    expect(await read("a.md")).toContain(`started: 2026-03-03T${start}\n`);
    expect(stderr.includes("no time zone is stated")).toBe(start === "08:00:00");
    const after = [];
    for (const zone of zones) after.push(await milestonesIn(zone));
    expect(after).toEqual(before);
    expect(before[0]?.[0]).toMatch(/^started,2026-03-03T/);
  });
});

test("labels in other languages are known by the words of their document", async () => {
  await put("a.md", `${GERMAN}## Zeitachse (MEZ)\n\n${GERMAN_ROWS}`);
  const { stdout } = await run("import");
  expect(stdout).not.toContain("not stated; times are read as UTC");
});
