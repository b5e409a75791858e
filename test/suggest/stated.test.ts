import { expect, test } from "vitest";
import { suggestGaps } from "../../src/suggest/gap-suggestions.ts";
import { isStated } from "../../src/suggest/stated.ts";
import { readProse, SUGGEST_CONTEXT } from "../support/suggest.ts";

/** The sentences that tell of a gap which their document does not state. */
function open(text: string): readonly string[] {
  const postmortem = readProse(text);
  return suggestGaps(postmortem, SUGGEST_CONTEXT)
    .filter((suggestion) => !isStated(suggestion, postmortem))
    .map(({ sentence }) => sentence);
}

test.each<[name: string, text: string, expected: readonly string[]]>([
  [
    "an action without a competency is open",
    "# A\n\n## Action items\n\n- Add an alert on lag\n",
    ["Add an alert on lag"],
  ],
  [
    "an action for a competency is stated",
    "# A\n\n## Action items\n\n- Add an alert on lag (competency: observability.alerting)\n- Add an alert on depth\n",
    ["Add an alert on depth"],
  ],
  [
    "an action for a competency in the frontmatter is stated",
    "---\nactions:\n  - title: Add an alert on lag\n    competency: observability.alerting\n---\n\n# A\n\n## Action items\n\n- Add an alert on lag\n",
    [],
  ],
  [
    "a tagged factor is stated",
    "# A\n\n## Contributing factors\n\n- Nobody knew how to read a trace. (gap: observability.tracing, knowledge)\n",
    [],
  ],
])("%s", (_, text, expected) => {
  expect(open(text)).toEqual(expected);
});
