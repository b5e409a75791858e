import { join, resolve } from "node:path";
import { CONFIG_NAME, readShipped, TAXONOMY_NAME } from "../../project.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
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

async function initialize(root: string, io: Io): Promise<void> {
  const folder = await usualFolder(root);
  const config = (await readShipped("templates/init/pm.yaml")).text.replace("{{folder}}", folder);
  const files: readonly (readonly [string, string])[] = [
    [CONFIG_NAME, config],
    [TAXONOMY_NAME, (await readShipped(TAXONOMY_NAME)).text],
    ["templates/full.md", (await readShipped("templates/full.md")).text],
  ];
  for (const [name, text] of files) {
    const path = join(root, name);
    const shown = shownPath(path, io.cwd);
    if (await exists(path)) {
      await io.stderr.write(`kept     ${shown} (it was there)\n`);
    } else {
      await writeNewFile(path, shown, text, false);
      await io.stdout.write(`${shown}\n`);
    }
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

/** `pm init`: puts a configuration, a taxonomy and a template into a repository. */
export const addInitCommand: AddCommand = (program, io) => {
  program
    .command("init")
    .summary("Put pm.yaml, taxonomy.yaml and a template into a repository")
    .description(
      "Put pm.yaml, taxonomy.yaml and a template into a repository, and say what to do next. A file\n" +
        "that is there already is kept as it is.",
    )
    .argument("[folder]", "the repository", ".")
    .action((folder: string) => initialize(resolve(io.cwd, folder), io));
};
