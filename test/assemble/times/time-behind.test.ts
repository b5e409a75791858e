import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const URL = "https://git.example.com/c";

test("a time stands behind a link or code", () => {
  const text = `# Q\n\n**Started:** deploy [\`rel-77\`](${URL}/77) at 2026-09-03 08:10 UTC\n**Detected:** [SUP-9](${URL}/9) — 2026-09-03 08:55 UTC\n**Fixed in:** \`v1.2.3\` (2026-09-03 09:30 UTC)\n`;
  expect(told(text)).toEqual([
    "started 2026-09-03T08:10",
    "detected 2026-09-03T08:55",
    "resolved 2026-09-03T09:30",
  ]);
});

test("numbers of versions are no times", () => {
  const text = `# Q\n\n**Start:** release \`12.30\` — 2026-09-05 18:00 UTC\n**Fixed:** release \`12.31\` — 2026-09-05 19:12 UTC\n`;
  expect(told(text)).toEqual(["started 2026-09-05T18:00", "resolved 2026-09-05T19:12"]);
});

test("a fault may fail only some time after it was introduced", () => {
  const text = `# Q\n\n**Introduced:** [commit 4f2a9c1](${URL}/4f2a9c1) — 2026-08-22 07:07 UTC\n**Fixed:** 2026-08-22 07:30 UTC\n`;
  expect(told(text)).toEqual(["started 2026-08-22T07:07?", "resolved 2026-08-22T07:30"]);
});

test.each([
  "**Detected:** [commit 99ab](https://git.example.com/99ab) — 2026-09-06 09:00 UTC, live 2026-09-06 09:20 UTC",
  "**Detected:** pod-7 crashed (2026-09-06 09:20 UTC)",
  "**Root cause:** PR-12 (2026-09-06 09:20 UTC)",
  "**Detected:** the on-call of the platform team looked at the graphs on 2026-09-06 09:20 UTC",
])("what tells two times, or a story, is not read as the time of a label: %s", (line) => {
  expect(told(`# Q\n\n${line}\n`).filter((one) => !one.endsWith("?") && /:/.test(one))).toEqual([]);
});

test.each([
  "Reverted: 2026-05-05 07:50 UTC",
  "Rolled back at: 2026-05-05 07:50 UTC",
  "Fix live: 2026-05-05 07:50 UTC",
  "Hotfix released: [v2.3.1](https://git.example.com/2.3.1), 2026-05-05 07:50 UTC",
])(
  "what takes the fault away is the mitigation, and in doubt the end where no other is told: %s",
  (line) => {
    const text = `# Q\n\n- Started: 2026-05-05 07:00 UTC\n- Detected: 2026-05-05 07:12 UTC\n- ${line}\n`;
    expect(told(text)).toEqual([
      "started 2026-05-05T07:00",
      "detected 2026-05-05T07:12",
      "mitigated 2026-05-05T07:50",
      "resolved 2026-05-05T07:50?",
    ]);
  },
);

test.each(["Resolved: 2026-05-05 08:10 UTC", "Resolved: not yet"])(
  "an end under its own label, or one that is open, is no matter of the fix: %s",
  (line) => {
    const text = `# Q\n\n- Started: 2026-05-05 07:00 UTC\n- Fix deployed: 2026-05-05 07:50 UTC\n- ${line}\n`;
    expect(told(text)).not.toContain("resolved 2026-05-05T07:50?");
  },
);

test("a workaround is no end", () => {
  const text = `# Q\n\n- Started: 2026-05-05 07:00 UTC\n- Workaround in place: 2026-05-05 07:50 UTC\n`;
  expect(told(text)).toEqual(["started 2026-05-05T07:00", "mitigated 2026-05-05T07:50"]);
});
