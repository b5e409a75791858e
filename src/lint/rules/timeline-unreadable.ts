import { DATE_ORDER_HINT, whyUnclear } from "../../core/document/unclear-day.ts";
import { defineRule, type RuleFinding } from "../define.ts";

const HINT =
  "Write it as `2026-03-14 09:12`, `2026-03-14T09:12Z`, or `09:12` below a row with a date.";
const COUNTED_HINT =
  "This time counts from the start of the incident: say when that was, as `T+0 (2026-03-14 09:12 UTC)` or `Start: 2026-03-14 09:12 UTC`, or set `times.started` in the frontmatter.";
/** A time that counts from the start of the incident. */
const COUNTED = /^\W*(?:T\s*(?:[+−–-]|0)|\+\s*\d)/i;
const DATE_IN_NUMBERS = /\b\d{1,2}([./-])\d{1,2}\1\d{2,4}\b/;

const DAY_HINT =
  "Write the date before the first time, in the title, or on a line of its own: `Date: 2026-03-14`.";
/** A time of day that lacks only its date. */
const TIME_ALONE =
  /^\W*(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)\W*[A-Z]{0,4}\W*$/i;

function hintOf(written: string): string {
  if (COUNTED.test(written)) return COUNTED_HINT;
  return DATE_IN_NUMBERS.test(written) ? DATE_ORDER_HINT : HINT;
}

export const timelineUnreadable = defineRule({
  id: "timeline-unreadable",
  defaultLevel: "warning",
  drafts: "off",
  summary: `Every row of a timeline has a readable time.`,
  why: `A row without a time cannot be a milestone, so the incident may be missing from a median.`,
  helps: `\`pm ttd\` can compute only from rows whose time it can read.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 14/3 2ish | Detected: the alert fires. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |
`,
  *check({ timeline, unclearDay, problems }): Iterable<RuleFinding> {
    const isImpossible = problems.some(({ kind }) => kind === "impossible-date");
    const unread = (timeline?.rows ?? []).filter(({ at, day }) => at === null && day === null);
    const dayless = unread.filter(
      ({ written }) => TIME_ALONE.test(written) && !COUNTED.test(written),
    );
    if (unclearDay) {
      const { value, source } = unclearDay;
      const message = `Unexpected date: ${whyUnclear(value)}`;
      yield { range: source.range, message, hint: DATE_ORDER_HINT };
    }
    const [first, ...others] = dayless;
    // Another rule says that the date of all rows is none.
    if (first && !isImpossible) {
      const more = others.length === 0 ? "" : `, and for ${others.length} more in this timeline`;
      const message = `Missing date for the time \`${first.written}\`${more}`;
      yield { range: first.range, message, hint: unclearDay ? DATE_ORDER_HINT : DAY_HINT };
    }
    for (const row of unread) {
      const { written, range } = row;
      if (dayless.includes(row)) continue;
      const message = written === "" ? "Missing time" : `Unexpected time \`${written}\``;
      yield { range, message, hint: hintOf(written) };
    }
  },
});
