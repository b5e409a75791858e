import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

describe("cells of several lines", () => {
  test("hold facts below their labels", () => {
    const { severity, services, milestones } = read(
      "# Queue\n\n| Facts | Times |\n|--|--|\n| Severity: P2<br>Services: Gateway, Mail API | Start: 2026-03-14 02:15 UTC<br/>End: 2026-03-14 03:10 UTC |\n",
    );
    expect(severity?.value).toBe("P2");
    expect(services.map(({ value }) => value)).toEqual(["Gateway", "Mail API"]);
    expect(milestones.resolved?.value).toBe(Date.parse("2026-03-14T03:10:00Z"));
  });

  test("hold parts beside their names", () => {
    const { timeline, actions, factors, milestones } = read(
      "# Queue\n\n**Date:** 2026-03-14\n\n| Part | Text |\n|--|--|\n| Summary | Orders were late.<br>Mails, too. |\n| Timeline | 02:15 UTC impact starts<br>03:10 UTC resolved |\n| Contributing factors | - A disk<br>- A queue |\n| Action items | Cap the heap (due: 2026-04-01)<br>Count pages |\n",
    );
    expect(timeline?.rows).toHaveLength(2);
    expect(milestones.started?.value).toBe(Date.parse("2026-03-14T02:15:00Z"));
    expect(factors.map(({ value }) => value)).toEqual(["A disk", "A queue"]);
    expect(actions.map(({ title, due }) => [title.value, due?.value])).toEqual([
      ["Cap the heap", "2026-04-01"],
      ["Count pages", undefined],
    ]);
  });

  test("hold parts below their names in a table of one row", () => {
    const { severity, timeline, milestones } = read(
      "# Queue 2026-03-14\n\n| Facts | Timeline |\n|--|--|\n| Severity: P2<br>Services: Gateway | 02:15 UTC impact starts<br>02:21 UTC the pager went off<br>03:10 UTC resolved |\n",
    );
    expect(severity?.value).toBe("P2");
    expect(timeline?.rows).toHaveLength(3);
    expect(milestones.started?.value).toBe(Date.parse("2026-03-14T02:15:00Z"));
    expect(milestones.resolved?.value).toBe(Date.parse("2026-03-14T03:10:00Z"));
  });

  test.each([
    ["1", "2", "3"],
    ["#1", "#2", "#3"],
    ["1.1", "1.2", "1.3"],
    ["", "", ""],
  ])("hold what one line numbers, in rows numbered %j, %j, %j", (first, second, third) => {
    const { actions } = read(
      `# Queue\n\n**Date:** 2026-03-14\n\n| # | Part | What |\n|--|--|--|\n| ${first} | Severity | P2 |\n| ${second} | Cause | A disk |\n| ${third} | Actions | 1. Cap the heap (2026-04-01) 2. Count pages (2026-05-01) |\n`,
    );
    expect(actions.map(({ title, due }) => [title.value, due?.value])).toEqual([
      ["Cap the heap", "2026-04-01"],
      ["Count pages", "2026-05-01"],
    ]);
  });

  test("are those of a table of actions or of a timeline else", () => {
    const { timeline, actions } = read(
      "# Queue\n\n**Date:** 2026-03-14\n\n## Timeline (UTC)\n\n| Time | Event |\n|--|--|\n| 02:15 | impact: starts<br>cause: none |\n| 03:10 | resolved |\n\n## Action items\n\n| Action | Owner |\n|--|--|\n| Cap the heap | Owner: ledger<br>Helper: search |\n",
    );
    expect(timeline?.rows).toHaveLength(2);
    expect(actions).toHaveLength(1);
  });
});
