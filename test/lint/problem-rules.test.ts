import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FILE_START } from "../../src/core/position.ts";
import type { Problem } from "../../src/core/problem.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { reportsOf } from "../support/context.ts";
import { ROOT } from "../support/run-cli.ts";

const range = FILE_START;

const stated = { value: "2026-03-14", range };

/** One problem of each kind: a new kind does not compile without one. */
const PROBLEMS = {
  "two-values": { fact: "gap kind", frontmatter: stated, body: stated },
  "two-times": { frontmatter: { value: 0, range }, body: { value: 1, range } },
  "two-days": { frontmatter: stated, timeline: stated },
  "two-milestones": { name: "detected", frontmatter: stated, body: stated },
  "two-dates": { frontmatter: stated, body: stated },
  "known-duration": { title: "Time to diagnose", name: "diagnosed", length: "45 min" },
  "two-keys": { key: "severity", stated, otherKey: "priority", other: stated },
  "unlisted-action": {},
  "local-time": {
    ...{ written: "2026-03-14 02:15", hasZoneName: false, zone: null },
    ...{
      expected: null,
      isSure: false,
      isAmbiguous: false,
      isRefuted: false,
      readIn: "UTC",
      clockChange: null,
    },
  },
  unparsed: { fault: { kind: "json" } },
  invalid: { message: "Unexpected list, expected text", hint: null },
  "unread-time": { written: "noon" },
  "unread-date": { written: "May" },
  "impossible-date": { written: "30 February 2026" },
  "strange-key": { message: "Unknown key `sevrity`", hint: null, otherTools: null },
  "stand-in": { value: "TBD", key: "trigger", origin: "frontmatter" },
  alias: { written: "SEV1", id: "P1" },
  "tag-form": { written: "(gap:)" },
  "tag-phase": { phase: "later", meant: null },
  "tag-unclosed": {},
  "tag-slip": { written: "[gap: a.b]", expected: "(gap: a.b)" },
  "untagged-competency": { id: "a.b" },
  "wrong-weekday": { written: "Tuesday", date: "2026-03-14", expected: "Saturday" },
  "several-described": { count: 2 },
  "wiki-text": {},
  "unread-part": { part: "label", written: "Blast grade" },
  "heading-slip": { written: "Timelnie", expected: "timeline" },
  "column-slip": {
    ...{ unread: [{ written: "Onwer", expected: "owner" }], missing: ["owner"], covers: range },
  },
  "table-undelimited": {},
  "row-shifted": { cells: 5, columns: 4 },
  "merge-mark": {},
  unverified: { text: "Checkout stalled." },
  "directive-name": { written: "pm-disabel", known: ["pm-disable"] },
  "directive-bare": { name: "pm-disable" },
  "directive-unreasoned": { name: "pm-disable", ruleIds: ["gap-missing"] },
  "file-ending": { isMissing: true },
} satisfies {
  [Kind in Problem["kind"]]: Omit<Extract<Problem, { kind: Kind }>, "kind" | "range">;
};

describe("problems that reading finds", () => {
  test.each(Object.entries(PROBLEMS))("one rule words %s", (kind, data) => {
    const problem = { kind, range, ...data } as Problem;
    const reports = reportsOf(buildPostmortem({ rest: { problems: [problem] } }));
    expect(reports).toHaveLength(1);
    expect(reports[0]?.message).not.toBe("");
  });

  test("name no rule, so that who searches for one finds its file in lint/rules", () => {
    const ids = RULES.map(({ id }) => id);
    const found = ["src/assemble", "src/parse"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .flatMap((name) => {
          const text = `${name}\n${readFileSync(join(ROOT, folder, name), "utf8")}`;
          return ids.filter((id) => text.includes(id)).map((id) => `${name}: ${id}`);
        }),
    );
    expect(found).toEqual([]);
  });
});
