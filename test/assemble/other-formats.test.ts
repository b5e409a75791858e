import { describe, expect, test } from "vitest";
import { read } from "../support/context.ts";

function instantOf(at: number | null): string {
  return at === null ? "?" : new Date(at).toISOString().slice(0, 16);
}

function summaryOf(text: string, path?: string) {
  const { timeline, actions, factors, sections, milestones } = read(text, ["everything"], path);
  return {
    zone: timeline?.zone ?? null,
    rows: (timeline?.rows ?? []).map(
      ({ at, day, text: event }) => `${instantOf(at ?? day)} ${event}`,
    ),
    actions: actions.map(({ title }) => title.value),
    factors: factors.map(({ value }) => value),
    kinds: sections.map(({ kind }) => kind ?? "-"),
    started: instantOf(milestones.started?.value ?? null),
  };
}

describe("a document in another team's format", () => {
  test("as the SRE book has it: a list with times, zone in the note, day in a label", () => {
    const text = `# Search frontends run out of memory (incident #12)

**Date**: 2026-03-14

## Summary

Search was down.

## Root Causes

- A query with a leading wildcard.

## Trigger

A new crawler.

## Lessons Learned

### What went well

- The dashboard was at hand.

### What went wrong

- We did not know the limit of the heap.

### Where we got lucky

- It was a Saturday.

## Timeline

*All times are in UTC-8.*

- 14:51 Crawler starts.
- 14:53 **OUTAGE BEGINS** Frontends run out of memory.
- 15:36 *OUTAGE ENDS*, all queries are answered.

## Action Items

| Action Item | Type | Owner | Status |
|---|---|---|---|
| Limit wildcards | prevent | search | **DONE** |
`;
    expect(summaryOf(text)).toEqual({
      zone: "UTC-8",
      rows: [
        "2026-03-14T22:51 Crawler starts.",
        "2026-03-14T22:53 OUTAGE BEGINS Frontends run out of memory.",
        "2026-03-14T23:36 OUTAGE ENDS, all queries are answered.",
      ],
      actions: ["Limit wildcards"],
      factors: ["We did not know the limit of the heap."],
      kinds: [
        "-",
        "summary",
        "cause",
        "cause",
        "learnings",
        "went-well",
        "factors",
        "lucky",
        "timeline",
        "actions",
      ],
      started: "2026-03-14T22:53",
    });
  });

  test("with bold labels for headings, AM and PM, and a day in words in the title", () => {
    const text = `# Login errors on March 14th, 2026

**What Happened**

Logins failed.

**Contributing Factors**

- The certificate was renewed by hand.

**Timeline (Pacific Time, PST)**

11:58 PM Certificate expires, logins start failing
12:07 AM Support is told by a customer
12:31 AM - New certificate in place, logins work again

**Follow-Up Actions:**

1. [ ] Renew it by machine
`;
    expect(summaryOf(text)).toEqual({
      zone: "PST",
      rows: [
        "2026-03-15T06:58 Certificate expires, logins start failing",
        "2026-03-15T07:07 Support is told by a customer",
        "2026-03-15T07:31 New certificate in place, logins work again",
      ],
      actions: ["Renew it by machine"],
      factors: ["The certificate was renewed by hand."],
      kinds: ["-", "summary", "factors", "timeline", "actions"],
      started: "2026-03-15T06:58",
    });
  });

  test("with a heading for each time, over midnight, and the day only in the file's name", () => {
    const text = `# Nodes hang

## Timeline (CET)

### 23:10

Pods stop starting.

### ~00:20

The node pool is drained.

## Conclusion

Docker hung.
`;
    expect(summaryOf(text, "incidents/2026-03-14-nodes.md")).toMatchObject({
      zone: "CET",
      rows: ["2026-03-14T22:10 Pods stop starting.", "2026-03-14T23:20 The node pool is drained."],
      kinds: ["-", "timeline", "timeline", "timeline", "learnings"],
    });
  });

  test("with days as headings of their own beside the timeline's", () => {
    const text = `# Report of May 12 2026

## Timeline

_All times in EEST_

## May 12

### 23:15

Tickets come in.

## May 13

### 00:40

Limits are set.
`;
    expect(summaryOf(text).rows).toEqual([
      "2026-05-12T20:15 Tickets come in.",
      "2026-05-12T21:40 Limits are set.",
    ]);
  });

  test("with times in brackets, dotted, as ranges, and the newest first", () => {
    const text = `# Stalled queue

Date: 14 March 2026

## Sequence of events

All times UTC

* [15.40] Queue is empty again
* [14:10 - 14:30] Consumers are added
* [13.05] Lag rises
`;
    expect(summaryOf(text).rows).toEqual([
      "2026-03-14T13:05 Lag rises",
      "2026-03-14T14:10 Consumers are added",
      "2026-03-14T15:40 Queue is empty again",
    ]);
  });

  test("with log lines in code, which are no timeline", () => {
    const text = `# Stalled queue

## Timeline

- 2026-03-14 13:05 UTC Lag rises

\`\`\`
2026-03-14 13:06:01 ERROR timeout
\`\`\`
`;
    expect(summaryOf(text).rows).toEqual(["2026-03-14T13:05 Lag rises"]);
  });

  test("with times that count from the start", () => {
    const text = `---
times:
  started: 2026-03-14T13:00:00Z
---

## Timeline

- T+5m The alert fires
- T+1h 10m The queue is empty
`;
    expect(summaryOf(text).rows).toEqual([
      "2026-03-14T13:05 The alert fires",
      "2026-03-14T14:10 The queue is empty",
    ]);
  });

  test("a row with a day alone keeps its date, whatever the timeline's zone", () => {
    const text = "# Queue\n\n## Timeline (UTC+1)\n\n- 2026-03-14 - Lag rises\n";
    expect(summaryOf(text).rows).toEqual(["2026-03-14T00:00 Lag rises"]);
  });

  test("that tells nothing but a day is dated by it, to the day", () => {
    const { milestones } = read("# Outage of March 14, 2026\n\nIt was down.\n");
    expect(milestones.started?.source).toMatchObject({ how: "inferred", precision: "day" });
    expect(instantOf(milestones.started?.value ?? null)).toBe("2026-03-14T00:00");
  });
});
