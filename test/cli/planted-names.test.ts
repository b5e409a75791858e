import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { openFor } from "../../src/cli/open.ts";
import { once } from "../../src/core/memo.ts";
import { shownDocument } from "../../src/jobs/anonymised.ts";
import { sharePostmortem } from "../../src/jobs/share.ts";
import { readFolder } from "../../src/project/read-postmortems.ts";
import { documentReport } from "../../src/reports/document/document-report.ts";
import { EDITIONS } from "../../src/share/index.ts";
import { printedReports } from "../support/attack/printed.ts";
import {
  NAMES_OF_A_DOCUMENT,
  PLACES,
  plantedDocument,
  slotsOf,
} from "../support/planted/document.ts";
import { leakFinder, plantedNames } from "../support/planted/names.ts";
import { runCli } from "../support/run-cli.ts";

/** A hundred long documents take a while on a busy machine. */
vi.setConfig({ testTimeout: 300_000 });

const DOCUMENTS = 100;
const TAXONOMY = `version: 1
extends: default
teams:
  - { id: payments, size: 8 }
  - { id: platform, size: 6 }
services:
  - { id: checkout, owner: payments }
`;

const { listing, signed, term } = NAMES_OF_A_DOCUMENT;
const perDocument = listing + signed + term;
const names = plantedNames(DOCUMENTS * perDocument, 20_260_701);
const ofDocument = (at: number) => names.slice(at * perDocument, (at + 1) * perDocument);
const listed = Array.from({ length: DOCUMENTS }, (_one, at) => ofDocument(at).slice(0, listing));
const withSign = Array.from({ length: DOCUMENTS }, (_one, at) =>
  ofDocument(at).slice(listing, listing + signed),
);
const inTerms = Array.from({ length: DOCUMENTS }, (_one, at) =>
  ofDocument(at).slice(listing + signed),
);

const findListed = leakFinder([...listed.flat(), ...withSign.flat()]);
const findAny = leakFinder(names);

/** As many as show that each command and each format withholds names: each has all places. */
const FEW = 10;

let folder = "";
let few = "";

async function emptyProject(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "pm-planted-"));
  await mkdir(join(made, "pm"));
  await writeFile(
    join(made, "pm.yaml"),
    "folder: pm\ntaxonomy: taxonomy.yaml\nllm: { command: ask }\n",
  );
  await writeFile(join(made, "taxonomy.yaml"), TAXONOMY);
  return made;
}

beforeAll(async () => {
  [folder, few] = await Promise.all([emptyProject(), emptyProject()]);
  for (const [at, own] of listed.entries()) {
    const text = plantedDocument(
      { listed: own, signed: withSign[at] ?? [], terms: inTerms[at] ?? [] },
      at,
    );
    for (const to of at < FEW ? [folder, few] : [folder]) {
      await writeFile(join(to, "pm", `incident-${at}.md`), text);
    }
  }
  return () => Promise.all([folder, few].map((one) => rm(one, { recursive: true, force: true })));
});

async function said(args: readonly string[], cwd = folder): Promise<string> {
  const { stdout, stderr, code } = await runCli(args, { cwd });
  expect([0, 1]).toContain(code);
  return `${stdout}\n${stderr}`;
}

/** What all documents tell, read once for all tests: reading takes most of the time. */
const allRead = once(async () => {
  const project = await openFor({ dir: folder }, { cwd: folder });
  return { project, ...(await readFolder(project, [], ["everything"])) };
});

const FORMATS = ["table", "csv", "markdown", "html"];
const AGGREGATES = ["gaps", "escalations", "coverage", "trends", "ttd", "actions", "signal"];
const LISTINGS: readonly (readonly string[])[] = [
  ["gaps", "--evidence"],
  ["families", "--min-size", "2"],
  ["similar", "the queue grew after a deploy of the checkout"],
  ["suggest"],
  ["import"],
  ["taxonomy", "usage"],
  ["taxonomy", "propose"],
  ["taxonomy", "list"],
];

test("the places are many, and the names unique", () => {
  const slots = PLACES.reduce((sum, place) => sum + slotsOf(place), 0);
  expect(slots).toBeGreaterThanOrEqual(140);
  expect(names.length).toBeGreaterThanOrEqual(5000);
  expect(new Set(names.map(({ full }) => full)).size).toBe(names.length);
});

test("the documents hold the names, so that a leak would be found", () => {
  const text = plantedDocument(
    { listed: listed[0] ?? [], signed: withSign[0] ?? [], terms: inTerms[0] ?? [] },
    0,
  );
  const found = new Set(findAny(text));
  expect(ofDocument(0).filter(({ full }) => !found.has(full))).toEqual([]);
});

test("the documents are read whole, so that a leak could be printed", async () => {
  const { postmortems } = await allRead();
  const unread = postmortems.filter(({ timeline }) => (timeline?.rows.length ?? 0) < 5);
  expect(unread.map(({ path }) => path)).toEqual([]);
});

test("no aggregate has a name of any document", async () => {
  const { project, postmortems, redact } = await allRead();
  const asked = AGGREGATES.map((name) => [name, {}, {}] as const);
  const reports = printedReports(postmortems, project.taxonomy, asked);
  for (const [index, report] of reports.entries()) {
    expect(report.sections.length).toBeGreaterThan(0);
    expect(findAny(redact(JSON.stringify(report))), AGGREGATES[index]).toEqual([]);
  }
});

test.each(AGGREGATES)("pm %s: no name", async (command) => {
  expect(findAny(await said([command, "--format", "json"], few))).toEqual([]);
});

test.each(LISTINGS)("pm %s: no listed name", async (...args) => {
  expect(findListed(await said([...args, "--format", "json"], few))).toEqual([]);
});

test("what a language model would be sent: no listed name", async () => {
  const prompts = await said(["suggest", "--judge", "--show-prompt"], few);
  expect(prompts.match(/"sentence": ".*\[person\]/g)?.length).toBeGreaterThan(5);
  expect(findListed(prompts)).toEqual([]);
});

// Names are withheld before a format is chosen, so that each is tried with one report.
test.each(FORMATS)("pm gaps --evidence as %s: no listed name", async (format) => {
  expect(findListed(await said(["gaps", "--evidence", "--format", format], few))).toEqual([]);
});

test("pm export: no name without sentences, and no listed name with them", async () => {
  const options = ["export", "--format", "jsonl", "--output"];
  await said([...options, "plain"], few);
  await said([...options, "whole", "--sentences"], few);
  const textOf = async (name: string) => {
    const files = (await readdir(join(few, name))).toSorted();
    return (await Promise.all(files.map((file) => readFile(join(few, name, file), "utf8")))).join(
      "",
    );
  };
  expect(findAny(await textOf("plain"))).toEqual([]);
  expect(findListed(await textOf("whole"))).toEqual([]);
});

test("pm show: no listed name", async () => {
  expect(findListed(await said(["show", "pm/incident-0.md", "--format", "json"]))).toEqual([]);
  // The others are read at once.
  const { project, postmortems, redact } = await allRead();
  expect(postmortems).toHaveLength(DOCUMENTS);
  const reports = postmortems.map((one) =>
    documentReport(shownDocument(one, project), "UTC", { error: 0, warning: 0 }),
  );
  expect(findListed(redact(JSON.stringify(reports)))).toEqual([]);
});

test.each(EDITIONS)("pm share --as $name: no listed name", async (edition) => {
  const project = await openFor({ dir: few }, { cwd: few });
  const settings = { check: { rules: [], now: 0 }, link: "pm/incident.md" };
  const file = join(few, "pm", "incident-0.md");
  const { edition: made } = await sharePostmortem(file, edition, project, settings);
  expect(made?.text.length).toBeGreaterThan(500);
  expect(findListed(made?.text ?? "")).toEqual([]);
});

test("pm share --as story: no listed name in what refuses it", async () => {
  expect(findListed(await said(["share", "pm/incident-0.md", "--as", "story"], few))).toEqual([]);
});

test("pm lint: no listed name", async () => {
  expect(findListed(await said(["lint", "--format", "sarif"]))).toEqual([]);
});

test.each(["pretty", "junit"])("pm lint as %s: no listed name", async (format) => {
  expect(findListed(await said(["lint", "--format", format], few))).toEqual([]);
});

test("pm import --learn-map: no listed name", async () => {
  expect(findListed(await said(["import", "--learn-map"], few))).toEqual([]);
});

test("pm lint --update-baseline: no name in the file", async () => {
  const file = join(few, "pm-baseline.yaml");
  await said(["lint", "--update-baseline"], few);
  expect(findAny(await readFile(file, "utf8"))).toEqual([]);
});
