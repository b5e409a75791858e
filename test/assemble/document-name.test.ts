import { expect, test } from "vitest";
import { documentName } from "../../src/assemble/document-name.ts";
import { CONTEXT } from "../support/context.ts";

test.each([
  ["postmortems/checkout.md", "checkout"],
  ["postmortems/20260314.txt.md", "20260314"],
  ["postmortems/checkout.html.md.erb", "checkout"],
  ["postmortems/2026-03-14-checkout/index.md", "2026-03-14-checkout"],
  ["incidents/01-checkout/post-mortem.md", "01-checkout"],
  ["incidents/2026-03-14/Incident_Report.md", "2026-03-14"],
  ["docs/checkout/postmortem.md", "postmortem"],
  ["2026/checkout.md", "checkout"],
])("%s is called %s", (path, name) => {
  expect(documentName(path, CONTEXT.vocabulary)).toBe(name);
});
