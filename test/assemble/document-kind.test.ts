import { expect, test } from "vitest";
import { readDocument } from "../../src/assemble/document-kind.ts";
import { CONTEXT } from "../support/context.ts";

function kindOf(path: string, text: string): string | null {
  return readDocument({ path, text }, CONTEXT, ["everything"]).otherKind;
}

const PAGE =
  "---\ntitle: We publish our scheduler\ndate: 2026-03-14\nauthor: core\n---\n\nIt is out.\n";

test("a page that says why is none of an incident by that heading alone", () => {
  expect(kindOf("a.md", `${PAGE}\n## Why\n\nCron was not enough.\n`)).toBe("a dated page");
  expect(kindOf("a.md", `${PAGE}\n## Why\n\nIt broke.\n\n## Impact\n\nAll.\n`)).toBeNull();
  expect(kindOf("a.md", PAGE.replace("We publish our scheduler", "Outage of our scheduler"))).toBe(
    null,
  );
});

test("placeholders of commands within a line are no blanks of a form", () => {
  const steps = ["kubectl get pod -l <APP LABEL>", "kubectl delete pod <POD_NAME>"];
  const more = ["curl <HOST_NAME>/v1/<LOCK_ID>", "export REGION={{ region }}"];
  const list = [...steps, ...more].map((one) => `- Run \`${one}\``).join("\n");
  const text = `# Lease kept\n\nDate: 2026-03-14\n\n## Steps\n\n${list}\n\n## Root cause\n\nNo end.\n`;
  expect(kindOf("lease.md", text)).toBeNull();
  expect(kindOf("lease.md", text.replaceAll("`", ""))).toBe("a template");
});

test("a document without a date is no dated page, whatever state it has", () => {
  expect(kindOf("a.md", "---\ntitle: B\nstatus: drft\n---\n")).toBeNull();
});
