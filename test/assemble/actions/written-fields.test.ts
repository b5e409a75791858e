import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

/** The first action as "title | owner | due | status". */
function firstAction(body: string): string | undefined {
  const text = `# Queue\n\n**Date:** 2026-03-14\n\n## Actions\n\n${body}\n`;
  const { actions } = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  return actions
    .map(({ title, owner, due, status }) =>
      [title, owner, due, status].map((fact) => fact?.value ?? "-").join(" | "),
    )
    .at(0);
}

describe("fields of an action in brackets", () => {
  test.each([
    ["- [ ] Cap the heap (owner = Platform; due = 2026-05-02)", "platform | 2026-05-02 | open"],
    ["- [ ] Cap the heap [owner=platform, due=2026-05-02]", "platform | 2026-05-02 | open"],
    ["- Cap the heap {owner: ledger, due: 2 May 2026}", "ledger | 2026-05-02 | -"],
    ["- [ ] Cap the heap [Platform] [P2] [by 2026-05-02]", "platform | 2026-05-02 | open"],
    ["- [ ] Cap the heap (Platform) (P1)", "platform | - | open"],
    ["- Cap the heap (Owner: Platform | ETA: 2 May 2026)", "platform | 2026-05-02 | -"],
    ["- [ ] Cap the heap (Platform / 2026-05-02)", "platform | 2026-05-02 | open"],
    ["- Cap the heap ✅ 2026-05-02 (Platform)", "platform | - | done"],
    ["- Cap the heap (owner: platform, ETA: 2026-05-02) ✅", "platform | 2026-05-02 | done"],
    ["- Cap the heap (Platform) 100%", "platform | - | done"],
    ["- Cap the heap (Platform) Done — 2026-05-02", "platform | - | done"],
    ["- Cap the heap (owner: platform) Done — 2026-05-02", "platform | - | done"],
    ["- Cap the heap [Platform] [Due: May 2, 2026] [Open]", "platform | 2026-05-02 | open"],
    ["- Cap the heap (owner: platform, due: 2026-05-02) – done", "platform | 2026-05-02 | done"],
    [
      "- Cap the heap (owner: platform, target 13/05/2026) - completed",
      "platform | 2026-05-13 | done",
    ],
    [
      "- Cap the heap (Owner: Platform; Due: 2026-05-02): in progress",
      "platform | 2026-05-02 | in-progress",
    ],
    ["- [ ] 2 May 2026 @platform Cap the heap", "platform | 2026-05-02 | open"],
    ["- [ ] 02 May 2026 [Platform] Cap the heap", "platform | 2026-05-02 | open"],
    ["- [x] 2026-05-02 Platform: Cap the heap", "platform | 2026-05-02 | done"],
    ["-   [ ] 02 May 2026 [Platform]{.mention} Cap the heap", "platform | 2026-05-02 | open"],
    ["- Cap the heap [Due: May 2, 2026] In progress", "- | 2026-05-02 | in-progress"],
  ])("%s", (line, fields) => {
    expect(firstAction(line)).toBe(`Cap the heap | ${fields}`);
  });

  test("a sign of equality in a title sets no field", () => {
    expect(firstAction("- Set owner = root in the image")).toBe(
      "Set owner = root in the image | - | - | -",
    );
  });
});

test("what a group of ideas calls itself makes them proposed", () => {
  expect(firstAction("**Maybe later**\n\n- Cap the heap\n")).toBe(
    "Cap the heap | - | - | proposed",
  );
});

describe("cells of a table of actions", () => {
  const row = (due: string, status: string) =>
    firstAction(
      `| Action | Owner | Due | Status |\n|---|---|---|---|\n| Cap the heap | Platform | ${due} | ${status} |`,
    );

  test.each([
    ["2026-05-02 17:00 UTC"],
    ["2 May 2026, 09:00 CET"],
    ["2026-05-02T09:00:00+02:00"],
    ["02 May 2026 17:00 (UTC)"],
    ["2 May '26"],
    ["2026-04-20 → 2026-05-02"],
    ["20 April 2026, moved to 2 May 2026"],
    ["2026-04-20, now 2026-05-02"],
  ])("a day with a time of a zone, or put off: %s", (due) => {
    expect(row(due, "open")).toBe("Cap the heap | platform | 2026-05-02 | open");
  });

  test.each([
    ["Under review", "in-progress"],
    ["Code complete", "in-progress"],
    ["Delayed", "open"],
    ["Paused", "open"],
    ["Live", "done"],
    ["Rolled out", "done"],
    ["[x] Done", "done"],
    ["[ ] To do", "open"],
    ["[-] Scrapped", "dropped"],
    ["Descoped", "dropped"],
    ["50 % done", "in-progress"],
    ["100% complete", "done"],
  ])("the state %s", (status, expected) => {
    expect(row("2026-05-02", status)).toBe(`Cap the heap | platform | 2026-05-02 | ${expected}`);
  });
});
