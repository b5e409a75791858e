import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

/** The headings of a body as "line kind heading". */
function kindsOf(text: string): readonly string[] {
  return read(text).sections.map(({ kind, heading, range }) => {
    return `${range.start.line} ${kind ?? "-"} ${heading}`;
  });
}

test.each<[kind: string, headings: readonly string[]]>([
  ["summary", ["Problem Statement", "1. Synopsis", "Context", "What happened and when?"]],
  ["impact", ["Affected Systems", "Impact Analysis", "📉 Symptoms", "Scope"]],
  ["detection", ["Discovery", "How was it discovered?", "Detection Analysis"]],
  ["timeline", ["Incident Chronology", "Minute by Minute", "Debugging story", "How we found it"]],
  [
    "cause",
    ["5 Whys", "Five Why's", "RCA", "Underlying Problem", "Why It Broke", "How it came to this"],
  ],
  [
    "factors",
    [
      "Contributing conditions",
      "What could we have done better?",
      "What didn’t work",
      "What Needs Improvement",
      "Opportunities for Improvement",
      "The Bad",
      "What confused us",
      "Why nobody noticed",
      "Knowledge gaps",
    ],
  ],
  ["resolution", ["Mitigations", "Resolution and Recovery", "Immediate actions taken", "Solution"]],
  ["went-well", ["What helped", "Wins", "What did we do well?"]],
  ["lucky", ["Where we were lucky"]],
  ["learnings", ["Lesson", "Key Takeaways", "Final Thoughts", "Postmortem"]],
  [
    "actions",
    [
      "Preventative Measures",
      "Corrective & Preventive Actions",
      "Remediation and Prevention",
      "What's next?",
      "What we will do differently",
      "Going forward",
      "Followup",
      "Countermeasures",
      "Remediation plan",
    ],
  ],
  ["questions", ["Q&A", "Questions & Answers"]],
  ["people", ["Incident Team", "Roles", "Sign-off"]],
  ["stats", ["Response Time"]],
])("a heading of kind %s", (kind, headings) => {
  const text = headings.map((heading) => `## ${heading}\n\nText.\n`).join("\n");
  expect(kindsOf(`# Search is down\n\n${text}`).slice(1)).toEqual(
    headings.map((heading, index) => `${3 + index * 4} ${kind} ${heading}`),
  );
});

test("words that are a heading only by themselves do not make one of a longer heading", () => {
  expect(kindsOf("# A\n\n## Roles of the queue\n\n## Solution architecture\n")).toEqual([
    "1 - A",
    "3 - Roles of the queue",
    "5 - Solution architecture",
  ]);
});

test("within the actions, detection and mitigation only group them", () => {
  const text =
    "## Detection\n\nAn alert.\n\n## Action items\n\n### Detection\n\n- Alert on lag\n\n### Mitigation\n\n- Roll back at once\n\n### What we learned\n\nMuch.\n";
  expect(kindsOf(text)).toEqual([
    "1 detection Detection",
    "5 actions Action items",
    "7 actions Detection",
    "11 actions Mitigation",
    "15 learnings What we learned",
  ]);
  expect(read(text).actions.map(({ title }) => title.value)).toEqual([
    "Alert on lag",
    "Roll back at once",
  ]);
});

test("plain lines are headings where they are called as parts are", () => {
  const text =
    "# A\n\nWhat didn't go well\n\n- No limit\n\nThe five whys of it\n\n- Why\n\nOther matters\n\n- Paint\n\nImpact: all users\n\n- all\n";
  const kinds = read(text).sections.map(({ kind, heading }) => `${kind} ${heading}`);
  expect(kinds).toEqual([
    "null A",
    "factors What didn't go well",
    "cause The five whys of it",
    "null Other matters",
  ]);
  expect(read("# A\n\nOther matters\n\n- Paint\n").sections.length).toBe(1);
});

test("a contributing factor is a row of a table, not each of its cells, nor what introduces it", () => {
  const text =
    "## Contributing factors\n\nThese conditions met:\n\n| # | Factor | Effect |\n|--|--|--|\n| 1 | No limit on workers | The host swapped |\n| 2 | No alert on swap | Nobody knew |\n";
  const factors = read(text).factors.map(({ value, source }) => {
    return `${source.range.start.line}:${source.range.start.column} ${value}`;
  });
  expect(factors).toEqual(["7:7 No limit on workers", "8:7 No alert on swap"]);
});

test("questions on the cause that group contributing factors are of them", () => {
  const text =
    "## Contributing factors\n\n**Why did it happen?**\n\n- No limit on workers\n\n**Why did it take so long?**\n\n- No alert on swap\n";
  expect(read(text).factors.map(({ value }) => value)).toEqual([
    "No limit on workers",
    "No alert on swap",
  ]);
});

test("a quoted question that names a part is its heading, as in the answer to a mail", () => {
  const text =
    "Hi all,\n\n> How did we find out?\n\nAn alert called us.\n\n> Why could it happen?\n\n- Nobody knew\n\n> What a day?\n";
  expect(kindsOf(text)).toEqual([
    "1 - ",
    "3 detection How did we find out?",
    "7 factors Why could it happen?",
  ]);
});

test("items that are called causes hold what led to an incident, where they hold several", () => {
  const outline = (causes: string) =>
    `- ## Log\n\t- 08:15 down\n- ## Causes\n${causes}- ## Lessons\n\t- Look twice\n`;
  const several = outline("\t- The limit is in a file\n\t- Nobody knew the graph\n");
  expect(read(several).factors.map(({ value }) => value)).toEqual([
    "The limit is in a file",
    "Nobody knew the graph",
  ]);
  expect(read(outline("\t- software\n")).factors).toEqual([]);
});
