import js from "@eslint/js";
import regexp from "eslint-plugin-regexp";
import simpleImportSort from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "build/", "./coverage/", "node_modules/"] },
  js.configs.recommended,
  {
    plugins: { "simple-import-sort": simpleImportSort },
    rules: {
      "no-duplicate-imports": "error",
      // One block: Node, packages, then what is far, then what is near.
      "simple-import-sort/imports": [
        "error",
        { groups: [["^node:", "^@?\\w", "^\\.\\.", "^\\."]] },
      ],
    },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    plugins: { regexp },
    rules: {
      // A pattern that is tried again from each character of a run takes the square of its length.
      "regexp/no-super-linear-move": ["error", { ignorePartial: true }],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-restricted-globals": [
        "error",
        { name: "process", message: "`process` arrives by parameter, as an Io." },
        { name: "fetch", message: "Only a language model is reached, and by parameter." },
      ],
    },
  },
  {
    files: ["src/cli/**/*.ts"],
    ignores: ["src/cli/io.ts", "src/cli/process-io.ts", "src/cli/run-program.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["stdout", "stderr"].map((property) => ({
          property,
          message: "An Io writes: what it says is printable, what it hands on raw was rendered.",
        })),
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "core/text/printable\\.ts$",
              importNames: ["printable"],
              message: "An Io makes what it says printable.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["scripts/**/*.mjs", "bench/*.mjs", "fuzz/*.mjs"],
    languageOptions: {
      globals: {
        ...{ Buffer: "readonly", URL: "readonly", console: "readonly", process: "readonly" },
      },
    },
  },
  { files: ["bin/*.js"], languageOptions: { globals: { URL: "readonly", process: "readonly" } } },
);
