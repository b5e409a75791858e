import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const FACTS = [
  ["Severity", "SEV2"],
  ["Started", "2026-05-05 10:05 UTC"],
  ["Detected", "2026-05-05 10:15 UTC"],
  ["Resolved", "2026-05-05 11:20 UTC"],
] as const;
const TOLD = ["started 2026-05-05T10:05", "detected 2026-05-05T10:15", "resolved 2026-05-05T11:20"];

function written(join: (label: string, value: string) => string): string {
  const facts = FACTS.map(([label, value]) => join(label, value)).join("");
  return `# Sessions are lost\n\n${facts}\n## What happened\n\nOrders failed.\n`;
}

describe("a value in the line below its label", () => {
  test.each([
    ["each pair by itself", written((label, value) => `${label}\n${value}\n\n`)],
    ["behind a colon", written((label, value) => `${label}:\n${value}\n\n`)],
    ["all in one paragraph", written((label, value) => `${label}\n${value}\n`)],
  ])("%s", (_, text) => {
    expect(read(text).severity?.value).toBe("P2");
    expect(told(text)).toEqual(TOLD);
  });

  test("is none where lines are prose", () => {
    const text = "# Sessions are lost\n\nSeverity\nwas low at first.\nThen it rose.\n";
    expect(read(text).severity).toBeNull();
    expect(read("# Lost\n\nStatus: done\nSeverity: SEV2\n").severity?.value).toBe("P2");
  });

  test("is no label with a value of its own, below one that is left empty", () => {
    expect(read("# Lost\n\nStatus:\nSeverity: SEV2\n").severity?.value).toBe("P2");
  });
});

test.each(["SEV2[^1]", "SEV2¹", "SEV2*", "SEV2<sup>1</sup>", "SEV2 [1]"])(
  "the mark of a footnote is no part of a value: %s",
  (severity) => {
    const text = `# Sessions are lost\n\n| Field | Value |\n|---|---|\n| Severity | ${severity} |\n| Started | 2026-05-05 10:05[^2] UTC |\n`;
    expect(read(text).severity?.value).toBe("P2");
    expect(told(text)).toEqual(["started 2026-05-05T10:05"]);
  },
);
