import { beforeEach, describe, expect, test, vi } from "vitest";
import { readGapTags } from "../../src/assemble/body/gap-tags.ts";
import { readDocument } from "../../src/assemble/document-kind.ts";
import { frontmatterFacts } from "../../src/assemble/frontmatter/facts.ts";
import { labelledSections } from "../../src/assemble/labels/lines.ts";
import { openDocument } from "../../src/assemble/postmortem.ts";
import { nameSections } from "../../src/assemble/sections/sections.ts";
import { timelineEntries } from "../../src/assemble/timeline/entries.ts";
import { timelinePlaces } from "../../src/assemble/timeline/places.ts";
import { bodyTimes } from "../../src/assemble/times/body-times.ts";
import { labelledTimes } from "../../src/assemble/times/labelled-times.ts";
import { checkDocument } from "../../src/lint/run.ts";
import { parseBody } from "../../src/parse/body/body.ts";
import { splitDocument } from "../../src/parse/frontmatter/frontmatter.ts";
import { readHashedFile } from "../../src/read/read-file.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

vi.mock("../../src/assemble/body/gap-tags.ts", { spy: true });
vi.mock("../../src/assemble/document-kind.ts", { spy: true });
vi.mock("../../src/assemble/frontmatter/facts.ts", { spy: true });
vi.mock("../../src/assemble/labels/lines.ts", { spy: true });
vi.mock("../../src/assemble/postmortem.ts", { spy: true });
vi.mock("../../src/assemble/sections/sections.ts", { spy: true });
vi.mock("../../src/assemble/timeline/entries.ts", { spy: true });
vi.mock("../../src/assemble/timeline/places.ts", { spy: true });
vi.mock("../../src/assemble/times/body-times.ts", { spy: true });
vi.mock("../../src/assemble/times/labelled-times.ts", { spy: true });
vi.mock("../../src/lint/run.ts", { spy: true });
vi.mock("../../src/parse/body/body.ts", { spy: true });
vi.mock("../../src/parse/frontmatter/frontmatter.ts", { spy: true });
vi.mock("../../src/read/read-file.ts", { spy: true });

const EXAMPLES = 20;

/** With all that asks for a second look: a day to compare, counted rows, labels, tagged factors. */
const HARD = `---
title: Checkout stalled
date: 2026-03-14
---

# Checkout stalled

- Severity: P1
- Started: 2026-03-14 02:15 UTC
- Time to detection: 6 minutes

## Timeline

- T+0m: errors rise
- T+6m: the alert fires
- T+60m: resolved

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
- Nobody could read the lock table. (gap: databases.locking)
`;

const { path, put } = useTemporaryFolder();

beforeEach(() => {
  vi.clearAllMocks();
});

/** What finds its places once in each document whose body is read. */
const OF_BODY = {
  parseBody,
  nameSections,
  timelinePlaces,
  labelledSections,
  labelledTimes,
  bodyTimes,
};

function callsOf(functions: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(functions).map(([name, one]) => {
      return [name, vi.isMockFunction(one) ? one.mock.calls.length : 0];
    }),
  );
}

function each(functions: object, count: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(functions).map((name) => [name, count]));
}

/** How often the same thing was read: the most calls with one first argument. */
function mostReadings(one: (first: never, ...rest: never[]) => unknown): number {
  const first = vi.mocked(one).mock.calls.map(([argument]) => JSON.stringify(argument));
  return Math.max(...first.map((text) => first.filter((other) => other === text).length));
}

describe("a document is read once", () => {
  test("on its way from bytes to findings, and enters each folder once", async () => {
    await runCli(["lint", "examples"]);
    const doors = { readDocument, openDocument, splitDocument, frontmatterFacts, checkDocument };
    const files = vi.mocked(readHashedFile).mock.calls.map(([, shown]) => shown);
    expect(files.filter((file) => file.endsWith(".md"))).toHaveLength(EXAMPLES);
    expect(callsOf({ ...doors, ...OF_BODY })).toEqual(each({ ...doors, ...OF_BODY }, EXAMPLES));
  });

  test.each([["lint"], ["show"]])("whatever it has pm %s compare", async (name) => {
    await put("2026-03-14-checkout.md", HARD);
    const { stdout } = await runCli([name, "2026-03-14-checkout.md"], { cwd: path() });
    expect(stdout).not.toBe("");
    expect(callsOf({ openDocument, ...OF_BODY })).toEqual(each({ openDocument, ...OF_BODY }, 1));
    expect(mostReadings(readGapTags)).toBe(1);
    expect(vi.mocked(readGapTags).mock.calls).toHaveLength(2);
    expect(mostReadings(timelineEntries)).toBe(1);
  });

  test("by pm import, which reads only what it would write again", async () => {
    await put("2026-03-14-checkout.md", HARD);
    const { stdout } = await runCli(["import", "--diff", "2026-03-14-checkout.md"], {
      cwd: path(),
    });
    expect(stdout).toContain("+severity: P1");
    expect(mostReadings(parseBody)).toBe(1);
    const splits = vi.mocked(splitDocument).mock.calls.map(([{ text }]) => text);
    expect(splits.filter((text) => text === HARD)).toHaveLength(1);
  });

  test("also where its frontmatter makes it look like something else", async () => {
    await put("pm.yaml", "folder: .\n");
    await put("restart.md", "---\ntitle: Runbook – checkout\n---\n\nRestart it.\n");
    await put("2026-03-14-checkout.md", HARD);
    await runCli(["lint", "2026-03-14-checkout.md"], { cwd: path() });
    const calls = callsOf({
      readDocument,
      openDocument,
      frontmatterFacts,
      splitDocument,
      parseBody,
    });
    expect(calls).toEqual(each(calls, 2));
  });
});
