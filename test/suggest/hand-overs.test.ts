import { expect, test } from "vitest";
import { suggestEscalations } from "../../src/suggest/escalation-suggestions.ts";
import { readProse, SUGGEST_CONTEXT } from "../support/suggest.ts";

/** The hand-overs of a sentence, or of rows of a timeline. */
function handOvers(text: string) {
  const heading = text.startsWith("- 02:") ? "Timeline" : "Summary";
  return suggestEscalations(readProse(`# Outage\n\n## ${heading}\n\n${text}\n`), SUGGEST_CONTEXT);
}

test.each([
  ["- 02:40 Escalate to the storage team for a closer look"],
  ["- 02:40 We had to page the storage team"],
  ["- 02:40 When the rows were still late we paged the storage team"],
  ["- 02:40 Page storage on-call"],
])("what is done: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["Alert: if the lag exceeds twice the mean for five minutes, page ops"],
  ["If the queue is still full after ten minutes, escalate to the storage team"],
  ["Whenever the array is full, contact the storage team"],
  ["When the alarm fires twice, page the storage team"],
  ["We should have paged the storage team"],
  ["We should have notified the vendor earlier"],
  ["We will contact the vendor about the limit"],
  ["We'll escalate it to the vendor"],
  ["The storage team should have been paged"],
  ["We could have asked the storage team"],
  ["The responder must page the storage team"],
  ["We are going to ask the vendor for a larger limit"],
  ["Next time we would escalate to the storage team at once"],
  ["Orla plans to reach out to the vendor"],
])("what should be done, or is to be done in some case, is not done: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});
