import { defineConfig } from "vitest/config";

/** Tests on other engines, which are installed apart: `npm run test:engines`. */
export default defineConfig({
  test: { include: ["test/engines/**/*.test.ts"], testTimeout: 900_000, hookTimeout: 120_000 },
});
