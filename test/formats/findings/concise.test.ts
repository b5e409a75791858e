import { expect, test } from "vitest";
import { concise } from "../../../src/formats/findings/concise.ts";
import { CLEAN_REPORT, PLAIN, SMALL_REPORT } from "./sample-report.ts";

test("writes one line a finding", () => {
  expect(concise.render(SMALL_REPORT, PLAIN)).toBe(
    `postmortems/2026-03-14-checkout.md:5:5: warning: Missing evidence for the gap \`messaging.backpresure\` [gap-evidence]
postmortems/2026-03-14-checkout.md:5:17: error: Unexpected competency \`messaging.backpresure\` [unknown-competency]
postmortems/draft, 100%.md:1:1: error: Missing \`title\` in the frontmatter [required-facts]
`,
  );
});

test("says nothing where there is nothing to say", () => {
  expect(concise.render(CLEAN_REPORT, PLAIN)).toBe("");
});
