import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCHEMA_NAMES } from "../../src/schema/json-schema.ts";
import { type CliWorld, ROOT, runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

async function schemaText(args: readonly string[], world: CliWorld = {}): Promise<string> {
  const { stdout, stderr, code } = await runCli(["schema", ...args], world);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  return stdout;
}

/** What is wrong with YAML text by a schema of ours; strict, so that the schema must be right too. */
async function problemsOf(yaml: string, args: readonly string[], world: CliWorld = {}) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(await schemaText(args, world)) as object);
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function readRoot(name: string): Promise<string> {
  return readFile(join(ROOT, name), "utf8");
}

function frontmatterOf(document: string): string {
  return /^---\n([\s\S]*?)\n---\n/.exec(document)?.[1] ?? "";
}

describe("the schemas that ship with pm", () => {
  test.each(SCHEMA_NAMES)("%s is what `pm schema` prints", async (name) => {
    const committed = join(ROOT, "schemas", `${name}.schema.json`);
    await expect(await schemaText([name])).toMatchFileSnapshot(committed);
  });

  test("there are no others", async () => {
    const names = SCHEMA_NAMES.map((name) => `${name}.schema.json`);
    expect((await readdir(join(ROOT, "schemas"))).toSorted()).toEqual(names.toSorted());
  });

  test.each(SCHEMA_NAMES)("%s is of draft 7, and every key has its hover text", async (name) => {
    const text = await schemaText([name]);
    expect(JSON.parse(text)).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      additionalProperties: false,
    });
    expect(text).not.toMatch(/"(\$comment|pm:[^"]*)"/);
    const silent: string[] = [];
    const visit = (schema: unknown, place: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      for (const [key, value] of Object.entries(schema) as [string, unknown][]) {
        const isKeys = key === "properties" && typeof value === "object" && value !== null;
        for (const [property, inner] of Object.entries(isKeys ? value : {}) as [string, object][]) {
          if (!("description" in inner)) silent.push(`${place}.${property}`);
        }
        visit(value, `${place}.${key}`);
      }
    };
    visit(JSON.parse(text), name);
    expect(silent).toEqual([]);
  });
});

describe("what pm takes, the schemas take", () => {
  test("the files that ship with pm", async () => {
    expect(await problemsOf(await readRoot("data/taxonomy.yaml"), ["taxonomy"])).toEqual([]);
    expect(await problemsOf(await readRoot("examples/taxonomy.yaml"), ["taxonomy"])).toEqual([]);
    expect(await problemsOf(await readRoot("examples/pm.yaml"), ["config"])).toEqual([]);
    const config = (await readRoot("templates/init/pm.yaml")).replace("{{folder}}", "postmortems");
    expect(await problemsOf(config, ["config"])).toEqual([]);
  });

  test.each([["frontmatter"], ["frontmatter", "--dir", "examples"]])(
    "the frontmatter of the examples, by %j %j %j",
    async (...args) => {
      for (const name of await readdir(join(ROOT, "examples/postmortems"))) {
        const yaml = frontmatterOf(await readRoot(`examples/postmortems/${name}`));
        expect([name, ...(await problemsOf(yaml || "{}", args))]).toEqual([name]);
      }
    },
  );

  test("keys without a value, as templates have them", async () => {
    for (const template of ["full", "light", "narrative"]) {
      const filled = (await readRoot(`templates/${template}.md`)).replace(/\{\{.*?\}\}/g, "");
      expect(await problemsOf(frontmatterOf(filled), ["frontmatter"])).toEqual([]);
    }
    expect(await problemsOf("lint:\n  rules:\nnew:\nfolder:\n", ["config"])).toEqual([]);
  });
});

test("what pm refuses, the schemas refuse", async () => {
  const wrong = "statsu: draft\nstatus: drft\ngaps:\n  - kind: knowledge\n";
  const problems = await problemsOf(wrong, ["frontmatter"]);
  expect(problems).toContain(" must NOT have additional properties");
  expect(problems).toContain("/status must be equal to one of the allowed values");
  expect(problems).toContain("/gaps/0 must have required property 'competency'");
  expect(await problemsOf("foldr: .\n", ["config"])).toEqual([
    " must NOT have additional properties",
  ]);
});

describe("the ids of a project", () => {
  const TAXONOMY = `version: 1
severities: [{ id: high }]
teams: [{ id: payments, aliases: [pay] }]
services: [{ id: ledger, owner: payments }]
competencies: [{ id: caching }, { id: caching.stampede }]
`;

  test("are offered, and aliases and other text are taken all the same", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    const args = ["frontmatter", "--dir", "."];
    const text = await schemaText(args, { cwd: path() });
    const { properties } = JSON.parse(text) as { properties: Record<string, unknown> };
    expect(properties["severity"]).toEqual({
      description: "Severity, from the taxonomy.",
      anyOf: [{ enum: ["high"] }, { type: ["string", "number"] }, { type: "null" }],
    });
    expect(JSON.stringify(properties["services"])).toContain('{"enum":["ledger"]}');
    expect(JSON.stringify(properties["gaps"])).toContain('{"enum":["caching","caching.stampede"]}');
    expect(JSON.stringify(properties["escalations"])).toContain('{"enum":["payments"]}');
    const yaml = "severity: low\nteams: [pay]\nservices: ledger\n";
    expect(await problemsOf(yaml, args, { cwd: path() })).toEqual([]);
    expect(await schemaText(args, { cwd: path() })).toBe(text);
  });

  test("belong to the frontmatter only", async () => {
    const { stderr, code } = await runCli(["schema", "config", "--dir", "examples"]);
    expect(stderr).toContain("The config schema is the same in every project");
    expect(code).toBe(2);
  });
});

describe("pm init wires editors up", () => {
  test("each file names a schema that lies where it says", async () => {
    await runCli(["init"], { cwd: path() });
    for (const [file, name] of [
      ["pm.yaml", "config"],
      ["taxonomy.yaml", "taxonomy"],
    ] as const) {
      const [first] = (await read(file)).split("\n");
      expect(first).toBe(`# yaml-language-server: $schema=.pm/${name}.schema.json`);
      expect(await read(`.pm/${name}.schema.json`)).toBe(await schemaText([name]));
    }
  });

  test("the frontmatter's has the ids of the taxonomy that was there", async () => {
    await put("taxonomy.yaml", "version: 1\nteams: [{ id: ours }]\n");
    await runCli(["init"], { cwd: path() });
    const written = await read(".pm/frontmatter.schema.json");
    expect(written).toContain('"ours"');
    expect(written).toBe(await schemaText(["frontmatter", "--dir", "."], { cwd: path() }));
  });

  test("a taxonomy with problems does not stop it", async () => {
    await put("taxonomy.yaml", "version: 2\n");
    const { code } = await runCli(["init"], { cwd: path() });
    expect(code).toBe(0);
    expect(await read(".pm/frontmatter.schema.json")).toBe(await schemaText(["frontmatter"]));
  });

  test("pm new puts the way to the schema into the frontmatter, if there is one", async () => {
    await mkdir(path("docs/postmortems"), { recursive: true });
    await runCli(["init"], { cwd: path() });
    await runCli(["new", "Queue stuck"], { cwd: path() });
    const name = "docs/postmortems/2026-07-01-queue-stuck.md";
    const line = "# yaml-language-server: $schema=../../.pm/frontmatter.schema.json";
    expect(await read(name)).toContain(`---\n${line}\ntitle: Queue stuck\n`);
    await rm(path(".pm"), { recursive: true });
    await runCli(["new", "Queue stuck", "--force"], { cwd: path() });
    expect(await read(name)).toContain("---\ntitle: Queue stuck\n");
  });
});
