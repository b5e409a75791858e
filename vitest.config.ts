import { defineConfig } from "vitest/config";

/** Tests that run whole commands, work on folders or start programs. */
const COMMAND_TESTS = [
  "test/cli/**/*.test.ts",
  "test/jobs/**/*.test.ts",
  "test/distribution.test.ts",
  "test/loaded-modules.test.ts",
  "test/readme.test.ts",
  "test/sessions.test.ts",
];

/** Tests that look at pages with a browser. */
const BROWSER_TESTS = ["test/browser/**/*.test.ts"];

/** Tests that mock modules, and so need modules of their own. */
const MOCKING_TESTS = ["test/assemble/readings.test.ts", "test/jobs/lint/read-thread.test.ts"];

export default defineConfig({
  test: {
    // Loading all modules again for every file takes longer than the tests themselves. Files may
    // share them: what modules remember depends on their input alone.
    isolate: false,
    // Workers that are processes have the stack of a process, as pm has; threads have a larger one.
    pool: "forks",
    // By default one processor is left idle, of two.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          // Other engines are installed apart, and have a configuration of their own.
          exclude: [...COMMAND_TESTS, ...BROWSER_TESTS, ...MOCKING_TESTS, "test/engines/**"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: "mocking", include: MOCKING_TESTS, isolate: true, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "command",
          include: COMMAND_TESTS,
          exclude: MOCKING_TESTS,
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { name: "browser", include: BROWSER_TESTS, testTimeout: 60_000 } },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "html"],
      // What it is; raise it when it rises.
      thresholds: { statements: 98, branches: 91, functions: 98, lines: 98 },
    },
  },
});
