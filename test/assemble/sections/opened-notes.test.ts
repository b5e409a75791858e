import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const NOTES = `Severity : P2
Team     : Ledger

Timeline (UTC)
2026-02-11 10:00 - impact starts
2026-02-11 10:12 - alert fires
2026-02-11 10:48 - resolved`;

function document(fenced: string, heading = "## Notes"): string {
  return `# Queue is full\n\n${heading}\n\n\`\`\`\n${fenced}\n\`\`\`\n`;
}

describe("notes of a person between fences", () => {
  test("tell facts and a timeline", () => {
    const text = document(NOTES);
    expect(read(text).severity?.value).toBe("P2");
    expect(read(text).timeline?.rows.map(({ range }) => range.start.line)).toEqual([10, 11, 12]);
    expect(told(text)).toEqual([
      "started 2026-02-11T10:00",
      "detected 2026-02-11T10:12",
      "resolved 2026-02-11T10:48",
    ]);
  });

  test.each([
    ["what a machine said of it", document(NOTES, "## Root cause")],
    ["a log", document(NOTES.replaceAll(" - ", " ERROR "))],
    ["what has no facts", document(NOTES.replaceAll(": ", " "))],
    ["a program's output", document(`${NOTES}\n${"$ kubectl get pods\nok\n".repeat(4)}`)],
  ])("%s is left alone", (_, text) => {
    expect(read(text).timeline).toBeNull();
  });
});

describe("facts in a quote", () => {
  const FACTS = `> **Severity:** P2
> **Team:** Ledger
> **Started:** 2026-02-11 10:00 UTC
> **Resolved:** 2026-02-11 10:48 UTC`;

  test.each([
    ["lines", FACTS],
    ["items", FACTS.replaceAll("> *", "> - *")],
  ])("in %s are those of the document", (_, quote) => {
    const text = `# Queue is full\n\n${quote}\n`;
    expect(read(text).severity?.value).toBe("P2");
    expect(told(text)).toEqual(["started 2026-02-11T10:00", "resolved 2026-02-11T10:48"]);
  });

  test("are not where a mail is quoted, or below the cause", () => {
    const mail = `# Queue is full\n\n> From: support\n${FACTS}\n`;
    const cause = `# Queue is full\n\n## Root cause\n\n${FACTS}\n`;
    for (const text of [mail, cause]) expect(told(text).join()).not.toContain("resolved");
  });
});
