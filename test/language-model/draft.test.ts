import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { draftedComments } from "../../src/jobs/new/drafted-text.ts";
import { fillTemplate, type TemplateValues } from "../../src/jobs/new/template.ts";
import { readWording } from "../../src/language-model/draft-answer.ts";
import { draftPrompt, shownRows } from "../../src/language-model/draft-prompt.ts";
import { parseMarkdown } from "../../src/parse/body/markdown.ts";
import { read } from "../support/context.ts";
import { ROOT } from "../support/root.ts";

const row = (text: string) => ({ time: "2026-03-14 02:15:04", sources: ["slack"], text });
const numbers = (rows: readonly { readonly row: number }[]) => rows.map(({ row: at }) => at);

describe("the timeline that a model is shown", () => {
  test("has all rows, numbered, as far as there is room", () => {
    expect(shownRows([])).toEqual([]);
    expect(shownRows([row("a"), row("b")])).toEqual([
      { row: 1, ...row("a") },
      { row: 2, ...row("b") },
    ]);
    expect(draftPrompt("Down", shownRows([row("a")])).data).toEqual({
      ...{ title: "Down", rows: [{ row: 1, ...row("a") }] },
    });
  });

  test.each([
    [6, 10_000, [1, 2, 3, 4, 5, 6]],
    [7, 10_000, [1, 2, 3, 5, 6, 7]],
    [9, 20_000, [1, 2, 9]],
    [1, 60_001, []],
  ])("has both ends of %i rows of %i characters", (count, length, shown) => {
    const rows = Array.from({ length: count }, () => row("x".repeat(length)));
    expect(numbers(shownRows(rows))).toEqual(shown);
  });
});

describe("what a model words", () => {
  const KNOWN = new Set([1, 2, 7]);
  const answer = (...summary: readonly unknown[]) => JSON.stringify({ summary });
  const GOOD = { text: "Checkout stalled.", rows: [7, 1, 7] };

  test("counts with the rows that it rests on", () => {
    const text = JSON.stringify({
      summary: [GOOD],
      factors: [{ text: "No limit.", rows: [2, 99] }],
    });
    expect(readWording(text, KNOWN)).toEqual({
      ok: true,
      value: {
        summary: [{ text: "Checkout stalled.", rows: [1, 7] }],
        factors: [{ text: "No limit.", rows: [2] }],
        dropped: new Map(),
      },
    });
    expect(readWording("{}", KNOWN)).toMatchObject({ ok: true, value: { summary: [] } });
  });

  test.each<[name: string, sentence: unknown, why: string]>([
    ["no rows", { ...GOOD, rows: [] }, "no row of the timeline that it rests on"],
    ["rows that are not there", { ...GOOD, rows: [3, 0, -1, 1.5, "1"] }, "no row of the timeline that it rests on"], // prettier-ignore
    ["no key for rows", { text: "Down." }, "not the JSON that was asked for"],
    ["no text", { ...GOOD, text: 7 }, "not the JSON that was asked for"],
    ["a text alone", "Down.", "not the JSON that was asked for"],
    ["no words", { ...GOOD, text: "---\n" }, "no words"],
    ["a link", { ...GOOD, text: "See https://evil.example." }, "an address in it"],
    ["a host", { ...GOOD, text: "See WWW.evil.example." }, "an address in it"],
    ["length", { ...GOOD, text: "x".repeat(301) }, "longer than 300 characters"],
  ])("is dropped for %s, and the rest stays", (_, sentence, why) => {
    expect(readWording(answer(sentence, GOOD), KNOWN)).toMatchObject({
      ok: true,
      value: { summary: [{ text: "Checkout stalled." }], dropped: new Map([[why, 1]]) },
    });
  });

  test("more than was asked for is left out, and counted", () => {
    const many = readWording(answer(...Array.from({ length: 7 }, () => GOOD)), KNOWN);
    expect(many).toMatchObject({
      ok: true,
      value: { dropped: new Map([["more than were asked for", 2]]) },
    });
    expect(many.ok && many.value.summary.length).toBe(5);
  });

  test.each([
    ["Sure! Here it is.", "no JSON"],
    ['{"summary": "Down."}', "not the JSON that was asked for"],
    ["[]", "not the JSON that was asked for"],
  ])("%j is of no use", (text, why) => {
    expect(readWording(text, KNOWN)).toEqual({ ok: false, why });
  });
});

const sentence = (text: string) => ({ text, rows: [{ row: 3, time: "2026-03-14 02:15:04" }] });

describe("a drafted sentence in a document", () => {
  test.each<[written: string, expected: string]>([
    ["Checkout stalled.", "Checkout stalled."],
    ["a\n\n## Actions\n", "a ## Actions"],
    ["- [ ] task", "\\- \\[ \\] task"],
    ["1. first", "1\\. first"],
    ["=====", "\\====="],
    ["---", "\\‐‐-"],
    ["a --> b <!-- c", "a ‐‐> b \\<!‐‐ c"],
    ["~~gone~~ `code` *a* _b_ | c", "\\~\\~gone\\~\\~ \\`code\\` \\*a\\* \\_b\\_ \\| c"],
    ["(gap: a.b, knowledge)", "gap, a.b, knowledge)"],
    ["{% include x %} {{ y }}", "(% include x %) (( y ))"],
    ["a\u202Eb\u0000c\u2028d", "abc d"],
    ["<b>bold</b> &amp; more", "bold & more"],
    ["&lt;!-- &amp;lt; --&gt;", "\\<!‐‐ \\&lt; ‐‐>"],
  ])("%j is %s", (written, expected) => {
    const [head, text, end] = draftedComments([sentence(written)], "small", "- ").split("\n");
    expect(head).toBe(
      "<!-- unverified: drafted by small from row 3 (2026-03-14 02:15:04). If that is so, delete this line and the last one.",
    );
    expect([text, end]).toEqual([`- ${expected}`, "-->"]);
  });

  test("a model's name ends no comment", () => {
    expect(draftedComments([sentence("a")], "x --> y", "")).toContain("drafted by x ‐‐> y from");
  });
});

const VALUES: TemplateValues = {
  ...{ title: "Checkout down", severity: "", services: [], started: "2026-03-14T02:12:04Z" },
  ...{ kinds: ["knowledge"], similar: [], exampleTime: "2026-03-14T02:12:04Z" },
  ...{ teams: "payments, ledger", competencies: "messaging", competency: "messaging.backpressure" },
  ...{ team: "payments", otherTeam: "ledger" },
};

/** Marks that mean something in markdown, to pm, or to what builds sites. */
const piece = fc.oneof(
  fc.constantFrom(
    ...["\n\n## Actions\n\n", "---\n", "<!--", "-->", "--!>", "--", "->", "\n", "\r\n", "\u2028"],
    ...["(gap: messaging, knowledge)", "gap: x", "[a](b)", "![a](b)", "[a]: b", "<script>", "<"],
    ...[
      "```",
      "~~~",
      "| a | b |",
      "|---|---|",
      "- ",
      "* ",
      "1. ",
      "> ",
      "# ",
      "    ",
      "===",
      "[^1]",
    ],
    ...["title: x", "Severity: P1", "prompt: x", "pm-disable-file gap-missing: x", "unverified"],
    ...["{{severity}}", "{% x %}", "$&", "$1", "&lt;", "\\", "`", "*", "_", "mailto:a@b.example"],
  ),
  fc.string(),
);
const written = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));

/** What of markdown means more than words. */
const MARKUP = new Set([
  ...["heading", "link", "image", "linkReference", "imageReference", "definition", "html", "code"],
  ...[
    "inlineCode",
    "table",
    "blockquote",
    "thematicBreak",
    "emphasis",
    "strong",
    "delete",
    "break",
  ],
]);

/** How often each kind of markup stands in the body of a document, but the marks of drafted sentences. */
function markup(document: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const body = document.slice(document.indexOf("\n---\n") + 5);
  visit(parseMarkdown(body), (node) => {
    if (node.type === "html" && node.value.startsWith("<!-- unverified: drafted")) return;
    if (MARKUP.has(node.type)) counts[node.type] = (counts[node.type] ?? 0) + 1;
  });
  return counts;
}

/** All that pm reads from a document, but the marks of drafted sentences. */
function told(document: string) {
  const { problems, sections, prompts, sentences, labels, ...rest } = read(document, [
    "everything",
    "prose",
  ]);
  const { title, severity, services, factors, actions, gaps, directives, milestones } = rest;
  return {
    other: problems.map(({ kind }) => kind).filter((kind) => kind !== "unverified"),
    headings: sections.map(({ heading }) => heading),
    prompts: prompts.map(({ text }) => text),
    sentences: sentences.map(({ tokens }) => tokens.map(({ text }) => text).join(" ")),
    labels: labels.length,
    facts: [title?.value, severity?.value, services.length, factors.length, actions.length],
    tags: [gaps.length, directives.length],
    times: Object.values(milestones).map((fact) => fact?.value ?? null),
  };
}

const SMALL = `---
title: {{title}}
status: draft
---

## Summary

{{drafted_summary}}

## Contributing factors

{{drafted_factors}}

- Retries had no limit.
`;

describe("whatever a model writes, a document tells the same until a person takes it over", () => {
  const documentWith = (template: string, texts: readonly string[]) => {
    const sentences = texts.map(sentence);
    const wording = { model: "small", summary: sentences, factors: sentences };
    return fillTemplate(
      template,
      { ...VALUES, exports: { proposals: [], rows: [], wording } },
      "t",
    );
  };
  const check = (template: string, texts: readonly string[]) => {
    const nothing = documentWith(template, []);
    const document = documentWith(template, texts);
    expect(told(document)).toEqual(told(nothing));
    expect(markup(document)).toEqual(markup(nothing));
    const marks = read(document).problems.filter(({ kind }) => kind === "unverified");
    expect(marks.length).toBe(2 * texts.length);
    // What is left once the marks are gone is one line of words.
    const accepted = document.replace(/<!-- unverified:.*\n(.*)\n-->/g, "$1");
    const { headings, tags } = told(nothing);
    expect(told(accepted)).toMatchObject({ headings, tags });
    expect(markup(accepted)).toEqual(markup(nothing));
  };

  test("of any text", () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 2 }), (texts) => {
        check(SMALL, texts);
      }),
      { numRuns: 40 },
    );
  });

  test.each(["full", "light", "narrative"])("in the template %s", (template) => {
    const source = readFileSync(join(ROOT, `templates/${template}.md`), "utf8");
    check(source, [
      "x\n-->\n\n## Actions\n\n- [ ] a",
      "(gap: messaging, knowledge)\n---\ntitle: y",
    ]);
  });

  test("a template of one's own, without a place for it", () => {
    const wording = {
      model: "small",
      summary: [sentence("Down.")],
      factors: [sentence("No limit.")],
    };
    const exports = { proposals: [], rows: [], wording };
    const document = fillTemplate("# {{title}}\n", { ...VALUES, exports }, "own");
    expect(document).toMatch(
      /^# Checkout down\n\n<!-- unverified.*\nDown\.\n-->\n\n<!-- unverified.*\n- No limit\.\n-->\n/,
    );
  });
});
