import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const EXAMPLES = ["--dir", "examples", "--as-of", "2026-07-01"];

interface Written {
  readonly sections: readonly {
    readonly key: string;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
  }[];
}

async function sectionsOf(...args: readonly string[]) {
  const { stdout } = await runCli([...args, "--format", "json"]);
  return (JSON.parse(stdout) as Written).sections;
}

test("--explain says how each column is computed", async () => {
  const [section] = await sectionsOf("gaps", ...EXAMPLES, "--explain");
  expect(section?.rows).toContainEqual({
    key: "asked_of",
    label: "Who can teach",
    meaning: "Teams that an escalation asked for it.",
  });
  expect(section?.rows).toContainEqual({
    key: "incidents_share_low",
    label: "Incidents, from",
    meaning: "Lower 95 % bound of incidents_share.",
  });
});

describe("--row", () => {
  test.each(["networking.tls-certificates", "TLS and certificates"])(
    "gives the values of the row %s, and the files that it counts with theirs",
    async (name) => {
      const sections = await sectionsOf("gaps", ...EXAMPLES, "--row", name);
      expect(sections.map(({ key }) => key)).toEqual(["gaps_row", "gaps_files"]);
      expect(sections[0]?.rows).toContainEqual({
        key: "incidents",
        label: "Incidents, count",
        value: "3",
        meaning: "Incidents counted in the row, each once, however many mentions it has.",
      });
      expect(
        sections[1]?.rows.map(({ file, time_to_diagnose_minutes: minutes }) => [file, minutes]),
      ).toEqual([
        ["examples/postmortems/2025-04-22-edge-certificate-expired.md", 24],
        ["examples/postmortems/2025-06-17-northacq-mutual-tls.md", 58],
        ["examples/postmortems/2025-09-11-webhook-certificate-chain.md", 46],
      ]);
    },
  );

  test("takes an alias or a name for the id, as --competency does", async () => {
    const files = async (name: string) => {
      const sections = await sectionsOf("gaps", ...EXAMPLES, "--row", name);
      return sections.at(-1)?.rows.map(({ file }) => file);
    };
    const expected = await files("caching.stampede");
    expect(expected?.length).toBeGreaterThan(0);
    for (const name of ["stampede", "Cache stampede", "STAMPEDE"]) {
      expect(await files(name)).toEqual(expected);
    }
  });

  test("names the rows where there is no such one", async () => {
    const { code, stderr } = await runCli(["gaps", ...EXAMPLES, "--row", "nothing"]);
    expect(code).toBe(2);
    expect(stderr).toContain("`pm gaps` has no row `nothing`");
    expect(stderr).toContain("It has: observability, observability.tracing");
  });

  describe("keeps small teams", () => {
    const { path, put } = useTemporaryFolder();
    beforeEach(async () => {
      await put("pm.yaml", "folder: pms\n");
      await put(
        "taxonomy.yaml",
        "version: 1\nextends: default\nteams: [{ id: big, size: 9 }, { id: duo, size: 2 }, { id: other, size: 8 }]\n",
      );
      for (const team of ["big", "duo"]) {
        await put(
          `pms/${team}.md`,
          `---\ntitle: T ${team}\nteams: [${team}]\ntimes: { started: 2026-01-02T10:00Z }\ngaps: [{ competency: caching, team: ${team} }]\n---\n`,
        );
      }
    });

    test.each(["(small teams)", "duo"])("%s has no row to look into", async (name) => {
      const { code, stdout } = await runCli(["gaps", "--by", "team", "--row", name], {
        cwd: path(),
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    });

    test("the files of a shown team are not listed, for the rest would be theirs", async () => {
      const { stdout } = await runCli(["gaps", "--by", "team", "--row", "other"], { cwd: path() });
      expect(stdout).not.toContain(".md");
    });
  });
});
