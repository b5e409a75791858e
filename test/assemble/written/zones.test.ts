import { describe, expect, test } from "vitest";
import { splitNamedZone } from "../../../src/assemble/frontmatter/local-times.ts";
import { readZone, resolveZone, zoneFit } from "../../../src/assemble/written/zones.ts";
import { phaseDuration } from "../../../src/core/time/durations.ts";
import { CONTEXT, problemsOf, read } from "../../support/context.ts";

const { zones } = CONTEXT.vocabulary;
const SUMMER = Date.parse("2026-07-14T12:00:00Z");
const WINTER = Date.parse("2026-01-14T12:00:00Z");

test.each([
  ["All times PST (UTC-7).", "UTC-7"],
  ["Times are UTC +2.", "UTC+2"],
  ["Times in IST (UTC+5:30)", "UTC+5:30"],
  ["Timeline (PT)", "PT"],
  ["All in Greenwich Mean Time", "greenwich mean time"],
  ["All times are Copenhagen time.", "Europe/Copenhagen"],
  ["All times are New York local time.", "America/New_York"],
  ["The first time we saw it", null],
  ["In No Time", null],
])("%j names the zone %j", (text, zone) => {
  expect(readZone(text, zones)).toBe(zone);
});

test.each([
  ["CET", WINTER, "literal"],
  ["CET", SUMMER, "local"],
  ["CEST", SUMMER, "literal"],
  ["CEST", WINTER, "contrary"],
  ["PST", SUMMER, "local"],
  ["PDT", WINTER, "contrary"],
  ["BST", WINTER, "contrary"],
  ["AEST", WINTER, "literal"],
  ["UTC", SUMMER, "literal"],
  ["Europe/Oslo", SUMMER, "literal"],
])("%s at %d is %s", (zone, at, fit) => {
  expect(zoneFit(zone, zones, at)).toBe(fit);
});

test("a zone without rules of its own is an offset", () => {
  expect(resolveZone("MST", zones)).toBe("-07:00");
});

function timeline(zone: string, day: string): string {
  const rows = [`${day} 10:00 Logins fail`, "10:05 Alert fires", "10:30 Service restored"];
  return `# Logins\n\n## Timeline (${zone})\n\n${rows.map((row) => `- ${row}`).join("\n")}\n`;
}

describe("the label of the other half of the year", () => {
  test("of winter means what people's clocks show, and the timeline says so", () => {
    const { milestones, timeline: told } = read(timeline("CET", "2026-07-14"));
    expect(new Date(milestones.started?.value ?? 0).toISOString()).toBe("2026-07-14T08:00:00.000Z");
    expect(milestones.started?.source.confidence).toBeUndefined();
    expect(told).toMatchObject({ zone: "CET", clocks: "Europe/Paris" });
    expect(read(timeline("CET", "2026-01-14")).timeline?.clocks).toBeUndefined();
  });

  test("of summer is in doubt in winter, and lengths are not", () => {
    const document = read(timeline("CEST", "2026-01-14"));
    expect(document.milestones.started?.source).toMatchObject({
      confidence: "low",
      unsure: "zone",
    });
    expect(phaseDuration(document, "resolve")?.value).toBe(30);
  });

  test("is not made an offset in the frontmatter without anybody's word", () => {
    const written = (time: string) => `---\ntitle: Logins\ntimes:\n  started: ${time}\n---\n`;
    expect(splitNamedZone("2026-07-14 10:00 CET")).toEqual({
      local: "2026-07-14T10:00",
      zone: "CET",
    });
    const fixes = (time: string) =>
      read(written(time)).problems.filter(({ fix }) => fix !== undefined).length;
    expect([fixes("2026-01-14 10:00 CET"), fixes("2026-07-14 10:00 CET")]).toEqual([1, 0]);
    expect(problemsOf(written("2026-07-14 10:00 CET"))[0]).toContain("2026-07-14T10:00:00+02:00");
  });
});

test.each([
  ["a note before it", "All times PDT.\n\n"],
  ["a time in the summary", "From 10:00 (UTC-7) on logins failed.\n\n"],
  ["the label of a time zone", "Time zone: America/Los_Angeles\n\n"],
])("the zone of a timeline is read from %s", (_name, note) => {
  const text = timeline("x", "2026-07-14").replace("## Timeline", `${note}## Timeline`);
  expect(new Date(read(text).milestones.started?.value ?? 0).toISOString()).toBe(
    "2026-07-14T17:00:00.000Z",
  );
});
