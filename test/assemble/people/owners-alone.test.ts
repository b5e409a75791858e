import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMPLETE_FACTS } from "../../support/complete-facts.ts";
import { read } from "../../support/context.ts";
import { readExamples } from "../../support/examples.ts";

const COMPLETE = `---
title: A lag
${COMPLETE_FACTS}
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
