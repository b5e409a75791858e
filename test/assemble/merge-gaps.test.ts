import { describe, expect, test } from "vitest";
import { read } from "../support/context.ts";

/** The evidence of each gap, and whether it counts. */
function told(entry: string): readonly string[] {
  const text = `---
title: Outage
gaps:
  - { competency: messaging.backpressure, ${entry} }
---

## Contributing factors

- Nobody knew the lag. (gap: messaging.backpressure, knowledge)
`;
  return read(text).gaps.map(({ evidence, confirmed }) => {
    return `${confirmed ? "confirmed" : "suggested"}: ${evidence?.value ?? "–"}`;
  });
}

describe("gaps of a competency that frontmatter and body state", () => {
  test.each<[name: string, entry: string, expected: readonly string[]]>([
    [
      "a suggestion from another sentence does not displace what the body states",
      "evidence: The queue grew unseen., source: suggested",
      ["suggested: The queue grew unseen.", "confirmed: Nobody knew the lag."],
    ],
    [
      "a suggestion from the same sentence is confirmed by its tag",
      "evidence: Nobody knew the lag., source: suggested",
      ["confirmed: Nobody knew the lag."],
    ],
    [
      "a confirmed entry wins",
      "evidence: The queue grew unseen.",
      ["confirmed: The queue grew unseen."],
    ],
    [
      "an entry without evidence takes it from the body",
      "kind: knowledge",
      ["confirmed: Nobody knew the lag."],
    ],
  ])("%s", (_name, entry, expected) => {
    expect(told(entry)).toEqual(expected);
  });
});
