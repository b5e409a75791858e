import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { FactName } from "../../../src/core/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";

const TEXT = `# Checkout stalled

## Contributing fators

- Lag was read as a dip. [gap: messaging.backpressure]
- Nobody knew the limit. (gap: messaging.backpressure, knowledge)
`;

function kindsFor(needs: readonly FactName[]): readonly string[] {
  const { bodyRead, problems } = parsePostmortem({ path: "a.md", text: TEXT }, CONTEXT, needs);
  expect(bodyRead).toBe(true);
  return problems.map(({ kind }) => kind).filter((kind) => kind.endsWith("-slip"));
}

test("slips are looked for where everything is asked, and not where a report asks for gaps", () => {
  expect(kindsFor(["everything"])).toEqual(["tag-slip", "heading-slip"]);
  expect(kindsFor(["gaps", "milestones"])).toEqual([]);
});
