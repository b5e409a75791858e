import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const BODY = `
## Timeline

All times in UTC.

- 02:15 Impact starts: errors rise.
- 02:21 Detected: the alert fires.

## Contributing factors

- Nobody on the team knew how consumer lag works, so it was read as a traffic dip.
`;
const TAXONOMY = `version: 1
extends: default
teams: [{ id: payments }]
services: [{ id: checkout, owner: payments, aliases: [Shop] }]
`;

/** What a command leaves of the frontmatter of a document with Windows line ends. */
async function frontmatterAfter(toml: string, args: readonly string[]): Promise<string> {
  await put("taxonomy.yaml", TAXONOMY);
  await put("a.md", `\ufeff+++\n${toml}+++\n${BODY}`.replaceAll("\n", "\r\n"));
  const { stderr, code } = await runCli(args, { cwd: path() });
  expect({ code, stderr }).toMatchObject({ code: code < 2 ? code : 0 });
  const text = await readFile(path("a.md"), "utf8");
  expect(text.startsWith("\ufeff+++\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  const plain = text.slice(1).replaceAll("\r\n", "\n");
  expect(plain.endsWith(`+++\n${BODY}`)).toBe(true);
  return plain.slice("+++\n".length, -`+++\n${BODY}`.length);
}

const OWN = `title = 'Checkout stalled' # as announced
services = ["Shop"]
times.started = 2026-03-14T02:15:00

[params]
severity = "P2"
`;

test("pm import writes what a TOML frontmatter lacks", async () => {
  expect(await frontmatterAfter(OWN, ["import", "--write"]))
    .toBe(`title = 'Checkout stalled' # as announced
services = ["Shop"]
times.started = 2026-03-14T02:15:00
times.detected = 2026-03-14T02:21:00Z
severity = "P2"

[params]
severity = "P2"
`);
});

test("pm suggest writes gaps as tables", async () => {
  const args = ["suggest", "--write", "--accept-above", "0.3"];
  expect(await frontmatterAfter(OWN, args)).toBe(`${OWN}
[[gaps]]
competency = "messaging.backpressure"
kind = "knowledge"
evidence = "Nobody on the team knew how consumer lag works, so it was read as a traffic dip."
source = "suggested"
`);
});

test("pm lint --fix keeps quotes, and dates as dates", async () => {
  expect(await frontmatterAfter(OWN, ["lint", "--fix"])).toBe(
    OWN.replace('"Shop"', '"checkout"').replace("02:15:00", "02:15:00Z"),
  );
});

test("pm taxonomy rename reaches values in TOML", async () => {
  const args = ["taxonomy", "rename", "payments", "pay", "--write"];
  const toml = "teams = ['payments']\nactions = [{ title = 'A', owner = \"payments\" }]\n";
  expect(await frontmatterAfter(toml, args)).toBe(toml.replaceAll("payments", "pay"));
});

test("what cannot be read is unchanged, and named", async () => {
  for (const text of [`+++\ntitle = A\n+++\n# A\n${BODY}`, `{ "title": "A" }\n# A\n${BODY}`]) {
    await put("a.md", text);
    const { stderr, code } = await runCli(["import", "--write", "--inferred"], { cwd: path() });
    expect(stderr).toContain("a.md");
    expect(stderr).toContain("its frontmatter cannot be read");
    expect({ code, text: await readFile(path("a.md"), "utf8") }).toEqual({ code, text });
  }
});
