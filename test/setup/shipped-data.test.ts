import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COLUMN_KINDS, SECTION_KINDS } from "../../src/core/document/body-parts.ts";
import { READABLE_KEYS } from "../../src/core/document/readable-keys.ts";
import { MILESTONES } from "../../src/core/postmortem.ts";
import { CUE_WORD_LISTS } from "../../src/core/settings/cues.ts";
import { WORD_LISTS } from "../../src/core/settings/language.ts";
import { parseCues } from "../../src/setup/cues.ts";
import { parseLanguage } from "../../src/setup/language.ts";
import { parseVocabulary } from "../../src/setup/vocabulary.ts";
import { ROOT } from "../support/run-cli.ts";
import { SUGGEST_CONTEXT } from "../support/suggest.ts";

const PARSE = {
  "data/en/vocabulary.yaml": parseVocabulary,
  "data/en/language.yaml": parseLanguage,
  "data/en/cues.yaml": (file: { path: string; text: string }) =>
    parseCues(file, SUGGEST_CONTEXT.language),
};

type Name = keyof typeof PARSE;

/** What loading a file says after one change, without columns; the line that was changed is `LINE`. */
function problemsAfter(name: Name, from: string, to: string): string {
  const text = readFileSync(join(ROOT, name), "utf8");
  const at = text.indexOf(from);
  if (at === -1) throw new Error(`No ${from} in ${name}`);
  const line = text.slice(0, at + from.length - from.trimStart().length).split("\n").length;
  const changed = text.slice(0, at) + to + text.slice(at + from.length);
  try {
    PARSE[name]({ path: name, text: changed });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    expect(error.name).toBe("UsageError");
    const columnless = error.message.replaceAll(/(?<=^data\S+:\d+):\d+/gm, "");
    return columnless.replaceAll(`${name}:${line} `, `${name}:LINE `);
  }
  return "";
}

function known(names: readonly string[]): string {
  return `    Known here: ${names.join(", ")}.`;
}

test.each<[what: string, name: Name, from: string, to: string, expected: string]>([
  [
    "a list of words of the cues",
    "data/en/cues.yaml",
    "\n  not: [",
    "\n  negations: [",
    `data/en/cues.yaml:LINE Unknown key \`negations\`\n${known(CUE_WORD_LISTS)}`,
  ],
  [
    "a list of words of the language",
    "data/en/language.yaml",
    "\n  adverbs: [",
    "\n  adverb: [",
    `data/en/language.yaml:LINE Unknown key \`adverb\`\n${known(WORD_LISTS)}`,
  ],
  [
    "a kind of section",
    "data/en/vocabulary.yaml",
    "\n  timeline: [",
    "\n  chronology: [",
    `data/en/vocabulary.yaml:LINE Unknown key \`chronology\`\n${known(SECTION_KINDS)}`,
  ],
  [
    "a kind of column",
    "data/en/vocabulary.yaml",
    "\n  owner: [",
    "\n  assignee: [",
    `data/en/vocabulary.yaml:LINE Unknown key \`assignee\`\n${known(COLUMN_KINDS)}`,
  ],
  [
    "a milestone",
    "data/en/vocabulary.yaml",
    "\n  detected:\n    labels",
    "\n  noticed:\n    labels",
    `data/en/vocabulary.yaml:LINE Unknown key \`noticed\`\n${known(MILESTONES)}`,
  ],
  [
    "a key of the frontmatter",
    "data/en/vocabulary.yaml",
    "\n  severity: [",
    "\n  severities: [",
    `data/en/vocabulary.yaml:LINE Unknown key \`severities\`\n${known(READABLE_KEYS)}`,
  ],
  [
    "a section in which a cue counts",
    "data/en/cues.yaml",
    "in: [actions, learnings, factors, lucky, questions]",
    "in: [actions, lessons, factors, lucky, questions]",
    `data/en/cues.yaml:LINE Unexpected \`lessons\` in \`in\`, expected one of ${SECTION_KINDS.join(", ")}`,
  ],
  [
    "a section in which a phrase is no finding",
    "data/en/language.yaml",
    "not_in: [actions, review,",
    "not_in: [actions, reviews,",
    `data/en/language.yaml:LINE Unexpected \`reviews\` in \`not_in\`, expected one of ${SECTION_KINDS.join(", ")}\n    Did you mean \`review\`?`,
  ],
  [
    "a section's weight",
    "data/en/cues.yaml",
    "weights: { timeline: 0.8",
    "weights: { time: 0.8",
    `data/en/cues.yaml:LINE Unknown key \`time\`\n${known(SECTION_KINDS)}`,
  ],
  [
    "the list that a cue's phrase refers to",
    "data/en/cues.yaml",
    '"only ~ {alerts}"',
    '"only ~ {alarms}"',
    `data/en/cues.yaml:LINE Unknown list \`alarms\` of words in \`only ~ {alarms}\`\n    Lists: ${[...CUE_WORD_LISTS, ...WORD_LISTS].join(", ")}.`,
  ],
  [
    "the list that an exception refers to",
    "data/en/cues.yaml",
    "of? _? _? _? alert|alerts was|were created|resolved",
    "of? _? _? _? alert|alerts was|were {made}",
    `data/en/cues.yaml:LINE Unknown list \`made\` of words in \`{missing} of? _? _? _? alert|alerts was|were {made}\`\n    Lists: ${[...CUE_WORD_LISTS, ...WORD_LISTS].join(", ")}.`,
  ],
  [
    "the list that a condition refers to",
    "data/en/language.yaml",
    '"had _? {people}|{either}"]',
    '"had _? {persons}|{either}"]',
    `data/en/language.yaml:LINE Unknown list \`persons\` of words in \`had _? {persons}|{either}\`\n    Lists: ${WORD_LISTS.join(", ")}.`,
  ],
])("a renamed name is reported with its place and the allowed ones: %s", (...row) => {
  const [, name, from, to, expected] = row;
  expect(problemsAfter(name, from, to)).toContain(expected);
});

test("what is missing is named too", () => {
  expect(problemsAfter("data/en/cues.yaml", "\n  not: [", "\n  negations: [")).toContain(
    "Missing key `not`, expected a list",
  );
});
