import { group } from "d3-array";
import XMLBuilder from "fast-xml-builder";
import { compareText } from "../../core/compare.ts";
import type { Finding } from "../../core/finding.ts";
import { printable } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";

const OPTIONS = {
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  // Else `name="true"` becomes a bare `name`, which is no XML.
  suppressBooleanAttributes: false,
};

/** XML 1.0 forbids what is unseen, and two characters that are assigned to nothing. */
function xmlText(text: string): string {
  return printable(text).replace(
    /[\ufffe\uffff]/g,
    (found) => `\\u{${found.charCodeAt(0).toString(16)}}`,
  );
}

function testCase({ path, range, level, ruleId, message, hint }: Finding) {
  const { line, column } = range.start;
  const file = xmlText(path);
  const first = `${file}:${line}:${column}: ${level}: ${xmlText(message)} [${ruleId}]`;
  const text = hint === null ? first : `${first}\n${xmlText(hint)}`;
  const outcome =
    level === "error"
      ? { failure: { "@_type": ruleId, "@_message": xmlText(message), "#text": text } }
      : { "system-out": text };
  return {
    "@_name": `${ruleId} at ${line}:${column}`,
    "@_classname": file,
    "@_file": file,
    "@_line": line,
    ...outcome,
  };
}

function countErrors(findings: readonly Finding[]): number {
  return findings.filter(({ level }) => level === "error").length;
}

function testSuite(path: string, findings: readonly Finding[]) {
  const file = xmlText(path);
  const cases =
    findings.length === 0
      ? [{ "@_name": "no findings", "@_classname": file, "@_file": file }]
      : findings.map(testCase);
  return {
    "@_name": file,
    "@_tests": cases.length,
    "@_failures": countErrors(findings),
    "@_errors": 0,
    testcase: cases,
  };
}

/**
 * A suite per file, a case per finding. Only errors are failures, so that a CI which fails on
 * failures agrees with the exit code; a warning is what a passing case printed.
 */
export const junit = defineFindingFormat({
  name: "junit",
  ending: ".xml",
  summary: "JUnit XML: one suite per file, errors as failures",
  render({ findings, files }) {
    const byPath = group(findings, ({ path }) => path);
    const paths = [...new Set([...files, ...byPath.keys()])].toSorted(compareText);
    const suites = paths.map((path) => testSuite(path, byPath.get(path) ?? []));
    return new XMLBuilder(OPTIONS).build({
      "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
      testsuites: {
        "@_name": "pm lint",
        "@_tests": suites.reduce((sum, suite) => sum + suite["@_tests"], 0),
        "@_failures": countErrors(findings),
        "@_errors": 0,
        testsuite: suites,
      },
    });
  },
});
