import { describe, expect, test } from "vitest";
import { problemsOf, read } from "../support/context.ts";

function documentOf(date: string, heading: string, title = "Nodes hang"): string {
  return `---
title: Nodes
date: ${date}
---

# ${title}

## Timeline

### ${heading}

- 10:00 UTC Nodes hang.
- 10:20 UTC Detected: the alert fires.
- 11:00 UTC Resolved: nodes are replaced.
`;
}

function startOf(text: string, path = "a.md"): string {
  return new Date(read(text, undefined, path).milestones.started?.value ?? 0).toISOString();
}

describe("a timeline on other days than the frontmatter's date", () => {
  const text = documentOf("2017-10-10", "2017-05-09");

  test("is reported with both places", () => {
    expect(problemsOf(text)).toEqual([
      "3:7 fact-contradiction: Unexpected `date` 2017-10-10: the timeline says 2017-05-09 (line 10)",
    ]);
  });

  test("yields to it, with its times of day and with doubt", () => {
    expect(startOf(text)).toBe("2017-10-10T10:00:00.000Z");
    const { milestones } = read(text);
    expect(milestones.resolved?.source).toMatchObject({ confidence: "low", unsure: "day" });
    expect((milestones.resolved?.value ?? 0) - (milestones.started?.value ?? 0)).toBe(3_600_000);
  });

  test.each([
    ["within a week of it", documentOf("2017-10-10", "2017-10-05"), "2017-10-05"],
    [
      "that the title tells, too",
      documentOf("2017-10-10", "2017-05-09", "2017-05-09: hang"),
      "2017-05-09",
    ],
  ])("keeps days %s", (_name, kept, day) => {
    expect(startOf(kept)).toBe(`${day}T10:00:00.000Z`);
  });

  test("is not reported within a week of it", () => {
    expect(problemsOf(documentOf("2017-10-10", "2017-10-05"))).toEqual([]);
  });

  test("is not reported where the title tells its days: the other is that of publishing", () => {
    expect(problemsOf(documentOf("2017-10-10", "2017-05-09", "2017-05-09: hang"))).toEqual([]);
  });

  test("keeps its days where the frontmatter states the start", () => {
    const started = "times: {started: 2017-05-09T10:00:00Z}";
    const stated = text.replace("title: Nodes", `title: Nodes\n${started}`);
    expect(startOf(stated)).toBe("2017-05-09T10:00:00.000Z");
    expect(read(stated).timeline?.rows[0]?.at).toBe(Date.parse("2017-05-09T10:00:00Z"));
  });
});
