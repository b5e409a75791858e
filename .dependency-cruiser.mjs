/** What runs the stages one after the other. */
const PIPELINE = [
  "pipeline",
  "postmortem-files",
  "find-postmortems",
  "project",
  "template",
  "lint-project",
  "fix-project",
  "import-project",
  "rename-term",
  "rename-in-decisions",
  "rename-in-map",
  "renamed-file",
  "taxonomy-project",
  "suggest-project",
  "suggest-write",
  "suggestion-file",
  "baseline-file",
].join("|");

/** What each layer may import beside itself, and why no more. Regular expressions on paths. */
const LAYERS = [
  {
    name: "core",
    path: "^src/core/",
    allowed: [],
    comment:
      "The words that all layers share. What core imported, every layer would depend on, so it imports nothing of ours.",
  },
  {
    name: "schema",
    path: "^src/schema/",
    allowed: ["^src/core/"],
    comment:
      "A schema describes data. It knows neither how a file is read nor what is done with it.",
  },
  {
    name: "read",
    path: "^src/read/",
    allowed: ["^src/core/"],
    comment: "From bytes to text, for whatever the text may mean.",
  },
  {
    name: "parse",
    path: "^src/parse/",
    allowed: ["^src/(core|schema)/"],
    comment: "From a given text to located values: it opens no file, and judges nothing.",
  },
  {
    name: "assemble",
    path: "^src/assemble/",
    allowed: ["^src/(core|schema|parse)/"],
    comment: "From parsed documents to postmortems; from here on nobody needs the syntax tree.",
  },
  {
    name: "lint",
    path: "^src/lint/",
    allowed: ["^src/core/"],
    comment:
      "A rule judges a postmortem, which is plain data with positions. One that parsed again would see another document than the reports do.",
  },
  {
    name: "statistics",
    path: "^src/statistics/",
    allowed: [],
    comment:
      "Numbers in, numbers out: a method that knew incidents could not be checked against R, nor read beside its paper.",
  },
  {
    name: "reports",
    path: "^src/reports/",
    allowed: ["^src/(core|statistics)/"],
    comment: "A report is a pure function from postmortems to a table, and knows no format.",
  },
  {
    name: "taxonomy",
    path: "^src/taxonomy/",
    allowed: ["^src/core/"],
    comment:
      "What `pm taxonomy` says and changes is worked out from postmortems and located entries alone: no file is opened and none is written here.",
  },
  {
    name: "suggest",
    path: "^src/suggest/",
    allowed: ["^src/core/"],
    comment:
      "A suggestion is worked out from sentences and words alone, so that its reason can be told in words.",
  },
  {
    name: "likeness",
    path: "^src/likeness/",
    allowed: ["^src/core/"],
    comment:
      "Which incidents are alike is worked out from words alone, so that its terms can be told as the reason.",
  },
  {
    name: "withhold",
    path: "^src/withhold\\.ts$",
    allowed: ["^src/core/"],
    comment: "Works on any table, so that no report can be forgotten.",
  },
  {
    name: "formats",
    path: "^src/formats/",
    allowed: ["^src/core/"],
    comment:
      "A format never knows which report it prints: that makes N reports in M formats N + M files.",
  },
  {
    name: "finding-formats",
    path: "^src/finding-formats/",
    allowed: ["^src/core/"],
    comment: "A format writes whatever findings it is given, and knows no rule.",
  },
  {
    name: "document-report",
    path: "^src/(document|import)-report\\.ts$",
    allowed: ["^src/core/"],
    comment: "What `pm show` and `pm import` print is a table of documents, made like any report.",
  },
  {
    name: "pipeline",
    path: `^src/(${PIPELINE})\\.ts$`,
    allowed: ["^src/(?!cli/)"],
    comment: "Joins the stages in their order. What the command line looks like is not its matter.",
  },
  {
    name: "cli",
    path: "^src/cli/",
    allowed: [
      `^src/(${PIPELINE}|document-report|import-report|withhold)\\.ts$`,
      "^src/(core|schema|read)/",
      "^src/lint/rules/index\\.ts$",
      "^src/lint/run\\.ts$",
      "^src/suggest/(define|report)\\.ts$",
      "^src/likeness/(documents|person-words|words|closest|similar-report|families-report)\\.ts$",
      // `pm families` has the window and the filters of a report.
      "^src/reports/(selection|subtitle|notes)\\.ts$",
      "^src/taxonomy/(list|check|check-report|usage|propose|rename)\\.ts$",
      "^src/(reports|formats|finding-formats)/index\\.ts$",
      "^src/(lint|reports|formats|finding-formats)/define\\.ts$",
      // A question at a terminal breaks its lines as a table does.
      "^src/formats/wrap\\.ts$",
    ],
    comment:
      "Commands derive from the registries and run the pipeline. One that parsed a document, or named a rule, report or format by itself, would have to be kept in step by hand.",
  },
];

/** The libraries that only one place may import. */
const HOMES = [
  {
    packages: "gray-matter",
    home: "^src/parse/frontmatter\\.ts$",
    comment:
      "It evaluates JavaScript frontmatter, caches and swallows unclosed fences; one module keeps that in check.",
  },
  {
    packages: "yaml",
    home: "^src/parse/yaml(-nodes|-edits|-text)?\\.ts$",
    comment: "Positions, and the bound on aliases, are set in one place.",
  },
  {
    packages: "toml-eslint-parser",
    home: "^src/parse/toml(-nodes)?\\.ts$",
    comment: "Its nodes know their places; from two modules on everybody else sees plain data.",
  },
  {
    packages: "mdast-util-from-markdown|micromark-extension-.+",
    home: "^src/parse/markdown\\.ts$",
    comment: "One markdown for all of pm: what counts as a table or a task is set in one place.",
  },
  {
    packages: "mdast-util-to-string|unist-util-visit",
    home: "^src/parse/(body|section-start)\\.ts$",
    comment: "Parsing a body costs more than all the rest, so it stays lazy behind one function.",
  },
  {
    packages: "parse-english|mdast-util-to-nlcst|nlcst-to-string|vfile",
    home: "^src/parse/prose\\.ts$",
    comment:
      "Prose costs as much as the body that it stands in, so it stays lazy behind one function.",
  },
  {
    packages: "zod",
    home: "^src/(schema/|cli/commands/schema\\.ts$)",
    comment: "One schema is the source of types, validation and the JSON Schema for editors.",
  },
  {
    packages: "cli-table3",
    home: "^src/formats/table\\.ts$",
    comment: "It paints headers unless told not to; no other output may depend on it.",
  },
  {
    packages: "chalk",
    home: "^src/(formats/table\\.ts$|finding-formats/pretty\\.ts$|cli/)",
    comment: "Colour is for terminals: by a given level, never by what chalk finds out itself.",
  },
  {
    packages: "csv-stringify",
    home: "^src/formats/csv\\.ts$",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "mdast-util-to-markdown|mdast-util-gfm-.+",
    home: "^src/((finding-)?formats|parse)/markdown\\.ts$",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "commander|@inquirer/[^/]+",
    home: "^src/cli/",
    comment: "Arguments and questions end where the command line ends.",
  },
  {
    packages: "tinyglobby|chokidar",
    home: "^src/read/",
    comment: "They list and watch folders, which is reading files.",
  },
  {
    packages: "fast-xml-builder",
    home: "^src/finding-formats/junit\\.ts$",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "minisearch",
    home: "^src/likeness/search\\.ts$",
    comment:
      "It cuts texts into words in its own way unless it is given ours, and its scores grow with the number of words that match: one module makes a share of them.",
  },
  {
    packages: "ml-hclust|tiny-tfidf",
    home: "^src/likeness/clusters\\.ts$",
    comment:
      "One drops words that are not Latin, the other takes the cube of the number of texts: one module sees to both.",
  },
  {
    packages: "ml-logistic-regression|ml-matrix",
    home: "^src/suggest/classifier\\.ts$",
    comment: "What is learned from a folder's tags is learned, and made repeatable, in one place.",
  },
  {
    packages: "cephes",
    home: "^src/statistics/distributions\\.ts$",
    comment:
      "It compiles WebAssembly before it can be called; one module waits for that, so that all others are ordinary functions.",
  },
  {
    packages: "pure-rand",
    home: "^src/statistics/random\\.ts$",
    comment: "Random numbers have a seed, so that the same input gives the same output.",
  },
  {
    packages: "write-file-atomic",
    home: "^src/cli/write\\.ts$",
    comment: "Files are the user's: whatever is written goes through one function that says so.",
  },
];

const layerRules = LAYERS.map(({ name, path, allowed, comment }) => ({
  name: `${name}-imports`,
  comment,
  severity: "error",
  from: { path },
  to: { path: "^src/", pathNot: [path, ...allowed] },
}));

const homeRules = HOMES.map(({ packages, home, comment }) => ({
  name: `${packages.split("|")[0]}-home`,
  comment,
  severity: "error",
  from: { path: "^src/", pathNot: home },
  to: { path: `(^|/)node_modules/(${packages})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    ...homeRules,
    {
      name: "every-file-has-a-layer",
      comment: "A file outside the layers would escape their rules: add its layer above.",
      severity: "error",
      from: { path: "^src/", pathNot: LAYERS.map(({ path }) => path) },
      to: {},
    },
    {
      name: "bin-is-a-shim",
      comment:
        "What stands in bin runs unbuilt, unchecked and untested, so it only starts the build.",
      severity: "error",
      from: { path: "^bin/" },
      to: { pathNot: ["(^|/)dist/cli/", "^(node:)?process$"] },
    },
    {
      name: "files-in-few-places",
      comment:
        "Everything else is a pure function of its input, which is why it can be tested and cached.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(read/|cli/(write|io)\\.ts$)" },
      to: { path: "^(node:)?fs(/|$)" },
    },
    {
      name: "programs-in-one-place",
      comment: "The one program that is run is git, to be asked what changed; arguments, no shell.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/read/changed-files\\.ts$" },
      to: { path: "^(node:)?child_process(/|$)" },
    },
    {
      name: "process-by-parameter",
      comment: "Streams, environment and folder are handed in, so that a test can hand in others.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^(node:)?process$" },
    },
    {
      name: "no-network",
      comment: "It is promised that nothing is ever sent anywhere by default.",
      severity: "error",
      from: {},
      to: { path: "^(node:)?(http2?|https|net|tls|dgram|dns)(/|$)" },
    },
    {
      name: "no-circular",
      comment: "In a circle nothing can be understood, or tested, on its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports and that imports nobody is dead.",
      severity: "error",
      // Types of a package that has none are read by the compiler alone.
      from: { orphan: true, pathNot: "\\.d\\.ts$" },
      to: {},
    },
    {
      name: "no-dev-dependencies",
      comment: "They are missing where the package is installed. Types alone do no harm.",
      severity: "error",
      from: { path: "^(bin|src)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-undeclared-packages",
      comment: "A package that only another one brings along can go at any update.",
      severity: "error",
      from: { path: "^(bin|src)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere fails at run time. The build must be there for bin.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["(^|/)node_modules/", "^dist/"] },
    // Types count too: a layer that only knows another's types still depends on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".d.ts"],
    },
  },
};
