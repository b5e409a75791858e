import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withTimes(times: Readonly<Record<string, string>>, status = "final"): string {
  const lines = Object.entries(times).map(([name, time]) => `  ${name}: 2026-03-14T${time}:00Z\n`);
  return `---\nstatus: ${status}\ntimes:\n${lines.join("")}---\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  [
    "in order, two at one time",
    withTimes({ started: "02:15", detected: "02:15", diagnosed: "02:40", resolved: "03:10" }),
    [],
  ],
  [
    "two out of order",
    withTimes({ started: "02:15", detected: "01:21", diagnosed: "02:40" }),
    ["5:13 Unexpected `detected` before `started` (line 4)"],
  ],
  [
    "with others missing between them, in any order of lines",
    withTimes({ resolved: "02:10", started: "02:15" }),
    ["4:13 Unexpected `resolved` before `started` (line 5)"],
  ],
  [
    "acknowledged after the diagnosis",
    withTimes({ detected: "02:21", acknowledged: "02:50", diagnosed: "02:40" }),
    [],
  ],
  [
    "acknowledged before the detection",
    withTimes({ detected: "02:21", acknowledged: "02:20", diagnosed: "02:40" }),
    ["5:17 Unexpected `acknowledged` before `detected` (line 4)"],
  ],
  [
    "two that have changed places, with one between them",
    withTimes({ started: "02:15", detected: "03:10", diagnosed: "02:40", resolved: "02:21" }),
    ["5:13 Unexpected `detected` after `resolved` (line 7)"],
  ],
  [
    "two apart of which each is wrong",
    withTimes({ started: "02:15", detected: "02:10", diagnosed: "02:40", resolved: "02:30" }),
    [
      "5:13 Unexpected `detected` before `started` (line 4)",
      "7:13 Unexpected `resolved` before `diagnosed` (line 6)",
    ],
  ],
  [
    "a draft",
    withTimes({ started: "02:15", detected: "01:21" }, "draft"),
    ["5:13 Unexpected `detected` before `started` (line 4)"],
  ],
  [
    "read from the wording of a timeline",
    `${withTimes({ detected: "02:21" })}
## Timeline

- 2026-03-14 02:30 UTC Errors rise.
`,
    [],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("milestone-order", document)).toEqual(expected);
});
