// What the bundler leaves to do in dist: the data that ship with pm, from YAML for people to JSON for
// the program, checked where JSON can hold what their schema gives; source maps without the sources
// themselves; the licences of the libraries in the bundle; and what tells this build from any other.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";
import { parse } from "yaml";
import { thirdPartyNotices } from "./third-party.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path) =>
  parse(readFileSync(join(ROOT, path), "utf8"), { version: "1.2", maxAliasCount: 0 });
const LANGUAGES = Object.entries(read("data/languages.yaml").languages)
  .filter(([id, { vocabulary }]) => vocabulary === true && id !== "en")
  .map(([id]) => {
    const file = { path: `data/${id}/vocabulary.yaml`, schema: "vocabularyPartSchema" };
    return [`vocabulary-${id}`, file];
  });
/** Files with a schema whose data JSON holds as the schema gives them: no start has to check these. */
const FILES = {
  ...Object.fromEntries(LANGUAGES),
  languages: { path: "data/languages.yaml", schema: "languagesSchema" },
  taxonomy: { path: "data/taxonomy.yaml", schema: "taxonomySchema" },
  vocabulary: { path: "data/en/vocabulary.yaml", schema: "vocabularySchema" },
  language: { path: "data/en/language.yaml" },
  cues: { path: "data/en/cues.yaml" },
  hosts: { path: "data/hosts.yaml" },
  names: { path: "data/names.yaml", schema: "namesSchema" },
  ranker: { path: "data/en/ranker.json" },
  rows: { path: "data/en/rows.json", schema: "rowWeightsSchema" },
};
/** Modules in `src/schema` that export these schemas. */
const SCHEMA_MODULES = [
  "languages",
  "names",
  "row-weights",
  "taxonomy",
  "vocabulary",
  "vocabulary-part",
];

/** The schemas by their names, from the sources. */
async function loadSchemas() {
  const made = mkdtempSync(join(tmpdir(), "pm-build-"));
  try {
    await build({
      ...{ cwd: ROOT, input: SCHEMA_MODULES.map((name) => `src/schema/${name}.ts`) },
      ...{ platform: "node", logLevel: "silent" },
      output: { dir: made, entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
    });
    const load = (name) => import(pathToFileURL(join(made, `${name}.mjs`)).href);
    return Object.assign({}, ...(await Promise.all(SCHEMA_MODULES.map(load))));
  } finally {
    rmSync(made, { recursive: true });
  }
}

const PROGRAM = join(ROOT, "dist/cli");
const folder = join(PROGRAM, "data");
mkdirSync(folder, { recursive: true });
const schemas = await loadSchemas();
for (const [name, { path, schema }] of Object.entries(FILES)) {
  const isChecked = schema !== undefined;
  const data = isChecked ? schemas[schema].parse(read(path)) : read(path);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ isChecked, data }));
}

// bin/load.js calls each file as one function, whose first line is its own. Such a function may not import
// by itself without a warning of Node.js, so that the loader does it, by a name of the same length, for the maps.
const HEAD = '(function (exports, require, module, __filename, __dirname, loader) {"use strict";\n';
const IMPORT = /(?<![\w$.])import\((?=[`"'])/g;

function asFunction(text) {
  return `${HEAD}${text.replaceAll(IMPORT, "loader(")}\n})`;
}

for (const name of readdirSync(PROGRAM)) {
  const path = join(PROGRAM, name);
  if (name.endsWith(".js")) writeFileSync(path, asFunction(readFileSync(path, "utf8")));
  if (name.endsWith(".map")) {
    const map = JSON.parse(readFileSync(path, "utf8"));
    const mappings = `;${map.mappings}`;
    writeFileSync(path, JSON.stringify({ ...map, mappings, sourcesContent: undefined }));
  }
}

const MODULE = `// The program as a module, for programs that run commands in their own process.
import { load } from "../../bin/load.js";

export const { main } = load("program");
`;
writeFileSync(join(PROGRAM, "main.js"), MODULE);

writeFileSync(join(PROGRAM, "THIRD-PARTY.md"), thirdPartyNotices(PROGRAM));

const hash = createHash("sha256");
for (const from of [PROGRAM, folder]) {
  for (const name of readdirSync(from)
    .filter((one) => /\.js(?:on)?$/.test(one))
    .toSorted()) {
    if (name !== "build.json") hash.update(readFileSync(join(from, name)));
  }
}
writeFileSync(join(folder, "build.json"), JSON.stringify({ id: hash.digest("hex") }));
