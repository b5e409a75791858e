import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

const TOLD = ["started 2026-03-04T10:05", "detected 2026-03-04T10:12", "resolved 2026-03-04T11:00"];
const ROWS = ["10:05 UTC errors begin", "10:12 UTC alert fires", "11:00 UTC resolved"];
const quoted = (marks: string, lines: readonly string[] = ROWS) =>
  lines.map((line) => `${marks} ${line}\n`).join("");

describe("rows that a mail quotes", () => {
  test.each([
    ["once", `On Wed, 4 Mar 2026 at 11:05, Support wrote:\n\n${quoted(">")}`],
    [
      "within another quote",
      `On Wed, 4 Mar 2026 at 11:20, Ops wrote:\n> Thanks.\n>\n> On Wed, 4 Mar 2026 at 11:05, Support wrote:\n${quoted("> >")}`,
    ],
    [
      "in a mail that others of later days quote",
      `> On Thu, 5 Mar 2026 at 09:10, Ops wrote:\n> > On Wed, 4 Mar 2026 at 11:05, Support wrote:\n${quoted("> > >")}`,
    ],
    ["below a heading", `## Timeline\n\n> On 4 March 2026 the on-call wrote:\n>\n${quoted("> >")}`],
    [
      "below the head of a mail",
      `> From: Operations\n> Sent: Wednesday, 4 March 2026 11:05\n>\n> > Timeline (UTC):\n${quoted("> >")}`,
    ],
  ])("%s are read", (_, text) => {
    expect(told(`# Payments queue stalled\n\n${text}`)).toEqual(TOLD);
  });

  describe("by a clock of twelve hours", () => {
    const started = (written: string, hour: string, half: string) => {
      const texts = [":05 UTC errors begin", ":12 UTC alert fires", ":40 UTC resolved"];
      const rows = texts.map((text) => hour + text.replace(" ", ` ${half} `));
      const later = "> On Thu, 5 Mar 2026 at 09:10, Ops wrote:";
      const mail = `> > On Wed, 4 Mar 2026 at ${written}, Support wrote:\n${quoted("> > >", rows)}`;
      return told(`# Queue stalled\n\n${later}\n${mail}`)[0];
    };

    test("are of the day of a mail of the afternoon that tells of its morning", () => {
      expect(started("1:05 PM", "11", "AM")).toBe("started 2026-03-04T11:05");
    });

    test("are not of the day of a mail of the morning, as it cannot tell of its evening", () => {
      expect(started("9:05 AM", "8", "PM")).not.toContain("2026-03-04");
    });
  });

  test("are not put on the day of a mail that was written before their times", () => {
    const late = quoted(">", [
      "23:05 UTC errors begin",
      "23:12 UTC alert fires",
      "23:40 UTC resolved",
    ]);
    const text = `# Queue stalled\n\n**Date:** 3 March 2026\n\nOn Wed, 4 Mar 2026 at 08:05, Support wrote:\n\n${late}`;
    expect(told(text)[0]).toBe("started 2026-03-03T23:05");
  });

  test("do not count where the document has rows of its own", () => {
    const own = "## Timeline (UTC)\n\n- 2026-03-04 09:00 errors begin\n- 09:30 resolved\n";
    expect(told(`# Q\n\n${own}\n\n## Mails\n\n${quoted(">")}`)).toEqual([
      "started 2026-03-04T09:00",
      "resolved 2026-03-04T09:30",
    ]);
  });

  test("are not the times at which quoted mails were written", () => {
    const mail = (marks: string, at: string, text: string) =>
      `${marks}On 5 Mar 2026, at ${at}, Core wrote:\n${marks}\n${marks}> ${text}\n${marks}>\n`;
    const thread = `${mail("", "22:48", "Maps are right again.")}${mail("> ", "22:09", "I am on it.")}${mail("> > ", "22:04", "The map shows everything as free.")}`;
    expect(told(`# Map\n\nIt was over at 23:10.\n\n${thread}`)).not.toContain(
      "resolved 2026-03-05T22:48",
    );
  });
});
