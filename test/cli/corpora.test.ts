import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, runCli } from "../support/run-cli.ts";

const CORPUS = join(ROOT, "../shared/corpora/dfds");

interface TtdJson {
  readonly sections: readonly { readonly rows: readonly Record<string, unknown>[] }[];
}

describe.skipIf(!existsSync(CORPUS))(
  "real postmortems without frontmatter (skipped where they are absent)",
  () => {
    test("most give a time to resolve", async () => {
      const args = [
        "ttd",
        "--phase",
        "resolve",
        "--by",
        "all",
        "--format",
        "json",
        "--dir",
        CORPUS,
      ];
      const { stdout, code } = await runCli(args);
      const [row] = (JSON.parse(stdout) as TtdJson).sections[0]?.rows ?? [];
      expect(row).toMatchObject({ incidents_with_time: 30, incidents_without_time: 7 });
      expect(code).toBe(0);
    });

    test("lint finishes, and compares stated with computed durations", async () => {
      const { stdout, code } = await runCli(["lint", CORPUS]);
      expect(stdout).toContain("[duration-contradiction]");
      expect(code).toBe(0);
    });
  },
);
