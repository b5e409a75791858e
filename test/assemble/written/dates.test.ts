import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { WrittenDate } from "../../../src/assemble/written/date-forms.ts";
import {
  readWrittenDate,
  readWrittenDates,
  resolveDate,
} from "../../../src/assemble/written/dates.ts";
import { commonOrder, orderOfNumbers } from "../../../src/assemble/written/numbers-date.ts";
import type { ReadOrder } from "../../../src/core/time/calendar.ts";

const MONTHS = [
  ["january", "jan"],
  ["february", "feb"],
  ["march", "mar"],
  ["april", "apr"],
  ["may"],
  ["june", "jun"],
  ["july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];

function dateIn(text: string, order: ReadOrder | null = null): string | null {
  const found = readWrittenDate(text, MONTHS, order);
  if (found === null) return null;
  const { year, month, day } = found.date;
  return `${year ?? "?"}-${month}-${day} "${text.slice(found.index, found.index + found.length)}"`;
}

test.each<readonly [string, ReadOrder | null, string | null]>([
  ["03.04.2025", null, '2025-4-3 "03.04.2025"'],
  ["3.4.2025", "slashed-month-first", '2025-4-3 "3.4.2025"'],
  ["03.04.2025", "month-first", '2025-3-4 "03.04.2025"'],
  ["03.14.2025", null, '2025-3-14 "03.14.2025"'],
  ["03/04/2025", "slashed-month-first", '2025-3-4 "03/04/2025"'],
  ["version 2.8.10", null, null],
])("with dots the day stands first: %s by %s", (text, order, expected) => {
  expect(dateIn(text, order)).toBe(expected);
});

test.each([
  ["2026-03-14 02:15", '2026-3-14 "2026-03-14"'],
  ["at 2026/3/4", '2026-3-4 "2026/3/4"'],
  ["20202-01-16 12:00", null],
  ["2026-13-01", null],
  ["March 14, 2026 at 02:15", '2026-3-14 "March 14, 2026"'],
  ["March 14th 2026", '2026-3-14 "March 14th 2026"'],
  ["March 14-16, 2026", '2026-3-14 "March 14-16, 2026"'],
  ["14–16 March 2026", '2026-3-14 "14–16 March 2026"'],
  ["06/May/2026 2:17 PM", '2026-5-6 "06/May/2026"'],
  ["03-26 23:04", '?-3-26 "03-26"'],
  ["26/03 23:04", '?-3-26 "26/03"'],
  ["03-04 23:04", null],
  ["9-11 nodes", null],
  ["Mar 14, 09:08", '?-3-14 "Mar 14"'],
  ["Day 2 - March 14, 2026", '2026-3-14 "March 14, 2026"'],
  ["March 14 22:59", '?-3-14 "March 14"'],
  ["March 6 2017 22:59", '2017-3-6 "March 6 2017"'],
  ["Sept. 18th, 2017", '2017-9-18 "Sept. 18th, 2017"'],
  ["14 March 2026", '2026-3-14 "14 March 2026"'],
  ["14-Mar-2026 02:15", '2026-3-14 "14-Mar-2026"'],
  ["the 14th of March", '?-3-14 "14th of March"'],
  ["Monday, 3. February 2020", '2020-2-3 "3. February 2020"'],
  ["May 2026", null],
  ["marching 14 times", null],
  ["at 12:30 may 4 nodes fail", '?-5-4 "may 4"'],
  ["31 February", null],
  ["29 February", '?-2-29 "29 February"'],
])("%s", (text, expected) => {
  expect(dateIn(text)).toBe(expected);
});

test.each<[text: string, order: ReadOrder | null, expected: string | null]>([
  ["14/03/2026", null, '2026-3-14 "14/03/2026"'],
  ["03, 14, 2026", null, '2026-3-14 "03, 14, 2026"'],
  ["14 / 03 / 2026", null, '2026-3-14 "14 / 03 / 2026"'],
  ["03, 04, 2026", null, null],
  ["Nodes 3, 14, 27 failed", null, null],
  ["March, 14, 2026", null, '2026-3-14 "March, 14, 2026"'],
  ["In March, 14 nodes failed", null, null],
  ["03/14/2026", null, '2026-3-14 "03/14/2026"'],
  ["03/04/2026", null, null],
  ["03/04/2026", "day-first", '2026-4-3 "03/04/2026"'],
  ["03/04/2026", "month-first", '2026-3-4 "03/04/2026"'],
  ["03.04.26", "day-first", '2026-4-3 "03.04.26"'],
  ["version 1.2.3", "day-first", null],
  ["10.0.0.12", "day-first", null],
])("%s read %s", (text, order, expected) => {
  expect(dateIn(text, order)).toBe(expected);
});

test.each<[text: string, order: ReadOrder | null]>([
  ["14/03/2026", "day-first"],
  ["03/14/2026", "slashed-month-first"],
  ["03/04/2026", null],
  ["none", null],
])("the order of %s by itself is %s", (text, order) => {
  expect(orderOfNumbers(text)).toBe(order);
});

test.each<[date: WrittenDate, before: string | null, expected: string | null]>([
  [{ year: 2026, month: 3, day: 14 }, null, "2026-03-14"],
  [{ year: null, month: 3, day: 14 }, null, null],
  [{ year: null, month: 3, day: 14 }, "2026-03-13", "2026-03-14"],
  [{ year: null, month: 1, day: 1 }, "2026-12-31", "2027-01-01"],
  [{ year: null, month: 12, day: 31 }, "2026-01-02", "2026-12-31"],
  [{ year: null, month: 2, day: 29 }, "2026-02-28", null],
])("%j after %s is %s", (date, before, expected) => {
  const day = before === null ? null : Temporal.PlainDate.from(before);
  expect(resolveDate(date, day)?.toString() ?? null).toBe(expected);
});

test.each<[texts: readonly string[], order: ReadOrder | null]>([
  [["14/03/2026", "03/04/2026"], "day-first"],
  [["03/04/2026, then 03/14/2026"], "slashed-month-first"],
  [["14/03/2026", "03/14/2026"], null],
  [["03/04/2026"], null],
  [[], null],
])("the common order of %j is %s", (texts, order) => {
  expect(commonOrder(texts)).toBe(order);
});

test.each([
  [3, 3],
  [40, 40],
  [4000, 40],
])("of %d dates in one text, %d are read", (written, expected) => {
  expect(readWrittenDates("due 14 March ".repeat(written), MONTHS, null)).toHaveLength(expected);
});
