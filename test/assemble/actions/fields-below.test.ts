import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

/** The actions of a document, each as "title|owner|due|status". */
function actionsIn(body: string): readonly string[] {
  const { actions } = read(`# The queue stalled\n\n## Action items\n\n${body}\n`);
  return actions.map(({ title, owner, due, status }) =>
    [title.value, owner?.value ?? "", due?.value ?? "", status?.value ?? ""].join("|"),
  );
}

describe("fields below or beside an action are its own and no actions", () => {
  const all = "Coverage: lag\n- Status: ✅\n- Owner: payments\n- Due: 2026-05-01\n- Priority: P1";
  const alert = "Add an alert|payments|2026-05-01|done";
  test.each([
    [`- Add an alert\n  - ${all.replaceAll("\n", "\n  ")}`, [alert]],
    [`- Add an alert\n- ${all}`, [alert]],
    [`### Add an alert\n\n- ${all}`, [alert]],
    [`**Add an alert**\n\n- ${all}`, [alert]],
    [`- Add an alert\n\n* ${all.replaceAll("\n-", "\n*")}`, [alert]],
    [
      "1. Add an alert\n2. Owner: payments\n3. Status: Done\n4. Fix the runbook\n5. Owner: platform\n6. Status: Open",
      ["Add an alert|payments||done", "Fix the runbook|platform||open"],
    ],
    ["- Add an alert\n  - Impact: high\n  - Ticket: OPS-12", ["Add an alert|||"]],
  ])("%j", (body, expected) => {
    expect(actionsIn(body)).toEqual(expected);
  });

  test.each([
    ["- Monitoring: add an alert\n- Docs: fix the runbook", 2],
    ["- Add an alert\n- Monitoring: watch the lag\n- Docs: fix the runbook", 3],
    ["- Add an alert\n- Owner: add an owner to each alert", 2],
    ["- [ ] Add an alert\n- [ ] Owner: add one to each\n- [ ] Status: show it on the page", 3],
  ])("actions that begin so stay: %j", (body, count) => {
    expect(actionsIn(body)).toHaveLength(count);
  });
});
