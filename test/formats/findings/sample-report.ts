import type { Finding } from "../../../src/core/finding.ts";
import type { LintReport } from "../../../src/core/output/lint-report.ts";
import type { RenderOptions } from "../../../src/core/output/render-options.ts";
import { FILE_START, type Point, type Range } from "../../../src/core/position.ts";

/** A options that adds nothing of its own. */
export const PLAIN: RenderOptions = { color: false, width: null };

type Place = readonly [line: number, column: number, offset: number];

function point([line, column, offset]: Place): Point {
  return { line, column, offset };
}

/** The range between two places. */
export function range(start: Place, end: Place): Range {
  return { start: point(start), end: point(end) };
}

/** A finding with what a test does not care about filled in. */
export function finding(part: Partial<Finding>): Finding {
  return {
    ruleId: "sample-rule",
    level: "error",
    path: "a.md",
    range: FILE_START,
    message: "Unexpected sample",
    hint: null,
    fix: null,
    fingerprint: "0f0f0f0f0f0f0f0f",
    ...part,
  };
}

/** A report with what a test does not care about filled in. */
export function lintReport(part: Partial<LintReport>): LintReport {
  return { findings: [], files: [], texts: new Map(), rules: [], version: "1.2.3", ...part };
}

const CHECKOUT = "postmortems/2026-03-14-checkout.md";
const DRAFT = "postmortems/draft, 100%.md";
const TYPO = range([5, 17, 64], [5, 38, 85]);

/** Two files with three findings: over two lines and without hint, with a fix, of a whole file. */
export const SMALL_REPORT: LintReport = lintReport({
  findings: [
    finding({
      ruleId: "gap-evidence",
      level: "warning",
      path: CHECKOUT,
      range: range([5, 5, 52], [6, 20, 105]),
      message: "Missing evidence for the gap `messaging.backpresure`",
      fingerprint: "a1a1a1a1a1a1a1a1",
    }),
    finding({
      ruleId: "unknown-competency",
      path: CHECKOUT,
      range: TYPO,
      message: "Unexpected competency `messaging.backpresure`",
      hint: "Did you mean `messaging.backpressure`?",
      fix: [{ range: TYPO, text: "messaging.backpressure" }],
      fingerprint: "b2b2b2b2b2b2b2b2",
    }),
    finding({
      ruleId: "required-facts",
      path: DRAFT,
      message: "Missing `title` in the frontmatter",
      hint: "Say what happened, in a few words.",
      fingerprint: "c3c3c3c3c3c3c3c3",
    }),
  ],
  files: [CHECKOUT, DRAFT],
  texts: new Map([
    [
      CHECKOUT,
      `---
title: Checkout stalled
status: final
gaps:
  - competency: messaging.backpresure
    kind: knowledge
---
`,
    ],
    [DRAFT, "---\nstatus: draft\n---\n"],
  ]),
  rules: [
    {
      id: "gap-evidence",
      level: "warning",
      summary: "Every gap has evidence.",
      why: "A gap without evidence is an opinion.",
      helps: "`pm gaps` quotes the evidence.",
    },
    {
      id: "required-facts",
      level: "error",
      summary: "Some facts are always there.",
      why: "Every report needs them.",
      helps: "The incident is counted.",
    },
    {
      id: "unknown-competency",
      level: "error",
      summary: "Competencies are in the taxonomy.",
      why: "Two spellings are two rows.",
      helps: "The gap is counted where it belongs.",
    },
  ],
});

/** Two files without findings. */
export const CLEAN_REPORT: LintReport = lintReport({ files: ["a.md", "b.md"] });
