import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { printable } from "../../../src/core/text/printable.ts";
import { junit } from "../../../src/formats/findings/junit.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, SMALL_REPORT } from "./sample-report.ts";

test("writes a suite per file and a case per finding; only errors fail", () => {
  expect(junit.render(SMALL_REPORT, PLAIN)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pm lint" tests="3" failures="2" errors="0">
  <testsuite name="postmortems/2026-03-14-checkout.md" tests="2" failures="1" errors="0">
    <testcase name="gap-evidence at 5:5" classname="postmortems/2026-03-14-checkout.md" file="postmortems/2026-03-14-checkout.md" line="5">
      <system-out>postmortems/2026-03-14-checkout.md:5:5: warning: Missing evidence for the gap \`messaging.backpresure\` [gap-evidence]</system-out>
    </testcase>
    <testcase name="unknown-competency at 5:17" classname="postmortems/2026-03-14-checkout.md" file="postmortems/2026-03-14-checkout.md" line="5">
      <failure type="unknown-competency" message="Unexpected competency \`messaging.backpresure\`">postmortems/2026-03-14-checkout.md:5:17: error: Unexpected competency \`messaging.backpresure\` [unknown-competency]
Did you mean \`messaging.backpressure\`?</failure>
    </testcase>
  </testsuite>
  <testsuite name="postmortems/draft, 100%.md" tests="1" failures="1" errors="0">
    <testcase name="required-facts at 1:1" classname="postmortems/draft, 100%.md" file="postmortems/draft, 100%.md" line="1">
      <failure type="required-facts" message="Missing \`title\` in the frontmatter">postmortems/draft, 100%.md:1:1: error: Missing \`title\` in the frontmatter [required-facts]
Say what happened, in a few words.</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

test("a file without findings is one case that passes", () => {
  expect(junit.render(CLEAN_REPORT, PLAIN)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pm lint" tests="2" failures="0" errors="0">
  <testsuite name="a.md" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="a.md" file="a.md"/>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="b.md" file="b.md"/>
  </testsuite>
</testsuites>
`);
});

test("a finding of a file that is not listed is not dropped", () => {
  const findings = [finding({ path: "b.md" })];
  const text = junit.render(lintReport({ findings, files: ["a.md", "c.md"] }), PLAIN);
  expect([...text.matchAll(/<testsuite name="(.*?)"/g)].map(([, name]) => name)).toEqual([
    "a.md",
    "b.md",
    "c.md",
  ]);
});

test("a file with the name of a boolean keeps it", () => {
  expect(junit.render(lintReport({ files: ["true"] }), PLAIN)).toContain('<testsuite name="true"');
});

test("characters that XML forbids are written out", () => {
  const findings = [finding({ message: "\u0000\u001b\ud800\ufffe\uffff" })];
  expect(junit.render(lintReport({ findings }), PLAIN)).toContain(
    'message="\\u{0}\\u{1b}\\u{d800}\\u{fffe}\\u{ffff}"',
  );
});

test("parses back to every text, whatever it holds", () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
  });
  const hostile = fc.string({
    unit: fc.constantFrom(..."<>&\"'=/![]-;#x1 ab\n\u001b\u202e😀".split("")),
  });
  const filled = hostile.filter((text) => printable(text).trim() !== "");
  fc.assert(
    fc.property(filled, hostile, filled, (path, message, hint) => {
      const findings = [finding({ path, message, hint })];
      const text = junit.render(lintReport({ findings, files: [path] }), PLAIN);
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is no dependency of ours
      expect(XMLValidator.validate(text)).toBe(true);
      const [file, said, help] = [path, message, hint].map(printable);
      expect(parser.parse(text)).toMatchObject({
        testsuites: {
          testsuite: {
            "@_name": file,
            testcase: {
              "@_file": file,
              failure: {
                "@_message": said,
                "#text": `${file ?? ""}:1:1: error: ${said ?? ""} [sample-rule]\n${help ?? ""}`,
              },
            },
          },
        },
      });
    }),
    { numRuns: 300 },
  );
});
