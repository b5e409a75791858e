import { expect, test } from "vitest";
import { splitTimeHead } from "../../../src/assemble/written/time-head.ts";
import { CONTEXT } from "../../support/context.ts";

test.each([
  ["14:23 Lag rises", "14:23", "Lag rises"],
  ["14:23 UTC - Lag rises", "14:23 UTC", "Lag rises"],
  ["14:23 API errors rise", "14:23", "API errors rise"],
  ["[14:23] Lag rises", "14:23", "Lag rises"],
  ["2:15pm: Lag rises", "2:15pm", "Lag rises"],
  ["2:15 p.m. Lag rises", "2:15 p.m.", "Lag rises"],
  ["10:45a", "10:45a", ""],
  ["9am – Lag rises", "9am", "Lag rises"],
  ["11.17 Lag rises", "11.17", "Lag rises"],
  ["10.30ish Lag rises", "10.30ish", "Lag rises"],
  ["2026-03-14 0215: Lag rises", "2026-03-14 0215", "Lag rises"],
  ["2026-03-14 2000 jobs wait", "2026-03-14", "2000 jobs wait"],
  ["At 1915 UTC lag rises", "At 1915 UTC", "lag rises"],
  ["1900 and 2100 UTC: lag rises", "1900 and 2100 UTC", "lag rises"],
  ["~14:23 Lag rises", "~14:23", "Lag rises"],
  ["Around 14:23 lag rises", "Around 14:23", "lag rises"],
  ["09:00 - 11:00 Lag rises", "09:00 - 11:00", "Lag rises"],
  ["09:00-11:00 CET: Lag rises", "09:00-11:00 CET", "Lag rises"],
  ["Between 09:00 and 11:00 PM Lag rises", "Between 09:00 and 11:00 PM", "Lag rises"],
  ["14:23:05 Lag rises", "14:23:05", "Lag rises"],
  ["T+12m Lag rises", "T+12m", "Lag rises"],
  ["+1h 5m: Lag rises", "+1h 5m", "Lag rises"],
  ["2026-03-14 02:15 Lag rises", "2026-03-14 02:15", "Lag rises"],
  ["2026-03-14T02:15Z Lag rises", "2026-03-14T02:15Z", "Lag rises"],
  ["2026-03-14, 03:26pm: Lag rises", "2026-03-14, 03:26pm", "Lag rises"],
  ["March 14, 12:44", "March 14, 12:44", ""],
  ["March 14, 2026, 12:44 PM", "March 14, 2026, 12:44 PM", ""],
  ["Mar 14, around 19:30 Lag rises", "Mar 14, around 19:30", "Lag rises"],
  ["Saturday 14 March at 02:15 Lag rises", "Saturday 14 March at 02:15", "Lag rises"],
  ["14/03/2026 02:15 Lag rises", "14/03/2026 02:15", "Lag rises"],
  ["02:15 (UTC+1) Lag rises", "02:15 (UTC+1)", "Lag rises"],
  ["02:15 Europe/Oslo Lag rises", "02:15 Europe/Oslo", "Lag rises"],
  ["AB 02:15 Lag rises", "AB 02:15", "Lag rises"],
  ["2026-03-14", "2026-03-14", ""],
  ["2026-03-14: Lag rises", "2026-03-14", "Lag rises"],
  ["May 12", "May 12", ""],
  ["May 12: Lag rises", "May 12", "Lag rises"],
  ["May 12. Lag rises", "May 12", "Lag rises"],
  ["May 12, 2026: Lag rises", "May 12, 2026", "Lag rises"],
  ["12 May 2026: Lag rises", "12 May 2026", "Lag rises"],
  ["12-14 May: Lag rises", "12-14 May", "Lag rises"],
  ["May 12–14, 2026 – Lag rises", "May 12–14, 2026", "Lag rises"],
  ["May 12 - 14 nodes fail", "May 12", "14 nodes fail"],
  ["May 12 - 99.9 % of requests", "May 12", "99.9 % of requests"],
  ["T+1:50: Lag rises", "T+1:50", "Lag rises"],
])("%j", (text, head, rest) => {
  expect(splitTimeHead(text, CONTEXT.vocabulary)).toEqual({ head, rest });
});

test("a date before thousands of words that may precede its time is split at once", () => {
  const words = " at on about".repeat(5000);
  expect(splitTimeHead(`2026-03-14${words} nobody knew`, CONTEXT.vocabulary)?.head).toBe(
    "2026-03-14",
  );
});

test.each([
  "Lag rises at 14:23",
  "4 nodes fail",
  "99.95% of requests",
  "May we roll back?",
  "",
  "14:235",
])("%j begins with no time", (text) => {
  expect(splitTimeHead(text, CONTEXT.vocabulary)).toBeNull();
});

test("of a long line, times are split off one after the other in linear time", () => {
  let left = "09:00 to 10:00 UTC up ".repeat(50_000);
  let count = 0;
  const before = process.cpuUsage();
  for (;;) {
    const found = splitTimeHead(left, CONTEXT.vocabulary);
    if (!found) break;
    count += 1;
    left = found.rest.slice("up ".length);
  }
  expect(count).toBe(50_000);
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
});
