import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

function paragraphs(...lines: readonly string[]): string {
  return `# Queue is full\n\n${lines.join("\n\n")}\n`;
}

describe("what stands in paragraphs of its own", () => {
  test("labels with their values", () => {
    const text = paragraphs(
      ...["Severity:", "P2", "Team", "Ledger"],
      ...["Started", "2026-02-11 10:00 UTC", "Resolved", "2026-02-11 10:48 UTC"],
    );
    expect(read(text).severity?.value).toBe("P2");
    expect(told(text)).toEqual(["started 2026-02-11T10:00", "resolved 2026-02-11T10:48"]);
  });

  test("times with what happened then", () => {
    const text = paragraphs(
      ...["## Activity", "Feb 11, 2026, 10:00 AM UTC", "Impact starts"],
      ...["Feb 11, 2026, 10:12 AM UTC", "Alert fires"],
      ...["Feb 11, 2026, 10:48 AM UTC", "Resolved"],
    );
    expect(told(text)).toEqual([
      "started 2026-02-11T10:00",
      "detected 2026-02-11T10:12",
      "resolved 2026-02-11T10:48",
    ]);
  });

  test("a label above a story is no pair", () => {
    const story = paragraphs("Severity", "It was P2\nat first", "Team", "All\nof us");
    expect(read(story).severity).toBeNull();
  });
});
