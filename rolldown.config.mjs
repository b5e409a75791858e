// Bundles the program for dist: a command loads few files, each with only what it needs, and the
// libraries that many need. Libraries for one format or for questions stay in node_modules.
const ALONE =
  /^(?:@inquirer\/prompts|@observablehq\/plot|@duckdb\/node-api|chokidar|hyparquet-writer|linkedom|pptxgenjs|vscode-languageserver-protocol|write-excel-file)(?:\/|$)/;
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

/** @type {import("rolldown").RolldownOptions} */
export default {
  input: {
    main: "src/cli/main.ts",
    "process-io": "src/cli/process-io.ts",
    "read-thread": "src/jobs/read-thread.ts",
  },
  platform: "node",
  external: [ALONE],
  plugins: [WITHOUT_YAML_OF_MATTER],
  // CommonJS knows its place by these names.
  transform: { define: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" } },
  // gray-matter has an engine for JavaScript frontmatter, which pm never calls.
  checks: { eval: false },
  output: {
    // Files that ship with pm are looked for two folders above, as from src.
    dir: "dist/cli",
    format: "esm",
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
