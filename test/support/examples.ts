import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "../../src/core/source-file.ts";
import { ROOT } from "./root.ts";

const FOLDER = join(ROOT, "examples/postmortems");

/** The documents of the example. */
export async function readExamples(): Promise<readonly SourceFile[]> {
  const names = (await readdir(FOLDER)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      return { path: `postmortems/${name}`, text: await readFile(join(FOLDER, name), "utf8") };
    }),
  );
}
