import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

function factsOf(text: string): string {
  const context = { ...CONTEXT, taxonomy: TAXONOMY };
  const { severity, services } = parsePostmortem({ path: "a.md", text }, context);
  return [severity?.value ?? "-", services.map(({ value }) => value).join(" ")].join(" | ");
}

describe("tags name the level and the services", () => {
  test.each([
    ["behind a label", "# Q\n\nTags: incident, sev2, checkout\n"],
    ["as code behind a label", "# Q\n\nLabels: `incident` `sev2` `checkout`\n"],
    ["as hashtags", "# Q\n\n#incident #sev2 #checkout\n"],
    ["as code alone", "# Q\n\n`SEV-2` `checkout` `closed`\n"],
    ["in the frontmatter", "---\ntags: [incident, sev2, checkout]\n---\n# Q\n"],
    ["with scopes there", "---\nlabels:\n  - severity:sev2\n  - service/checkout\n---\n# Q\n"],
  ])("%s", (_, text) => {
    expect(factsOf(text)).toBe("P2 | checkout");
  });

  test("where nothing states them", () => {
    const text = "---\ntags: [sev2, checkout]\n---\n# Q\n\nSeverity: SEV1\nServices: ledger\n";
    expect(factsOf(text)).toBe("P1 | ledger");
  });

  test("by their whole names alone", () => {
    expect(factsOf("---\ntags: [checkout flow, team:checkout]\n---\n# Q\n")).toBe("- | ");
    expect(factsOf("# Q\n\nTags: checkout flow, we saw checkout fail\n")).toBe("- | ");
  });
});
