import { expect, test } from "vitest";
import { termPlaces } from "../../src/assemble/terms/term-places.ts";
import { hoverAt } from "../../src/editor/hover.ts";
import { CONTEXT, read } from "../support/context.ts";

const TEXT = `---
title: Ledger stalled
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 03:40 | Cause found: consumers wait for each other |

## Contributing factors

- It grew. (gap: messaging.backpressure, knowledge)
`;

function hovered(needle: string): string | null {
  const before = TEXT.slice(0, TEXT.indexOf(needle)).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const places = termPlaces({ path: "a.md", text: TEXT }, CONTEXT);
  const found = hoverAt({ text: TEXT, places, postmortem: read(TEXT) }, position, CONTEXT.taxonomy);
  return found?.contents.value ?? null;
}

test("a term says what it means, and what there is to learn from", () => {
  const text = hovered("messaging.backpressure");
  expect(text).toMatch(/^\*\*.+\*\* \(messaging\.backpressure\), competency\n\n.+/);
  expect(hovered("knowledge")).toMatch(/, kind\n\n[^]+Calls for: /);
});

test("a milestone says what it means, and how long the phase took that it ends", () => {
  expect(hovered("started:")).toBe(
    "**started**, 2026-03-14T02:15Z, stated\n\nWhen the impact began, not when somebody noticed it.",
  );
  expect(hovered("detected:")).toBe(
    "**detected**, 2026-03-14T02:21Z, stated\n\nWhen somebody or something noticed that something is wrong.\n\nTime to detect (detected − started): 6 min",
  );
  expect(hovered("| 2026-03-14 03:40")).toBe(
    "**diagnosed**, 2026-03-14T03:40Z, stated\n\nWhen it was known what was wrong, well enough to act on it.\n\nTime to diagnose (diagnosed − detected): 1 h 19 min",
  );
});

test("other places say nothing", () => {
  expect(hovered("Ledger stalled")).toBeNull();
  expect(hovered("All times")).toBeNull();
});
