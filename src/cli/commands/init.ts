import { join, resolve } from "node:path";
import { UsageError } from "../../core/errors.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { RULES } from "../../lint/rules/index.ts";
import { CONFIG_NAME, openProject, readShipped, TAXONOMY_NAME } from "../../project.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import { jsonSchemaText, SCHEMA_NAMES } from "../../schema/json-schema.ts";
import { modeline, schemaPath } from "../../schema/modeline.ts";
import type { AddCommand } from "../command.ts";
import type { Io } from "../io.ts";
import { exists, writeNewFile } from "../write.ts";

/** Folders in which teams keep their postmortems, the likeliest first. */
const USUAL_FOLDERS = [
  "postmortems",
  "docs/postmortems",
  "incidents",
  "docs/incidents",
  "postmortem",
];

async function usualFolder(root: string): Promise<string> {
  for (const folder of USUAL_FOLDERS) {
    if ((await kindOfPath(join(root, folder))) === "folder") return folder;
  }
  return "postmortems";
}

/** What is written before the schemas, which depend on it. */
async function setupFiles(folder: string): Promise<readonly (readonly [string, string])[]> {
  const config = (await readShipped("templates/init/pm.yaml")).text.replace("{{folder}}", folder);
  const taxonomy = (await readShipped(TAXONOMY_NAME)).text;
  return [
    [CONFIG_NAME, `${modeline(schemaPath("config"))}${config}`],
    [TAXONOMY_NAME, `${modeline(schemaPath("taxonomy"))}${taxonomy}`],
    ["templates/full.md", (await readShipped("templates/full.md")).text],
  ];
}

/** The ids that an editor may offer; none while the files that were there have problems. */
async function taxonomyOf(root: string): Promise<Taxonomy | null> {
  const location = { cwd: root, dir: root, configPath: null };
  return openProject(location, RULES).then(
    ({ taxonomy }) => taxonomy,
    (error: unknown) => {
      if (error instanceof UsageError) return null;
      throw error;
    },
  );
}

async function writeMissing(name: string, text: string, root: string, io: Io): Promise<void> {
  const path = join(root, name);
  const shown = shownPath(path, io.cwd);
  if (await exists(path)) {
    await io.stderr.write(`kept     ${shown} (it was there)\n`);
    return;
  }
  await writeNewFile(path, shown, text, false);
  await io.stdout.write(`${shown}\n`);
}

async function initialize(root: string, io: Io): Promise<void> {
  const folder = await usualFolder(root);
  for (const [name, text] of await setupFiles(folder)) await writeMissing(name, text, root, io);
  const taxonomy = await taxonomyOf(root);
  for (const name of SCHEMA_NAMES) {
    const ids = name === "frontmatter" ? taxonomy : null;
    await writeMissing(schemaPath(name), jsonSchemaText(name, ids), root, io);
  }
  const found = (await kindOfPath(join(root, folder))) === "folder";
  await io.stderr.write(
    [
      "",
      "Next:",
      `  1. List your teams and services in ${TAXONOMY_NAME}; the competencies can be used as they are.`,
      found
        ? `  2. pm ttd --phase resolve   reads the postmortems that are in ${folder} already.`
        : `  2. pm new "What broke"       writes the first postmortem into ${folder}.`,
      "  3. pm lint                  checks them; run it in CI.",
      "  4. pm gaps --since 6mo      shows the skill gaps before you plan training.",
      "",
    ].join("\n"),
  );
}

/** `pm init`: puts a configuration, a taxonomy, a template and JSON Schemas into a repository. */
export const addInitCommand: AddCommand = (program, io) => {
  program
    .command("init")
    .summary("Put pm.yaml, taxonomy.yaml and a template into a repository")
    .description(
      "Put pm.yaml, taxonomy.yaml, a template, and JSON Schemas for editors (.pm) into a repository, and\n" +
        "say what to do next. A file that is there already is kept as it is.",
    )
    .argument("[folder]", "the repository", ".")
    .action((folder: string) => initialize(resolve(io.cwd, folder), io));
};
