// Documents of test/eval, each read in a folder of its own: none helps to read another.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RULES } from "../build/lint/rules/index.js";
import { openProject } from "../build/project/project.js";
import { readFolder } from "../build/project/read-postmortems.js";

/**
 * One document, null where it is none that counts, with its project and all else that reading it told.
 * @param beside names of files in its folder that are read with it, such as a taxonomy.
 */
export async function readAlone(folder, name, beside = []) {
  const work = mkdtempSync(join(tmpdir(), "pm-alone-"));
  writeFileSync(join(work, "pm.yaml"), "folder: .\n");
  for (const file of [...beside, `${name}.md`]) copyFileSync(join(folder, file), join(work, file));
  const project = await openProject({ cwd: work, dir: work, configPath: null }, RULES);
  const read = await readFolder(project, [join(work, `${name}.md`)], ["everything"]);
  rmSync(work, { recursive: true });
  return { ...read, project, document: read.postmortems[0] ?? null };
}
