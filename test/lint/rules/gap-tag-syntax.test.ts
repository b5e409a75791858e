import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function withTag(tag: string): string {
  return `## Contributing factors\n\n- Lag was read as a dip. ${tag}\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a whole tag", withTag("(gap: messaging.backpressure, knowledge, team: ledger)"), []],
  ["a competency alone", withTag("(gap: messaging.backpressure)"), []],
  ["words in brackets", withTag("(a gap: nobody knew)"), []],
  ["nothing", withTag("(gap:)"), ["3:26 Unexpected gap tag `(gap:)`"]],
  [
    "a part that no tag has",
    withTag("(gap: messaging.backpressure, severity: P1)"),
    ["3:26 Unexpected gap tag `(gap: messaging.backpressure, severity: P1)`"],
  ],
  [
    "a phase that is none",
    withTag("(gap: messaging.backpressure, knowledge, phase: repair)"),
    [
      "3:74 Unexpected phase `repair` in a gap tag, expected one of detect, diagnose, mitigate, resolve",
    ],
  ],
  ...[
    "(gap messaging.backpressure, knowledge)",
    "[gap: messaging.backpressure, knowledge]",
    "(gaps: messaging.backpressure, knowledge)",
    "(gap - messaging.backpressure, knowledge)",
    "(gap – messaging.backpressure, knowledge)",
    "(gap= messaging.backpressure, knowledge)",
    "(Skill gap: messaging.backpressure, knowledge)",
    "{gap: messaging.backpressure, knowledge}",
    "gap: messaging.backpressure, knowledge",
    "(gpa: messaging.backpressure, knowledge)",
    "(gapp: messaging.backpressure, knowledge)",
    "(gap: messaging.backpressure; knowledge)",
    "(gap: messaging.backpressure | knowledge)",
    "（gap：messaging.backpressure, knowledge）",
    "(gap: messaging.backpressure knowledge)",
    "(gap: knowledge, messaging.backpressure)",
    "(gap:: messaging.backpressure, knowledge)",
    "(gap: messaging.backpressure / knowledge)",
    "(gap: competency=messaging.backpressure, kind=knowledge)",
    '(gap: "messaging.backpressure", knowledge)',
    "(gap: messaging.backpressure, kind knowledge)",
    "[gap: knowledge messaging.backpressure]",
  ].map((tag): [string, string, readonly string[]] => [
    tag,
    withTag(tag),
    [`3:26 Unexpected gap tag \`${tag}\`, expected \`(gap: messaging.backpressure, knowledge)\``],
  ]),
  [
    "another bracket around a misspelt competency",
    withTag("[gap: mesaging.backpressure]"),
    ["3:26 Unexpected gap tag `[gap: mesaging.backpressure]`"],
  ],
  ["a gap in prose", withTag("(a gap between two rows)"), []],
  ["gaps in prose", withTag("(gaps - we saw many of them)"), []],
  ["another word of three letters", withTag("(map: messaging.topics)"), []],
  ["code", "```\n[gap: messaging.backpressure]\n```\n", []],
  [
    "a bracket that is not closed",
    withTag("(gap: messaging.backpressure"),
    ["3:26 Unexpected end of gap tag"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("gap-tag-syntax", document)).toEqual(expected);
});

test.each([
  ["(gap: messaging.backpressure, knowledge, payments)", "team: payments"],
  ["(gap: messaging.backpressure, knowledge, teams: payments)", "team: payments"],
  ["(gap: messaging.backpressure, knowledge, who: payments)", "team: payments"],
  ["(gap: messaging.backpressure, knowledge, diagnose)", "phase: diagnose"],
])("%s is read, and its last part named", (tag, part) => {
  const [finding] = lintDocument("gap-tag-syntax", withTag(tag));
  expect(finding).toContain(`expected \`(gap: messaging.backpressure, knowledge, ${part})\``);
  expect(lintDocument("unknown-competency", withTag(tag))).toEqual([]);
});

test.each([
  ["diagnosing", "Did you mean `diagnose`?"],
  ["detection", "Did you mean `detect`?"],
  ["repair", "Write it as `(gap: competency, kind, team: …, phase: …)`."],
])("the phase %s: %s", (phase, hint) => {
  const tag = `(gap: messaging.backpressure, knowledge, phase: ${phase})`;
  expect(lintHints("gap-tag-syntax", withTag(tag))).toEqual([hint]);
});

test("a term of the taxonomy behind the bare keyword is a tag, other words are none", () => {
  expect(lintDocument("gap-tag-syntax", withTag("Gap: consumer lag"))).toEqual([
    "3:26 Unexpected gap tag `Gap: consumer lag`, expected `(gap: consumer lag)`",
  ]);
  expect(lintDocument("gap-tag-syntax", withTag("The gap: nobody had looked."))).toEqual([]);
});
