import { createRequire } from "node:module";

// Bundles the program for dist: a command loads few files, each with only what it needs, and the
// libraries that many need. Libraries for one format or for questions stay in node_modules.
const ALONE =
  /^(?:@inquirer\/prompts|@duckdb\/node-api|chokidar|hyparquet-writer|pptxgenjs|vscode-languageserver-protocol|write-excel-file)(?:\/|$)/;
/** They load no library. */
const SMALL =
  /\/src\/core\/(?:compare|counted|errors|escape-pattern|memo|own-text|page-generator|printable|result|sha256)\.ts$/;

/** gray-matter only splits documents: its own YAML, with all that it loads at each start, is never asked. */
const WITHOUT_YAML_OF_MATTER = {
  name: "without-yaml-of-matter",
  resolveId: (id) => (id === "js-yaml" ? "\0js-yaml" : null),
  load: (id) =>
    id === "\0js-yaml" ? "export const safeLoad = () => ({}), safeDump = () => '';" : null,
};

/**
 * cephes in its form for `require`, which is ready at once and thus needs no waiting, with the one of its
 * five libraries that pm calls: each takes time to compile at each start of a report.
 */
const PART_OF_CEPHES = {
  name: "part-of-cephes",
  resolveId: (id) => (id === "cephes" ? createRequire(import.meta.url).resolve("cephes") : null),
  transform: (code, id) => {
    if (/statistics[\\/]distributions\.ts$/.test(id)) return withoutAll(code, ["await compiled;"]);
    if (!/cephes[\\/]index\.js$/.test(id)) return null;
    const unused = ["cmath", "bessel", "ellf", "misc"].map((name) => `  ${name}: ${name},\n`);
    return withoutAll(code, unused);
  },
};

/** fdir asks for picomatch at each start, for globs that pm never gives it. */
const WITHOUT_GLOBS_OF_FDIR = {
  name: "without-globs-of-fdir",
  transform: (code, id) =>
    /fdir[\\/]dist[\\/]index\.mjs$/.test(id)
      ? withoutAll(code, [
          '\t__require.resolve("picomatch");\n',
          '\tpm = __require("picomatch");\n',
        ])
      : null,
};

/** string-width loads the data by which characters are told apart at each start, also where no text has any but plain ones. */
const LATE_CHARACTERS = {
  name: "late-characters",
  transform: (code, id) => {
    if (!/string-width[\\/]index\.js$/.test(id)) return null;
    const changed = changedPart(code, "const segmenter = new Intl.Segmenter();", "let segmenter;");
    const late = "(segmenter ??= new Intl.Segmenter()).segment(";
    return { code: changedPart(changed, "segmenter.segment(", late), map: null };
  },
};

/** A module without parts of its text, whose lines the map may count as before. */
function withoutAll(code, parts) {
  return { code: parts.reduce(without, code), map: null };
}

function without(code, part) {
  return changedPart(code, part, "");
}

function changedPart(code, part, other) {
  if (!code.includes(part)) throw new Error(`${part} is not where it was`);
  return code.replace(part, other);
}

/** @type {import("rolldown").RolldownOptions} */
export default {
  input: {
    program: "src/cli/main.ts",
    "process-io": "src/cli/process-io.ts",
    "read-thread": "src/jobs/lint/read-thread.ts",
  },
  platform: "node",
  external: [ALONE],
  plugins: [WITHOUT_YAML_OF_MATTER, WITHOUT_GLOBS_OF_FDIR, PART_OF_CEPHES, LATE_CHARACTERS],
  // gray-matter has an engine for JavaScript frontmatter, which pm never calls.
  checks: { eval: false },
  output: {
    // Files that ship with pm are looked for two folders above, as from src.
    dir: "dist/cli",
    format: "cjs",
    sourcemap: true,
    // What is not there need not be read at each start; names stay, for stacks and profiles.
    minify: { compress: true, mangle: false, codegen: true },
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    cleanDir: true,
    // Small modules that nearly all commands share: a file for each would cost more to open than to read.
    codeSplitting: { groups: [{ name: "core", test: SMALL }] },
  },
};
