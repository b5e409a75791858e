import { describe, expect, test } from "vitest";
import { linesWithoutTags, withoutTags } from "../../../src/assemble/labels/without-tags.ts";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { FILE_START } from "../../../src/core/position.ts";
import { CONTEXT } from "../../support/context.ts";

function labelsOf(body: string): readonly string[] {
  const text = `# Outage\n\n${body}`;
  const { labels } = parsePostmortem({ path: "a.md", text }, CONTEXT);
  return labels.map(({ label, value }) => `${label}: ${value}`);
}

describe("a tag is a tag, never a label", () => {
  test.each([
    "## Root causes\n\n- Nobody knew the cache. (gap: caching.stampede, knowledge, team: beta)\n",
    "## Summary\n\nThe fix (gap: caching.stampede, knowledge, team: beta) is done.\n",
    "## Summary\n\nIt took long to find (gap: caching.stampede, knowledge,\nteam: beta, phase: diagnose) the cause.\n",
    "## Root causes\n\n- Nobody knew. [gap: caching.stampede, knowledge, team: beta]\n",
    "## Root causes\n\n- Nobody knew it (skill gap: caching.stampede, team: beta)\n",
    "## Root causes\n\n- Nobody knew the cache. (gap: caching.stampede, knowledge, team: beta\n",
    "## Summary\n\n> Nobody knew (gap: caching.stampede, team: beta)\n",
  ])("%s", (body) => {
    expect(labelsOf(body)).toEqual([]);
  });

  test("what stands beside it is still one", () => {
    expect(labelsOf("Team: payments (gap: caching.stampede, team: beta)\n")).toEqual([
      "Team: payments",
    ]);
    expect(labelsOf("Gap: nobody knew\nTeam: payments\n")).toContain("Team: payments");
    const table =
      "| Field | Value |\n|---|---|\n| Team | payments (gap: caching.stampede, team: beta) |\n";
    expect(labelsOf(table)).toContain("Team: payments");
  });
});

test("lines between the first and the last of a tag are a part of it", () => {
  const lines = ["so (gap: a.b,", "team: beta,", "phase: diagnose) it went", "Team: c"];
  const texts = lines.map((text) => ({ text, range: FILE_START }));
  expect(linesWithoutTags(texts).map(({ text }) => text)).toEqual(["so", "it went", "Team: c"]);
});

test("takes each character once", () => {
  for (const part of ["(gap: ", "( ", "(gap gap ", "(gap:", "[gaps ", "    "]) {
    const text = part.repeat(40_000);
    const start = performance.now();
    withoutTags({ text, range: FILE_START });
    expect(performance.now() - start).toBeLessThan(1500);
  }
});
