import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** A folder of its own for each test of a file. */
export interface TemporaryFolder {
  /** Absolute path of the present test's folder, or of a file in it. */
  readonly path: (name?: string) => string;
  readonly put: (name: string, content: string | Uint8Array, mode?: number) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
}

/** Makes a folder before each test, and removes it afterwards. */
export function useTemporaryFolder(): TemporaryFolder {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pm-test-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const path = (name = "") => join(folder, name);
  return {
    path,
    put: async (name, content, mode = 0o644) => {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content, { mode });
    },
    read: (name) => readFile(path(name), "utf8"),
  };
}
