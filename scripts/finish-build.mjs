// What the bundler leaves to do in dist: the data that ship with pm, from YAML for people to JSON for
// the program, source maps without the sources themselves, and what tells this build from any other.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path) =>
  parse(readFileSync(join(ROOT, path), "utf8"), { version: "1.2", maxAliasCount: 0 });
const LANGUAGES = Object.entries(read("data/languages.yaml").languages)
  .filter(([id, { vocabulary }]) => vocabulary === true && id !== "en")
  .map(([id]) => [`vocabulary-${id}`, `data/${id}/vocabulary.yaml`]);
const FILES = {
  ...Object.fromEntries(LANGUAGES),
  languages: "data/languages.yaml",
  taxonomy: "data/taxonomy.yaml",
  vocabulary: "data/en/vocabulary.yaml",
  language: "data/en/language.yaml",
  cues: "data/en/cues.yaml",
  hosts: "data/hosts.yaml",
  ranker: "data/en/ranker.json",
};

const PROGRAM = join(ROOT, "dist/cli");
const folder = join(PROGRAM, "data");
mkdirSync(folder, { recursive: true });
for (const [name, path] of Object.entries(FILES)) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(read(path)));
}

for (const name of readdirSync(PROGRAM).filter((one) => one.endsWith(".map"))) {
  const map = JSON.parse(readFileSync(join(PROGRAM, name), "utf8"));
  writeFileSync(join(PROGRAM, name), JSON.stringify({ ...map, sourcesContent: undefined }));
}

const hash = createHash("sha256");
for (const from of [PROGRAM, folder]) {
  for (const name of readdirSync(from)
    .filter((one) => /\.js(?:on)?$/.test(one))
    .toSorted()) {
    if (name !== "build.json") hash.update(readFileSync(join(from, name)));
  }
}
writeFileSync(join(folder, "build.json"), JSON.stringify({ id: hash.digest("hex") }));
