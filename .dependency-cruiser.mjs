/**
 * What each layer may import beside itself, and why no more: folders of `src`, one pattern a layer.
 * Where a rule would need a file's name, a folder is missing.
 */
const LAYERS = [
  {
    folder: "core",
    allowed: [],
    comment:
      "The words that all layers share. What core imported, every layer would depend on, so it imports nothing of ours.",
  },
  {
    folder: "schema",
    allowed: ["core"],
    comment:
      "A schema describes data. It knows neither how a file is read nor what is done with it.",
  },
  {
    folder: "people",
    allowed: ["core"],
    comment:
      "Who is a person is decided in one place: what lint reports, reports and suggestions withhold.",
  },
  {
    folder: "privacy",
    allowed: ["core", "people"],
    comment:
      "What reports may know of postmortems is decided before any report sees them, in one place for all.",
  },
  {
    folder: "read",
    allowed: ["core"],
    comment: "From bytes to text, whatever the text may mean.",
  },
  {
    folder: "write",
    allowed: ["core", "read"],
    comment:
      "From edits to bytes, whatever they mean: what no edit covers stays, and no link is followed out.",
  },
  {
    folder: "cache",
    allowed: ["core", "read", "write"],
    comment:
      "Remembers plain data of documents, whatever they mean: what they rest on is told by a key.",
  },
  {
    folder: "parse",
    allowed: ["core", "schema"],
    comment: "From a given text to located values: it opens no file and judges nothing.",
  },
  {
    folder: "assemble",
    allowed: ["core", "people", "schema", "prose", "parse"],
    comment: "From parsed documents to postmortems. From here on nobody needs the syntax tree.",
  },
  {
    folder: "prose",
    allowed: ["core", "people"],
    comment:
      "How a sentence is cut into clauses, phrases and stems, once for all who look into prose. What is looked for is theirs.",
  },
  {
    folder: "lint",
    allowed: ["core", "people", "prose"],
    comment:
      "A rule judges a postmortem, which is plain data with positions. One that parsed again would see another document than the reports do.",
  },
  {
    folder: "statistics",
    allowed: [],
    comment:
      "Numbers in, numbers out: a method that knew incidents could not be checked against R, nor read beside its paper.",
  },
  {
    folder: "reports",
    allowed: ["core", "people", "statistics"],
    comment: "A report is a pure function from postmortems to a table, and knows no format.",
  },
  {
    folder: "tables",
    allowed: ["core", "people", "reports"],
    comment:
      "A table is a pure function from postmortems to rows, and knows no file format. Who lacked a skill, and what counts, is decided once, with the reports.",
  },
  {
    folder: "sql",
    allowed: ["core"],
    comment:
      "What engines write differently stands in one place, and the one engine that pm runs gets files and a query.",
  },
  {
    folder: "taxonomy",
    allowed: ["core", "people", "prose"],
    comment:
      "What `pm taxonomy` prints and changes is computed from postmortems and located entries alone.",
  },
  {
    folder: "suggest",
    allowed: ["core", "people", "prose"],
    comment:
      "A suggestion is computed from sentences and words alone, so that its reason can be put into words.",
  },
  {
    folder: "language-model",
    allowed: ["core", "people", "prose", "schema"],
    comment:
      "What a language model is asked, how it is reached, and what of its answer counts. It reads no file and writes none, so nothing that a model says gets further than its checked answer.",
  },
  {
    folder: "likeness",
    allowed: ["core", "people", "prose"],
    comment:
      "Which incidents are alike is computed from words alone, so that the shared terms are the reason.",
  },
  {
    folder: "share",
    allowed: ["core", "people"],
    comment:
      "An edition is a pure function from one postmortem and its text to a text, and reads no file.",
  },
  {
    folder: "sources",
    allowed: ["core", "people"],
    comment:
      "From the entries of an export to rows of a timeline without people: what a draft makes of them comes later.",
  },
  {
    folder: "editor",
    allowed: ["core"],
    comment:
      "What an editor shows is computed from findings, places and texts alone: no connection, no file.",
  },
  {
    folder: "formats",
    allowed: ["core", "people"],
    comment:
      "A format never knows which report or rule it prints: N reports in M formats are N + M files.",
  },
  {
    folder: "setup",
    allowed: ["core", "schema", "prose", "parse", "assemble"],
    comment:
      "Configuration, taxonomy and word lists are checked and located as documents are, and know no folder.",
  },
  {
    folder: "import",
    allowed: ["core", "people", "schema", "parse", "assemble"],
    comment: "What `pm import` proposes is computed from one document that was read.",
  },
  {
    folder: "project",
    allowed: ["core", "people", "privacy", "schema", "read", "cache", "parse", "assemble", "setup"],
    comment:
      "Opens a project and reads its postmortems, as they may be printed. What is done with them comes later.",
  },
  {
    folder: "jobs",
    allowed: [
      ...[
        "core",
        "people",
        "schema",
        "read",
        "write",
        "parse",
        "assemble",
        "setup",
        "import",
        "project",
      ],
      ...["privacy", "prose", "lint", "reports", "tables", "taxonomy", "suggest", "likeness"],
      ...["share", "sources", "editor", "language-model"],
    ],
    comment:
      "What a command does to a folder, from the stages in their order, without arguments or streams.",
  },
  {
    folder: "cli",
    allowed: [
      ...["core", "people", "project", "jobs"],
      // The registries, from which commands, options and help derive.
      ...["lint", "reports", "tables", "sql", "formats", "share"],
      // The network and programs end where the process does; the user is asked before either is used.
      "language-model",
      // `pm schema` and `pm init` write schemas; paths and standard input are read as they are
      // named; `--output` and new files go to the one writer.
      ...["schema", "read", "write"],
    ],
    comment:
      "Commands derive from the registries and run jobs. One that parsed a document, or computed from one, would have to be kept in step by hand.",
  },
];

/** The libraries that only one place may import. */
const HOMES = [
  {
    packages: "gray-matter",
    home: "^src/parse/frontmatter/frontmatter\\.ts$",
    comment:
      "It evaluates JavaScript frontmatter, caches and swallows unclosed fences; one module keeps that in check.",
  },
  {
    packages: "yaml",
    home: "^src/parse/frontmatter/yaml(-nodes|-edits|-text|-slips|-document)?\\.ts$",
    comment: "Positions, and the bound on aliases, are set in one place.",
  },
  {
    packages: "toml-eslint-parser",
    home: "^src/parse/frontmatter/toml(-nodes)?\\.ts$",
    comment: "Its nodes know their places; from two modules on everybody else sees plain data.",
  },
  {
    packages: "remark-parse|micromark-extension-.+",
    home: "^src/parse/body/markdown\\.ts$",
    comment: "One markdown for all of pm: what counts as a table or a task is set in one place.",
  },
  {
    packages: "unified",
    home: "^src/parse/body/(markdown|english)\\.ts$",
    comment: "One processor for markdown and one for prose, each set up and frozen in its module.",
  },
  {
    packages: "mdast-util-to-string|unist-util-visit",
    home: "^src/parse/body/(body|html-blocks|node-text|section-start)\\.ts$",
    comment: "Parsing a body costs more than all the rest, so it stays lazy behind one function.",
  },
  {
    packages: "parse-english|nlcst-to-string",
    home: "^src/parse/body/(parsed-sentences|english)\\.ts$",
    comment:
      "Prose costs as much as the body that it stands in, so it stays lazy behind one function.",
  },
  {
    packages: "zod",
    home: "^src/(schema/|sources/|cli/commands/schema\\.ts$)",
    comment:
      "One schema is the source of types, validation and the JSON Schema for editors. Readers of exports ask for the few fields that they need.",
  },
  {
    packages: "chalk",
    home: "^src/(formats/(tables/table|findings/pretty|diff)\\.ts$|cli/commands/explain/)",
    comment: "Colour is for terminals: by a given level, never by what chalk finds out itself.",
  },
  {
    packages: "csv-stringify",
    home: "^src/formats/(tables|data)/[^/]*sv\\.ts$",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "mdast-util-to-markdown|mdast-util-gfm-.+",
    home: "^src/(formats/(tables|findings)|parse/body)/markdown\\.ts$",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "@observablehq/plot|linkedom",
    home: "^src/formats/charts/",
    comment: "How a chart is drawn is settled in one room, which only a page that draws loads.",
  },
  {
    packages: "hastscript|hast-util-to-html",
    home: "^src/formats/html/",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "write-excel-file",
    home: "^src/formats/xlsx/",
    comment: "It would write formulas too; one module gives it values alone.",
  },
  {
    packages: "pptxgenjs",
    home: "^src/formats/pptx/",
    comment: "It stamps the time and random names; one room takes them out again.",
  },
  {
    packages: "hyparquet-writer",
    home: "^src/formats/data/parquet\\.ts$",
    comment: "One encoder per format, loaded only by the command that writes it.",
  },
  {
    packages: "@duckdb/[^/]+",
    home: "^src/sql/duckdb\\.ts$",
    comment: "It can read any file and load code; one module shuts that off before a query runs.",
  },
  {
    packages: "fflate",
    home: "^src/(formats/zip|read/unzip)\\.ts$",
    comment: "Archives are made the same on every run in one place, and opened in one other.",
  },
  {
    packages: "@streamparser/json|csv-parse",
    home: "^src/sources/entries/(json|csv)-entries\\.ts$",
    comment: "How large exports are cut into entries is set in one place for each format.",
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
    home: "^src/formats/findings/junit\\.ts$",
    comment: "One encoder per format, or cells get escaped twice or not at all.",
  },
  {
    packages: "vscode-languageserver|vscode-languageserver-textdocument",
    home: "^src/cli/commands/lsp/",
    comment: "The protocol ends where the command line ends; what it carries is plain data.",
  },
  {
    packages: "stemmer",
    home: "^src/prose/stems\\.ts$",
    comment: "Words that are stemmed in two ways do not meet.",
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
    home: "^src/write/write-file\\.ts$",
    comment: "Files are the user's: whatever is written goes through one function that says so.",
  },
];

const pathOf = (folders) => `^src/(${folders.join("|")})/`;

const layerRules = LAYERS.map(({ folder, allowed, comment }) => ({
  name: `${folder}-imports`,
  comment,
  severity: "error",
  from: { path: pathOf([folder]) },
  to: { path: "^src/", pathNot: pathOf([folder, ...allowed]) },
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
      comment: "A file outside these folders would escape their rules: add its layer above.",
      severity: "error",
      from: { path: "^src/", pathNot: pathOf(LAYERS.map(({ folder }) => folder)) },
      to: {},
    },
    {
      name: "bin-is-a-shim",
      comment:
        "What stands in bin runs unbuilt and unchecked, so it only starts the build, and needs nothing but Node.js.",
      severity: "error",
      from: { path: "^bin/" },
      to: {
        pathNot: ["^bin/(?:load|flags|sealed-code)\\.js$", "(^|/)dist/cli/"],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "files-in-few-places",
      comment:
        "Everything else is a pure function of its input, which is why it can be tested and cached.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(read|write)/" },
      to: { path: "^(node:)?fs(/|$)" },
    },
    {
      name: "programs-in-one-place",
      comment:
        "pm runs git, to be asked what changed, the editor that the user names for `pm new --edit`, and the language model that the user allows.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/(read/changed-files|cli/process-io|cli/run-program|cli/program-group)\\.ts$",
      },
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
      // An optional peer is a dev dependency too, for the tests.
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm-peer"] },
    },
    {
      name: "no-undeclared-packages",
      comment: "A package that only another one brings along can go at any update.",
      severity: "error",
      from: { path: "^(bin|src)/" },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only", "npm-peer"],
      },
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
