import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

const MAILS = [
  ["16:58", "Case closed, new mails have a barcode."],
  ["16:10", "We found the cause: the library was not in the new image."],
  ["14:35", "Got it, looking into it."],
  ["14:21", "Buyers report that their ticket has no barcode."],
] as const;

const TOLD = [
  "detected 2026-04-22T14:21",
  "acknowledged 2026-04-22T14:35",
  "diagnosed 2026-04-22T16:10",
  "resolved 2026-04-22T16:58",
];

/** A thread as a tool writes it, each mail in its way. */
function thread(mail: (time: string, text: string) => string, before = ""): string {
  const mails = MAILS.map(([time, text]) => mail(time, text)).join("\n");
  return `# Tickets have no barcode\n\nAll times are UTC.\n\n${before}${mails}\n`;
}

describe("the mails of a thread are rows of a timeline", () => {
  test.each([
    [
      "with their heads in headings",
      thread(
        (time, text) => `## 1. From: Core · Sent: Wed 2026-04-22 ${time} · To: all@\n\n${text}\n`,
      ),
    ],
    [
      "with their heads below headings",
      thread(
        (time, text) =>
          `## RE: barcode\n\nFrom: Core\nDate: Wed, 22 Apr 2026 ${time}\nTo: all\n\n${text}\n`,
      ),
    ],
    [
      "with their senders in headings",
      thread((time, text) => `## From: Core\n\nSent: Wed 22 Apr 2026 ${time}\n\n${text}\n`),
    ],
    [
      "with the address of who sent each",
      thread(
        (time, text) => `**Core** <core@example.com> Wed, Apr 22, 2026 at ${time}\n\n${text}\n`,
      ),
    ],
    [
      "in a list",
      thread((time, text) => `- **From:** Core · **Sent:** 2026-04-22 ${time}\n  ${text}`),
    ],
    [
      "in a table",
      thread(
        (time, text) => `| Core | 2026-04-22 ${time} | ${text} |`,
        "| From | Sent | Message |\n|---|---|---|\n",
      ),
    ],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual(expect.arrayContaining(TOLD));
  });

  test("in doubt where one tells a time of its own", () => {
    const text = thread(
      (time, said) =>
        `## From: Core · Sent: 2026-04-22 ${time}\n\n${said.replace("closed", "closed at 16:50")}\n`,
    );
    expect(told(text)).toContainEqual(expect.stringMatching(/^resolved .*\?/));
  });
});

test("one mail is no thread, nor is a table of hand-overs", () => {
  const mail = "## From: Core · Sent: Wed 2026-04-22 16:58\n\nCase closed.\n";
  expect(told(`# Down\n\n${mail}`)).not.toContain("resolved 2026-04-22T16:58");
  const table =
    "| From | To | Date | Reason |\n|---|---|---|---|\n| core | search | 2026-04-22 16:10 | fixed |\n| search | core | 2026-04-22 16:20 | found |\n";
  expect(told(`# Down\n\n${table}`)).toEqual(["started 2026-04-22"]);
});
