import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

/** Each action as "title | owner | due". */
function actionsOf(body: string): readonly string[] {
  const text = `# Queue\n\n**Date:** 2026-03-14\n\n${body}\n`;
  const context = { ...CONTEXT, taxonomy: TAXONOMY };
  return parsePostmortem({ path: "a.md", text }, context).actions.map(({ title, owner, due }) =>
    [title, owner, due].map((fact) => fact?.value ?? "-").join(" | "),
  );
}

const items =
  "1. Cap the heap. Owner: Platform, by 10 April 2026.\n2. Count the pages. Owner: Ledger, by 24 April 2026.\n";
const both = ["Cap the heap | platform | 2026-04-10", "Count the pages | ledger | 2026-04-24"];

describe("a list that a sentence introduces as what is to be done", () => {
  test.each([
    "In order to prevent a recurrence, we are:",
    "To make sure that this does not happen again we will:",
    "We are taking the following steps:",
    "The cause is known. We're making these changes:",
    "The following measures have been agreed:",
  ])("is read below %s", (lead) => {
    expect(actionsOf(`## REMEDIATION\n\nAll was well at 09:10.\n\n${lead}\n\n${items}`)).toEqual(
      both,
    );
  });

  test.each([
    "To restore the service, we did:",
    "The following tasks failed:",
    "To stop the queue from growing we took these steps:",
    "We are sorry for:",
  ])("is none below %s", (lead) => {
    expect(actionsOf(`## Remediation\n\n${lead}\n\n1. Cap the heap\n2. Count the pages\n`)).toEqual(
      [],
    );
  });

  test("is none where a section is for them", () => {
    const told = "## Resolution\n\nWe are taking the following steps:\n\n1. Restart it\n";
    expect(actionsOf(`${told}\n## Actions\n\n${items}`)).toEqual(both);
  });
});

describe("what is marked as an action where no section is for them", () => {
  test.each([
    ["→ Cap the heap (Platform, 10 April 2026)"],
    ["-> Cap the heap – Platform – 2026-04-10"],
    ["👉 Platform: Cap the heap, by 10 April 2026"],
    ["Action: Cap the heap (Platform, 10 April 2026)"],
    ["**TODO** Platform: Cap the heap, until 2026-04-10"],
  ])("is one: %s", (line) => {
    const text = `## Notes\n\nFor the record:\n\n> it grew until midnight\n\n${line}\n`;
    expect(actionsOf(text)).toEqual(["Cap the heap | platform | 2026-04-10"]);
  });

  test("several are, in one line behind a label", () => {
    const line =
      "To do: Cap the heap (Platform, 10 Apr 2026), Count the pages (Ledger, 24 Apr 2026).";
    expect(actionsOf(`## Notes\n\n${line}\n`)).toEqual(both);
  });

  test.each([["→ it grew until midnight"], ["-> 503 from all pods"]])("is none: %s", (line) => {
    expect(actionsOf(`## Notes\n\nFor the record:\n\n${line}\n`)).toEqual([]);
  });
});

describe("sentences behind a label that says that they are what comes next", () => {
  const PLAN = "Next steps: We cap the heap by default. Someone adds an alert on its size by May.";
  const titles = (text: string) => read(text).actions.map(({ title }) => title.value);

  test("are an action each, in a part of their own or behind a timeline", () => {
    const story = `# Queue is full\n\n${PLAN}\n`;
    expect(titles(story)).toHaveLength(2);
    expect(read(story).actions[0]?.title.source.how).toBe("inferred");
    const rows = "## Timeline\n\n- 10:00 fails\n- 10:10 alert\n- 10:20 resolved\n";
    expect(titles(`# Queue is full\n\n${rows}\n${PLAN}\n`)).toHaveLength(2);
  });

  test("one alone, or what a heading lists elsewhere, adds none", () => {
    expect(titles("# Queue is full\n\nNext steps: We cap the heap by default.\n")).toEqual([]);
    expect(titles(`# Q\n\n${PLAN}\n\n## Actions\n\n- Cap the heap\n`)).toEqual(["Cap the heap"]);
  });
});
