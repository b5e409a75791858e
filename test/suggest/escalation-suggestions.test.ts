import { expect, test } from "vitest";
import { suggestEscalations } from "../../src/suggest/escalation-suggestions.ts";
import { readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

function suggested(sentence: string, heading = "Timeline") {
  return suggestEscalations(readSentence(sentence, heading), SUGGEST_CONTEXT);
}

test.each([
  ["- 02:40 We paged the database team", null, "database", null],
  ["- 02:40 Escalated to platform for help with DNS", null, "platform", "expertise"],
  ["- 02:40 Payments asked the database team for credentials", "payments", "database", "access"],
  ["- 02:40 The platform team joined the call", null, "platform", null],
  ["- 02:40 We reached out to the vendor", null, null, null],
])("%s", (sentence, from, to, why) => {
  expect(suggested(sentence)).toMatchObject([{ from, to, why }]);
});

test.each([
  ["- 02:40 We did not page the database team"],
  ["- 02:40 Customers asked the platform team for news"],
  ["- 02:40 The alert paged the on-call engineer"],
  ["- 02:40 The load balancer called the platform service"],
  ["- 02:40 Should we page the database team?"],
  ["- 02:40 Restarted the pods"],
])("no hand-over: %s", (sentence) => {
  expect(suggested(sentence)).toEqual([]);
});

test("what is planned has not happened", () => {
  expect(suggested("- Ask the platform team for help", "Action items")).toEqual([]);
});

test("a team that the taxonomy does not know makes it less sure, and the reason says so", () => {
  const [known] = suggested("We paged the database team");
  const [unknown] = suggested("We paged the storage team");
  expect(unknown?.confidence).toBeLessThan(known?.confidence ?? 0);
  expect(unknown?.reason).toBe("cue 'paged', a team that the taxonomy does not name");
  expect(known?.reason).toContain("cue 'paged' + team 'database'");
});
