import { join, resolve } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { findOwners, type FoundNames } from "../../project/find-owners.ts";
import {
  type PostmortemPlace,
  type Survey,
  surveyPostmortems,
} from "../../project/find-postmortems.ts";
import { CONFIG_NAME, type Project, TAXONOMY_NAME } from "../../project/project.ts";
import { readShipped } from "../../project/shipped.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import { jsonSchemaText, namesTerms, SCHEMA_NAMES } from "../../schema/json-schema.ts";
import { modeline, schemaPath } from "../../schema/modeline.ts";
import { exists, writeNewFile } from "../../write/write-file.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import type { Io } from "../io.ts";
import { openFor } from "../open.ts";
import { foundNotes, stepsOf, surveyNotes } from "./init-notes.ts";

/** Folders in which teams keep postmortems, the likeliest first. */
const USUAL_FOLDERS = [
  "postmortems",
  "docs/postmortems",
  "incidents",
  "docs/incidents",
  "postmortem",
];

async function usualFolder(root: string): Promise<string | null> {
  for (const folder of USUAL_FOLDERS) {
    if ((await kindOfPath(join(root, folder))) === "folder") return folder;
  }
  return null;
}

/** A YAML scalar that reads back as the text. */
function asYaml(text: string): string {
  return /^[\w./][\w./-]*$/.test(text) ? text : JSON.stringify(text);
}

/** A taxonomy with what was found as comments below each list: proposed, never assumed. */
function withFound(taxonomy: string, { teams, services }: FoundNames): string {
  const teamLines = teams.map(({ id, path }) => `#  - { id: ${asYaml(id)} }   # in ${path}\n`);
  const serviceLines = services.map(({ id, owner, path }) => {
    const team = owner === null ? '""' : asYaml(owner);
    return `#  - { id: ${asYaml(id)}, owner: ${team} }   # in ${path}\n`;
  });
  return taxonomy
    .replace(/^teams:\n(?:#.*\n)*/m, (list) => list + teamLines.join(""))
    .replace(/^services:\n(?:#.*\n)*/m, (list) => list + serviceLines.join(""));
}

/** The files written before the schemas, which depend on them. */
async function setupFiles(
  { folder, include }: PostmortemPlace,
  found: FoundNames,
): Promise<readonly (readonly [string, string])[]> {
  const shipped = (await readShipped("templates/init/pm.yaml")).text;
  const config = shipped.replace("{{folder}}", () => asYaml(folder));
  // The templates are then among the postmortems.
  const whole =
    include === null
      ? config
      : config.replace(/^# include: .*$/m, `include: ${JSON.stringify(include)}`);
  const own = folder === "." ? whole.replace("# exclude: []", 'exclude: ["templates/**"]') : whole;
  const taxonomy = withFound((await readShipped("templates/init/taxonomy.yaml")).text, found);
  return [
    [CONFIG_NAME, `${modeline(schemaPath("config"))}${own}`],
    [TAXONOMY_NAME, `${modeline(schemaPath("taxonomy"))}${taxonomy}`],
    ["templates/full.md", (await readShipped("templates/full.md")).text],
  ];
}

/** The project that the repository's own files define; null while these have problems. */
async function projectOf(root: string): Promise<Project | null> {
  return openFor({ dir: root }, { cwd: root }).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
}

/** Where the postmortems are or will be: as set up, as given, or as found. */
async function placeOf(
  root: string,
  given: string | undefined,
  project: Project | null,
  survey: Survey | null,
): Promise<PostmortemPlace> {
  const relative = (folder: string) => {
    return resolve(root, folder) === root ? "." : shownPath(resolve(root, folder), root);
  };
  const isSetUp = await exists(join(root, CONFIG_NAME));
  if (isSetUp && project) return { folder: relative(project.config.folder), include: null };
  if (given !== undefined) return { folder: relative(given), include: null };
  if (survey?.place) return survey.place;
  const usual = await usualFolder(root);
  if (usual !== null) return { folder: usual, include: null };
  return survey?.likelyPlace ?? { folder: "postmortems", include: null };
}

async function writeMissing(name: string, text: string, root: string, io: Io): Promise<void> {
  const path = join(root, name);
  const shown = shownPath(path, io.cwd);
  if (await exists(path)) {
    await io.say(`kept     ${shown} (already there)`);
    return;
  }
  await writeNewFile({ path: shown, absolutePath: path, folders: [root] }, text, false);
  await io.print(shown);
}

/** @throws {UsageError} for a path that is a file. */
async function refuseFile(path: string, io: Io): Promise<void> {
  if ((await kindOfPath(path)) !== "file") return;
  throw new UsageError(
    `${shownPath(path, io.cwd)}: a file, not a folder`,
    "pm init sets up a repository: name its folder, or run it there without an argument.",
  );
}

async function initialize(root: string, given: string | undefined, io: Io): Promise<void> {
  await refuseFile(root, io);
  if (given !== undefined) await refuseFile(resolve(root, given), io);
  const project = await projectOf(root);
  const survey = project && (await surveyPostmortems(root, project));
  const place = await placeOf(root, given, project, survey);
  const { folder } = place;
  for (const note of survey ? surveyNotes(survey, place) : []) await io.say(note);
  const found = await findOwners(root);
  const hadTaxonomy = await exists(join(root, TAXONOMY_NAME));
  for (const [name, text] of await setupFiles(place, found)) {
    await writeMissing(name, text, root, io);
  }
  for (const note of hadTaxonomy ? [] : foundNotes(found)) await io.say(note);
  const kind = folder === "." ? "folder" : await kindOfPath(join(root, folder));
  const content = survey?.contentOf(folder, place.within);
  const isThere = content !== undefined && content.count + content.unlike.length > 0;
  // Git keeps no empty folder, and without it `pm lint` in CI would have nowhere to look.
  if (kind !== "folder") await writeMissing(`${folder}/.gitkeep`, "", root, io);
  const taxonomy = (await projectOf(root))?.taxonomy ?? null;
  for (const name of SCHEMA_NAMES) {
    const ids = namesTerms(name) ? taxonomy : null;
    await writeMissing(schemaPath(name), jsonSchemaText(name, ids), root, io);
  }
  const next = [
    "",
    "Next:",
    ...stepsOf(folder, isThere),
    "  3. pm lint                  checks the postmortems; run it in CI.",
    "  4. pm gaps --since 6mo      shows the skill gaps, before you plan training.",
  ];
  for (const line of next) await io.say(line);
}

interface InitOptions {
  readonly folder?: string;
  readonly demo?: boolean;
}

/** `pm init`: puts a configuration, a taxonomy, a template and JSON Schemas into a repository. */
export const addInitCommand: AddCommand = (program, io) => {
  program
    .command("init")
    .helpGroup(GROUPS.setUp)
    .summary("Set up a repository with pm.yaml, taxonomy.yaml and a template")
    .description(
      "Set up a repository with pm.yaml, taxonomy.yaml, a template and JSON Schemas for editors (.pm), and " +
        "say what to do next. Existing files are never changed.",
    )
    .argument("[folder]", "the repository", ".")
    .option(
      "--folder <dir>",
      "folder of its postmortems (default: the folder that holds most of them)",
    )
    .option("--demo", "write the example company instead (default folder: pm-demo)")
    .action(async (root: string, { folder, demo }: InitOptions) => {
      if (demo !== true) return initialize(resolve(io.cwd, root), folder, io);
      const { writeDemo } = await import("./init-demo.ts");
      return writeDemo(root, io);
    });
};
