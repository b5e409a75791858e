import { describe, expect, test } from "vitest";
import type { EditionSource } from "../../src/share/define.ts";
import { EDITIONS } from "../../src/share/index.ts";
import { itemsOf } from "../../src/share/parts.ts";
import { plainText } from "../../src/share/text.ts";
import { timelinePicture } from "../../src/share/timeline-picture.ts";
import { withoutPrompts } from "../../src/share/without-prompts.ts";
import { CONTEXT, read } from "../support/context.ts";

const TEXT = `---
title: Mails <late> again
times:
  started: 2026-03-01T23:00:00Z
  detected: 2026-03-01T23:38:00Z
  resolved: 2026-03-02T01:02:00Z
gaps:
  - competency: messaging.backpressure
    kind: knowledge
    evidence: Nobody knew why the queue grew.
actions:
  - { title: Limit retries, owner: mail, status: done }
  - { title: Alert on age, owner: mail, due: 2026-04-01, status: open }
  - { title: Buy a broker, status: dropped }
---

## Summary

Mails were *late*. <!-- how late? -->

## Timeline

| Time | Event |
|---|---|
| 2026-03-01 23:00 | The queue grows |
| 2026-03-02 01:02 | It is empty. |

## Contributing factors

- No limit for retries.

## What we learned

- Retries are load,
  not a remedy.
- Age is a signal.
`;

function made(name: string, text = TEXT, more: Partial<EditionSource> = {}): string {
  const edition = EDITIONS.find((one) => one.name === name);
  if (!edition) throw new Error(name);
  const source = withoutPrompts({
    postmortem: read(text, ["everything"]),
    text,
    taxonomy: CONTEXT.taxonomy,
    redact: (one) => one,
    isPlaceholder: (one) => one === "TBD",
    findLeaks: () => [],
    link: "docs/late.md",
    timeZone: "UTC",
    ...more,
  });
  return edition.render(source).text;
}

describe("gap tags, which say nothing to readers outside", () => {
  const TAGGED = TEXT.replace(
    "- Retries are load,\n  not a remedy.\n- Age is a signal.",
    `- Retries are load. (gap: messaging.backpressure, knowledge, team: merchant, phase: diagnose)
- (gap: messaging.backpressure) Age is a signal.
- Age was hidden [gap: messaging.backpressure, knowledge], and (gap: backpressure) nobody asked.
- (gap: messaging.backpressure)

| What | Why |
|---|---|
| Lag (GAP: messaging.backpressure) | It grew |

A paragraph
(gap: messaging.backpressure,
knowledge)
goes on (a gap of 3 minutes).`,
  );
  const LEFT = `- Retries are load.
- Age is a signal.
- Age was hidden, and nobody asked.

| What | Why |
|---|---|
| Lag | It grew |

A paragraph
goes on (a gap of 3 minutes).`;

  test.each(EDITIONS.map(({ name }) => [name] as const))("%s has none", (name) => {
    expect(made(name, TAGGED)).not.toMatch(/gap:/iu);
  });

  test("the text around them stays, and the public edition counts them", () => {
    expect(made("public", TAGGED)).toContain(LEFT);
    const [, , edition] = EDITIONS;
    const source = {
      ...{ postmortem: read(TAGGED, ["everything"]), text: TAGGED, taxonomy: CONTEXT.taxonomy },
      ...{ redact: (one: string) => one, isPlaceholder: () => false, findLeaks: () => [] },
      ...{ link: "", timeZone: "UTC" },
    };
    expect(edition.render(source).removed).toHaveLength(7);
  });
});

describe("editions of one postmortem", () => {
  test("card: a title, the summary, learnings, and the actions as tasks", () => {
    expect(made("card")).toBe(`# Postmortem – Learning: Mails \\<late> again

Mails were *late*.

Postmortem: \`docs/late.md\`

## Learnings

- Retries are load, not a remedy.
- Age is a signal.
- Missing: Backpressure (knowledge)

## Actions

- [x] Limit retries (mail, done)
- [ ] Alert on age (mail, due 2026-04-01, open)
`);
  });

  test("story: times as prose, learnings in bold", () => {
    expect(made("story")).toBe(`# Mails \\<late> again

It began on 1 March 2026 at 23:00 (UTC). It was noticed after 38 min; it was over after 2 h 2 min.

Mails were *late*.

## What happened

At 23:00: The queue grows.

At 01:02 on 2 March 2026: It is empty.

## Why

No limit for retries.

## What we learned

**Retries are load, not a remedy.**

**Age is a signal.**

## What was missing

Backpressure (knowledge): Nobody knew why the queue grew.

## What we do about it

Limit retries (mail, done)

Alert on age (mail, due 2026-04-01, open)

Buy a broker (dropped)
`);
  });

  // What a template asks for, what a form leaves empty, and what nobody has filled in.
  const UNFILLED = [
    ...["[What broke, for whom?]", "<describe the impact>", "{{summary}}", "_No response_"],
    ...["TBD", "-", "- ", "- TBD", "- [ ] TBD", "1. TBD", "> TBD", "| | |", "***"],
  ];

  test.each(UNFILLED)("no edition tells what stands only for words to come: %j", (line) => {
    const text = `---\ntitle: T\ntimes: { started: 2026-03-01T23:00Z }\n---\n\n## Summary\n\n${line}\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 23:10 | TBD |\n\n## What we learned\n\n${line}\n`;
    expect(made("story", text)).toBe("# T\n\nIt began on 1 March 2026 at 23:00 (UTC).\n");
    expect(made("card", text)).toBe("# Postmortem – Learning: T\n\nPostmortem: `docs/late.md`\n");
  });

  test("nor factors, actions, owners, dates and events of which nobody knows more", () => {
    const text = `# T

## Timeline

| Time | Event |
|---|---|
| 23:10 | Detected: TBD |
| 23:20 | |
| 23:30 | Mails wait |

## Contributing factors

- [Factor one]
- TBD
- No limit.

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Limit retries | TBD | [date] | open |
| [Action] | mail | | open |
`;
    const story = made("story", text);
    expect(story).not.toMatch(/TBD|\[/u);
    expect(story).toContain("23:30: Mails wait.\n\n## Why\n\nNo limit.\n");
    expect(story).toContain("## What we do about it\n\nLimit retries (open)\n");
  });

  test("words in brackets, a table and a rule stay", () => {
    const told = "See [the page](a.md).\n\n| a | b |\n|---|---|\n| 1 | |\n\nA [sic] B.";
    const text = `---\ntitle: T\n---\n\n## Summary\n\n${told}\n`;
    expect(made("story", text)).toBe(`# T\n\n${told}\n`);
  });

  test("slides: the key learning first, one thing a slide", () => {
    expect(made("slides")).toBe(`---
marp: true
paginate: true
---

# Mails \\<late> again

Key learning: Retries are load, not a remedy.

---

# More learnings

- Age is a signal.

---

# When

- It began on 1 March 2026 at 23:00 (UTC)
- After 38 min it was noticed
- After 2 h 2 min it was over

---

# Contributing factors

- No limit for retries.

---

# What was missing

- Backpressure (knowledge)

---

# Actions

- ✓ Limit retries (mail, done)
- Alert on age (mail, due 2026-04-01, open)
- Buy a broker (dropped)
`);
  });

  test("card: where the code is, as far as the taxonomy says so", () => {
    const service = { name: "Mail", description: "", aliases: [], owner: "mail" };
    const repository = "https://git.example.com/mail";
    const services = [
      { ...service, id: "mail", repository },
      { ...service, id: "queue" },
    ];
    const taxonomy = { ...CONTEXT.taxonomy, services };
    const text = made("card", "---\nservices: [mail, queue]\n---\n# T\n", { taxonomy });
    expect(text).toContain("\n\nCode: [Mail](<https://git.example.com/mail>)\n");
  });

  test("slides: the picture of the timeline, where it lies beside them", () => {
    const text = made("slides", TEXT, { picture: "late timeline.svg" });
    expect(text).toContain(
      "# When\n\n![Timeline: started 23:00, detected 23:38, resolved 01:02.](<late timeline.svg>)\n\n- It began",
    );
  });

  test("slides: the stretch in which the cause was looked for", () => {
    const times =
      "started: 2026-03-01T10:00Z, detected: 2026-03-01T10:05Z, diagnosed: 2026-03-01T11:20Z";
    const document = read(`---\ntimes: { ${times} }\n---\n# T\n`, ["everything"]);
    const picture = timelinePicture(document, "Europe/Berlin");
    expect(picture?.marks.map(({ what, clock }) => `${what} ${clock}`)).toEqual([
      "started 11:00",
      "detected 11:05",
      "diagnosed 12:20",
    ]);
    expect(picture?.diagnosing?.text).toBe("looking for the cause: 1 h 15 min");
    expect(timelinePicture(read("# T\n", ["everything"]), "UTC")).toBeNull();
  });

  test("slides: at most seven lines a slide", () => {
    const items = Array.from({ length: 9 }, (_, index) => `- factor ${index + 1}`).join("\n");
    const text = made("slides", `# T\n\n## Contributing factors\n\n${items}\n`);
    expect(text).toContain("# Contributing factors (1 of 2)\n\n- factor 1\n");
    expect(text).toContain("# Contributing factors (2 of 2)\n\n- factor 8\n- factor 9\n");
  });

  test.each(EDITIONS.map(({ name }) => name))("%s of a document without a word", (name) => {
    expect(made(name, "")).toMatch(/^(?:---\nmarp: true\npaginate: true\n---\n\n)?# \S.*\n/);
  });
});

test.each([
  ["- a\n- b\n  c", ["a", "b c"]],
  ["Two things:\n\n1. a\n2. b", ["a", "b"]],
  ["One.\n\nTwo\nmore.", ["One.", "Two more."]],
  ["", []],
])("items of %j", (text, items) => {
  expect(itemsOf(text)).toEqual(items);
});

test.each([
  ["# a", "\\# a"],
  ["1. a", "1\\. a"],
  ["a_b *c* `d` <e> f|g", "a\\_b \\*c\\* \\`d\\` \\<e> f\\|g"],
  ["[a](b)", "[a\\](b)"],
  ["&lt; & co", "\\&lt; & co"],
  ["a\n\n- b", "a - b"],
])("%j as plain text", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});
