import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { readExamples } from "../../support/examples.ts";

/** States all that a report of times asks for, so that a body is read for the people whom it lists alone. */
const COMPLETE = `---
title: A lag
status: final
severity: P2
services: [checkout]
teams: [payments]
detected_by: alert
trigger: deploy
times:
  started: 2026-02-01T02:00:00Z
  detected: 2026-02-01T02:10:00Z
  diagnosed: 2026-02-01T04:40:00Z
  mitigated: 2026-02-01T05:00:00Z
  resolved: 2026-02-01T06:00:00Z
---
`;
const NEEDS = ["title", "milestones", "gaps", "texts"] as const;
/** Makes the body worth reading. */
const LISTING =
  "\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Fix it | Ada Roe | 2026-03-01 | Done |\n";

const TEMPLATES = "test/eval/templates";
const templates = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(`${TEMPLATES}/${name}`, "utf8"));
const texts = [...templates, ...(await readExamples()).map(({ text }) => text)];

test("whom a body lists is the same where nothing else is asked of it", () => {
  for (const text of texts) {
    const body = text.replaceAll("\r", "").replace(/^---\n[\s\S]*?\n---\n/, "");
    const document = COMPLETE + body + LISTING;
    const alone = read(document, NEEDS);
    expect(alone.bodyRead).toBe(true);
    expect(alone.listedNames, body.slice(0, 200)).toEqual(read(document).listedNames);
  }
});
