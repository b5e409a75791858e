import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";

const FRONTMATTER = `---
title: Parcels are not labelled
date: 2026-03-14T08:00:00Z
resolved: true
---
`;

function rowsOf(body: string): readonly (readonly [string, string])[] {
  const file = { path: "a.md", text: `${FRONTMATTER}Labels were not printed.\n\n${body}\n` };
  const { timeline } = parsePostmortem(file, CONTEXT, ["everything"]);
  return (timeline?.rows ?? []).map(({ at, text }) => [
    at === null ? "" : new Date(at).toISOString().slice(11, 16),
    text,
  ]);
}

const container = (head: string, text: string) => `::: update ${head}\n${text}\n:::`;

test.each([
  [
    "in containers, each with its state and time as its title, the last first",
    [
      container("Resolved | 2026-03-14T09:30:00.693Z", "Labels are printed again."),
      container("Workaround | 2026-03-14T08:40Z", "Print from the desk."),
      container("Notified | 2026-03-14T08:05Z", "A client called."),
    ],
    [
      ["08:05", "Notified – A client called."],
      ["08:40", "Workaround – Print from the desk."],
      ["09:30", "Resolved – Labels are printed again."],
    ],
  ],
  [
    "below headings with the state and the time",
    [
      "## Identified – 2026-03-14 08:10 UTC\n\nThe spool is full.",
      "## Resolved – 2026-03-14 09:30 UTC\n\nIt is empty again.",
    ],
    [
      ["08:10", "Identified – The spool is full."],
      ["09:30", "Resolved – It is empty again."],
    ],
  ],
  [
    "below headings that say who posts, which is no part of what happened",
    [
      "## Posted by the desk at 2026-03-14 08:10 UTC\n\nThe spool is full.",
      "## Posted by the desk at 2026-03-14 09:30 UTC\n\nIt is empty again.",
    ],
    [
      ["08:10", "The spool is full."],
      ["09:30", "It is empty again."],
    ],
  ],
  [
    "as paragraphs, a line with the state and the time above each",
    [
      "Identified | 2026-03-14 08:10 UTC\nThe spool is full.",
      "Monitoring | 2026-03-14 08:50 UTC\nIt was emptied.",
      "Resolved | 2026-03-14 09:30 UTC\nIt stays empty.",
    ],
    [
      ["08:10", "Identified: The spool is full."],
      ["08:50", "Monitoring: It was emptied."],
      ["09:30", "Resolved: It stays empty."],
    ],
  ],
  [
    "below times that stand alone, with rules between them",
    [
      "2026-03-14 09:30 UTC\n\nIt stays empty.\n\n---",
      "2026-03-14 08:50 UTC\n\nIt was emptied.\n\nWe watch it.\n\n---",
      "2026-03-14 08:10 UTC\n\nThe spool is full.",
    ],
    [
      ["08:10", "The spool is full."],
      ["08:50", "It was emptied. We watch it."],
      ["09:30", "It stays empty."],
    ],
  ],
])("posts %s", (_, posts, rows) => {
  expect(rowsOf(posts.join("\n\n")).toSorted()).toEqual(rows);
});

test.each([
  ["two times alone are no posts", ["08:10 UTC\n\nFull.", "08:50 UTC\n\nEmptied."]],
  [
    "fields of a form, each below its name",
    ["Opened\n08:10 UTC\n\nFirst answer\n08:50 UTC\n\nClosed\n09:30 UTC\n\nLast change"],
  ],
  ["containers without times", [container("Note", "Full."), container("Tip", "Empty it.")]],
])("%s", (_, posts) => {
  expect(rowsOf(posts.join("\n\n"))).toEqual([]);
});
