import { expect, test } from "vitest";
import { phaseDuration } from "../../../src/core/durations.ts";
import { read } from "../../support/context.ts";

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

test("only names of milestones are listed", () => {
  const { problems, milestones } = read(document(`${TIMES}  inferred: [noticed]\n`));
  expect(problems.map(({ kind }) => kind)).toEqual(["invalid"]);
  expect(milestones.detected?.source.how).toBe("stated");
});
