import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { phaseDuration } from "../../../src/core/time/durations.ts";
import { CONTEXT, read } from "../../support/context.ts";

const TIMES = `  started: 2026-03-14T02:00:00Z
  detected: 2026-03-14T02:20:00Z
`;

function document(times: string): string {
  return `---\ntimes:\n${times}---\n\nTime to detect: 5 minutes\n`;
}

test("a milestone that was read from wording gives way to a stated duration, as before its import", () => {
  const stated = read(document(TIMES));
  expect(phaseDuration(stated, "detect")?.value).toBe(20);
  const imported = read(document(`${TIMES}  inferred: [detected]\n`));
  expect(imported.milestones.detected?.source).toMatchObject({
    origin: "frontmatter",
    how: "inferred",
  });
  expect(phaseDuration(imported, "detect")?.value).toBe(5);
});

test("times are in the zone that the frontmatter names", () => {
  const start = (zone: string) =>
    read(`---\nincident:\n  start: 2026-03-14 03:15\n  ${zone}\n---\n\n# A\n`).milestones.started;
  const at = (zone: string) => new Date(start(zone)?.value ?? 0).toISOString().slice(11, 16);
  expect(at("timezone: Europe/Oslo")).toBe("02:15");
  expect(at("time_zone: nowhere")).toBe("03:15");
  expect(at("zones: [1]")).toBe("03:15");
});

test("only names of milestones are listed", () => {
  const { problems, milestones } = read(document(`${TIMES}  inferred: [noticed]\n`));
  expect(problems.map(({ kind }) => kind)).toEqual(["invalid"]);
  expect(milestones.detected?.source.how).toBe("stated");
});

test.each([
  ["2026-10-25 02:30", "low"],
  ["2026-03-29 02:30", "low"],
  ["2026-10-25 03:30", undefined],
  ["2026-10-25T02:30:00+01:00", undefined],
])("a time that comes twice in its zone, or never, is in doubt: %s", (start, confidence) => {
  const text = `---\ntimes:\n  started: ${start}\n---\n\n# A\n`;
  const context = { ...CONTEXT, timeZone: "Europe/Oslo" };
  const { started } = parsePostmortem({ path: "a.md", text }, context).milestones;
  expect(started?.source.confidence).toBe(confidence);
});
