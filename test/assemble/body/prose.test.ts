import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseLanguage } from "../../../src/setup/language.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { ROOT } from "../../support/root.ts";

const TEXT = "Ask @alex.\n\n## Timeline\n\nIt broke.\n\n## Odds and ends\n\nIt runs.\n";

test("prose is read where it is asked for", () => {
  expect(read(TEXT).sentences).toEqual([]);
  expect(read(TEXT).namedPeople).toEqual([]);
  const { sentences, namedPeople } = read(TEXT, ["prose"]);
  expect(sentences.map(({ section }) => section)).toEqual([null, "timeline", null]);
  expect(namedPeople.map(({ start }) => start.column)).toEqual([5]);
});

const EXAMPLES = join(ROOT, "examples/postmortems");

test.each(readdirSync(EXAMPLES))("of %s as much is read beside prose as by everything", (name) => {
  const text = readFileSync(join(EXAMPLES, name), "utf8");
  const whole = read(text, ["everything", "prose"]);
  const { sentences, namedPeople, sections, gaps, escalations, actions } = whole;
  const { services, teams, listedNames } = whole;
  expect(read(text, ["prose"])).toMatchObject({
    ...{ sentences, namedPeople, sections, gaps, escalations, actions },
    ...{ services, teams, listedNames, timeline: null },
  });
  expect(read(text, ["timeline"]).timeline).toEqual(whole.timeline);
});

const text = readFileSync(join(ROOT, "data/en/language.yaml"), "utf8");
const language = parseLanguage({ path: "language.yaml", text });
const groups = [...language.counterfactuals, ...language.blame, ...language.amounts];

test("the language file knows the kinds of sections that it leaves out", () => {
  const kinds = Object.keys(CONTEXT.vocabulary.headings);
  expect(groups.flatMap(({ notIn }) => notIn).filter((kind) => !kinds.includes(kind))).toEqual([]);
});

test("the language file is written in lower case, with no word twice in a list", () => {
  const lists = [...text.matchAll(/^ {2}(\w+): \[(.*)\]$/gm)];
  expect(lists.length).toBeGreaterThan(20);
  for (const { 1: name, 2: written = "" } of lists) {
    const words = written.split(", ");
    expect([name, words]).toEqual([name, [...new Set(words)]]);
    expect([name, words]).toEqual([name, words.map((word) => word.toLowerCase())]);
  }
});

test.each([
  ["in a line", "**Contributing factors:** no alert; old runbook", ["no alert", "old runbook"]],
  [
    "in a table",
    "| Field | Value |\n|---|---|\n| Severity | P2 |\n| Contributing factors | No alert; old runbook |",
    ["No alert", "old runbook"],
  ],
  [
    "but not where a section has them",
    "**Contributing factors:** see below\n\n## Contributing factors\n\n- No alert",
    ["No alert"],
  ],
  ["and none is none", "**Contributing factors:** none", []],
])("factors are told under a label %s", (_name, body, expected) => {
  expect(read(`# A\n\n${body}\n`, ["everything"]).factors.map(({ value }) => value)).toEqual(
    expected,
  );
});
