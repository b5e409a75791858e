import type { Chart, Report } from "../../../src/core/table.ts";
import { column, report, section } from "./sample-reports.ts";

/** Texts that have broken some format of some tool before. */
export const HOSTILE = {
  pipe: "a | b \\| c",
  quote: 'say "this", then that',
  newline: "one\ntwo\u2028three",
  "carriage return": "one\r\ntwo\rthree",
  "equals formula": "=1+1",
  "plus formula": "+1",
  "minus formula": "-2+3",
  "at formula": "@SUM(1)",
  "formula behind a tab": "\t=1+1",
  "escape sequence": "\u001b[31mred\u001b]0;title\u0007",
  "8-bit control": "\u009b31m",
  "bidi override": "\u202egnp.exe\u202c \u2066x\u2069",
  "zero-width": "pay\u200bload\ufeff",
  "lone surrogate": "half \ud800 pair",
  markup: "# *a* _b_ `c` ~~d~~ <b>e</b> <!-- f --> [g](h) &amp; \\",
  emoji: "🔥 on fire 👍🏽",
  wide: "決済が停止しました",
  empty: "",
} as const;

/** A report with such a text in every place that has one. */
export const HOSTILE_REPORT: Report = report({
  title: HOSTILE["escape sequence"],
  subtitle: HOSTILE["bidi override"],
  sections: [
    section({
      title: HOSTILE["carriage return"],
      columns: [
        column({ key: "name", label: "Name" }),
        column({ key: "text", label: "Text" }),
        column({ key: "texts", label: "Texts", type: "list", priority: 2 }),
        column({ key: "amount", label: "Amount", type: "count" }),
        column({ key: "path", label: "Path", isPath: true }),
        column({ key: "size", label: "Size", type: "count" }),
        column({ key: "paths", label: "Paths", type: "list", isPath: true }),
      ],
      rows: Object.entries(HOSTILE).map(([name, text]) => {
        return [name, text, [text, text], -1, text, 2, [text, text]];
      }),
      notes: [HOSTILE["escape sequence"], HOSTILE.newline],
      finding: HOSTILE.markup,
      chart: { kind: "flow", from: "name", to: "text", label: "text", value: "size" },
      places: Object.values(HOSTILE).map((path) => [
        { path, line: 1 },
        { path, line: null },
      ]),
    }),
    section({ columns: [column({ key: "a" })], whenEmpty: HOSTILE["escape sequence"] }),
  ],
  notes: [HOSTILE.markup, HOSTILE["8-bit control"]],
});

/** A chart of each kind over the columns of `HOSTILE_REPORT`. */
export const CHARTS: readonly Chart[] = [
  { kind: "ranking", label: "text", value: "size" },
  { kind: "distribution", label: "text", middle: "size", high: "size" },
  { kind: "series", time: "text", value: "size" },
  { kind: "change", label: "text", before: "size", after: "size" },
  { kind: "matrix", row: "name", column: "text", value: "size" },
  { kind: "flow", from: "name", to: "text", label: "text", value: "size" },
];
