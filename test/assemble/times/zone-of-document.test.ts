import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";
import { told } from "../../support/told.ts";

function timesOf(text: string): Readonly<Record<string, string>> {
  const { milestones }: Postmortem = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, taxonomy: TAXONOMY },
  );
  return Object.fromEntries(
    Object.entries(milestones).flatMap(([name, fact]) =>
      fact === null ? [] : [[name, new Date(fact.value).toISOString().slice(0, 16)]],
    ),
  );
}

const rows =
  "## Timeline\n\n- 06:40 API goes down\n- 07:15 Alert fires\n- 08:10 Incident resolved\n";

describe("the offset of the frontmatter's date", () => {
  test("is that of rows, one of which tells its time of day", () => {
    const text = `---\ntitle: Down\ndate: 2026-07-19T06:40:00+02:00\ndraft: false\n---\n\n# Down\n\n${rows}`;
    expect(timesOf(text)).toMatchObject({
      started: "2026-07-19T04:40",
      detected: "2026-07-19T05:15",
      resolved: "2026-07-19T06:10",
    });
  });

  test("is not that of rows, none of which tells it", () => {
    const text = `---\ntitle: Down\ndate: 2026-07-19T16:00:00+02:00\n---\n\n# Down\n\n${rows}`;
    expect(timesOf(text)).toMatchObject({ detected: "2026-07-19T07:15" });
  });
});

describe("the zone that the body notes", () => {
  test.each(["start", "impact_start"])("holds for a time of the frontmatter: %s", (key) => {
    const keys = `${key}: 2026-02-11T18:10\nend: 2026-02-11T20:25`;
    const text = `---\n${keys}\n---\n\n# Down\n\n> [!abstract] In short\n> Queues at the doors. All times are CET.\n`;
    expect(timesOf(text)).toEqual({ started: "2026-02-11T17:10", resolved: "2026-02-11T19:25" });
  });

  test.each([
    "Times (local, UTC+1)",
    "TIMES (UTC+1)",
    "2  TIMES (local, UTC+1)",
    "Times (CET):",
    "Timestamps: CET",
  ])("may head the lines with times: %s", (line) => {
    const text = `# Down\n\n${line}\n\nStart: 2026-02-11 18:10\nDetected: 2026-02-11 18:20\n`;
    expect(timesOf(text)).toEqual({ started: "2026-02-11T17:10", detected: "2026-02-11T17:20" });
  });

  test("holds for no time with an offset", () => {
    const text =
      "---\nstart: 2026-02-11T18:10Z\nend: 2026-02-11T20:25Z\n---\n\n# Down\n\nAll times are CET.\n";
    expect(timesOf(text)).toEqual({ started: "2026-02-11T18:10", resolved: "2026-02-11T20:25" });
  });

  test("does not hold where the frontmatter names its own", () => {
    const text =
      "---\ntimezone: UTC\nstart: 2026-02-11T18:10\n---\n\n# Down\n\nAll times are CET.\n";
    expect(timesOf(text)).toEqual({ started: "2026-02-11T18:10" });
  });

  test("does not hold where notes differ", () => {
    const text =
      "---\nstart: 2026-02-11T18:10\n---\n\n# Down\n\nAll times are CET.\n\n## Timeline (all times UTC)\n\nNone.\n";
    expect(timesOf(text)).toEqual({ started: "2026-02-11T18:10" });
  });
});

describe("the offset at which a mail was sent", () => {
  const head = (sent: string) =>
    `From: Core\nDate: ${sent}\nSubject: Down\n\nBegan: 19.07.2026, 06:40\n\n`;
  const rowsAndHead = (sent: string) => told(`${head(sent)}${rows}`);

  test("is that of its times, in doubt", () => {
    expect(rowsAndHead("Mon, 20 Jul 2026 17:20:04 +0200")).toEqual([
      "started 2026-07-19T04:40?",
      "detected 2026-07-19T05:15?",
      "resolved 2026-07-19T06:10?",
    ]);
  });

  test("is not, where the document names a zone", () => {
    const text =
      head("Mon, 20 Jul 2026 17:20:04 +0200") + rows.replace("Timeline", "Timeline (UTC)");
    expect(told(text)).toContain("detected 2026-07-19T07:15");
  });
});
