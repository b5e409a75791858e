import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findFindingFormat, FINDING_FORMATS } from "../../../src/formats/findings/index.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, range, SMALL_REPORT } from "./sample-report.ts";

/** Texts that have broken some format of some tool before. */
const HOSTILE = {
  pipe: "a | b \\| c",
  quote: "say \"this\", then 'that'",
  newline: "one\ntwo\u2028three",
  "carriage return": "one\r\ntwo\rthree",
  "workflow command": "::error::pwned",
  "workflow command on its own line": "one\n::stop-commands::x\r::set-env name=A::b",
  "old workflow command": "##[add-mask]a",
  "encoded newline": "%0A::error::pwned %25",
  formula: "=1+1",
  "escape sequence": "\u001b[31mred\u001b]0;title\u0007",
  "8-bit control": "\u009b31m",
  "bidi override": "\u202egnp.exe\u202c \u2066x\u2069",
  "zero-width": "pay\u200bload\ufeff",
  "lone surrogate": "half \ud800 pair",
  noncharacter: "\uffff\ufffe",
  "end of CDATA": "a ]]> b",
  "XML comment": "<!-- a -- b -->",
  markup: "# *a* _b_ `c` ~~d~~ <b>e</b> [f](g) &amp; & \\",
  placeholder: "{0} {{1}}",
  mention: "@someone",
  boolean: "true",
  emoji: "🔥 on fire 👍🏽",
  wide: "決済が停止しました",
  empty: "",
} as const;

const hostileReport = lintReport({
  findings: Object.values(HOSTILE).flatMap((text) => [
    finding({ path: text, message: text, hint: text, level: "error" }),
    finding({
      path: text,
      message: text,
      hint: text,
      level: "warning",
      range: range([1, 1, 0], [1, 2, 1]),
      fix: [{ range: range([1, 1, 0], [1, 1, 0]), text }],
      fingerprint: "1e1e1e1e1e1e1e1e",
    }),
  ]),
  files: Object.values(HOSTILE),
  texts: new Map(Object.values(HOSTILE).map((text) => [text, text])),
  rules: [{ id: "sample-rule", level: "error", summary: "S.", why: "W.", helps: "H." }],
});

const REPORTS = {
  small: SMALL_REPORT,
  hostile: hostileReport,
  clean: CLEAN_REPORT,
  empty: lintReport({}),
} as const;

const looks = [20, 80, null].map((width) => ({ color: false, width }));

describe.each(FINDING_FORMATS)("format $name", (format) => {
  test.each(Object.entries(REPORTS))("is empty or ends in one newline: %s", (_name, report) => {
    for (const look of looks) expect(format.render(report, look)).toMatch(/^$|[^\n]\n$/);
  });

  test.each(looks)("lets nothing through that steers a terminal at width $width", (look) => {
    const text = format.render(hostileReport, look);
    expect(text.match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu)).toBeNull();
  });

  test("is the same on every run", () => {
    const [first, second] = [hostileReport, structuredClone(hostileReport)].map((report) =>
      format.render(report, { color: true, width: 80 }),
    );
    expect(first).toBe(second);
  });

  test("leaves its input as it was", () => {
    const before = structuredClone(hostileReport);
    format.render(hostileReport, PLAIN);
    expect(hostileReport).toEqual(before);
  });

  test("keeps harmless text as it is", () => {
    const text = format.render(hostileReport, PLAIN);
    expect(text).toContain(HOSTILE.emoji);
    expect(text).toContain(HOSTILE.wide);
  });
});

describe("registry", () => {
  test("lists every file that declares a format", () => {
    const folder = new URL("../../../src/formats/findings/", import.meta.url);
    const declaring = readdirSync(folder).filter((file) =>
      readFileSync(new URL(file, folder), "utf8").includes("= defineFindingFormat("),
    );
    expect(FINDING_FORMATS.map(({ name }) => `${name}.ts`).toSorted()).toEqual(
      declaring.toSorted(),
    );
  });

  test("finds a format by its name", () => {
    for (const format of FINDING_FORMATS) expect(findFindingFormat(format.name)).toBe(format);
    expect(findFindingFormat("table")).toBeNull();
    expect(findFindingFormat("constructor")).toBeNull();
  });
});
