import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const days = (text: string) => told(text).map((one) => one.replace("?", ""));

describe("rows that begin with a day and a month in numbers", () => {
  const rows = (...written: readonly string[]) =>
    ["errors begin", "alert fires: disk full", "resolved"]
      .map((text, index) => `- ${written[index] ?? ""} – ${text}\n`)
      .join("");
  const JULY = ["started 2026-07-01", "detected 2026-07-03", "resolved 2026-07-05"];

  test.each([
    [
      "a day that leaves no choice",
      "14 July 2026",
      rows("01/07", "09/07", "13/07"),
      ["started 2026-07-01", "detected 2026-07-09", "resolved 2026-07-13"],
    ],
    ["the day of the document, day first", "1 July 2026", rows("01/07", "03/07", "05/07"), JULY],
    ["the day of the document, month first", "5 July 2026", rows("07/01", "07/03", "07/05"), JULY],
    ["dots", "5 July 2026", rows("01.07.", "03.07.", "05.07."), JULY],
    [
      "a new year between them",
      "30 December 2025",
      rows("30/12", "02/01", "05/01"),
      ["started 2025-12-30", "detected 2026-01-02", "resolved 2026-01-05"],
    ],
  ])("are read by %s", (_, day, written, expected) => {
    expect(days(`# Q\n\n**Date:** ${day}\n\n## Timeline\n\n${written}`)).toEqual(expected);
    expect(days(`# Q\n\n**Date:** ${day}\n\n${written}`)).toEqual(expected);
  });

  test("are not read where nothing tells the order, or the year", () => {
    const text = `# Q\n\n## Timeline\n\n${rows("01/07", "03/07", "05/07")}`;
    expect(told(text)).toEqual([]);
    const open = `# Q\n\n**Date:** 05/07/2026\n\n## Timeline\n\n${rows("01/07", "03/07", "05/07")}`;
    expect(read(open).timeline?.rows.map(({ day }) => day)).toEqual([null, null, null]);
  });

  test("are no fractions", () => {
    const list = "- 1/3 of the replicas\n- 2/3 of the replicas\n- 3/4 of the replicas\n";
    expect(read(`# Q\n\n**Date:** 1 July 2026\n\n${list}`).timeline).toBeNull();
  });
});

describe("rows with days and times that go forward by most of a day", () => {
  test.each(["1 Jul 10:00|2 Jul 09:00|3 Jul 09:00", "01/07 10:00|02/07 09:00|03/07 09:00"])(
    "are not newest first: %s",
    (written) => {
      const [first, second, third] = written.split("|");
      const text = `# Q\n\n**Date:** 1 July 2026\n\n## Timeline (UTC)\n\n- ${first} errors begin\n- ${second} alert fires\n- ${third} resolved\n`;
      expect(told(text)).toEqual([
        "started 2026-07-01T10:00",
        "detected 2026-07-02T09:00",
        "resolved 2026-07-03T09:00",
      ]);
    },
  );
});
