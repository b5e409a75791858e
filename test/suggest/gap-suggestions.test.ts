import { describe, expect, test } from "vitest";
import { suggestGaps } from "../../src/suggest/gap-suggestions.ts";
import { readProse, readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

function suggested(sentence: string, heading?: string) {
  return suggestGaps(readSentence(sentence, heading), SUGGEST_CONTEXT);
}

describe("a sentence that tells of a gap", () => {
  test.each([
    ["We were unfamiliar with tracing.", "knowledge", "observability.tracing"],
    [
      "We did not know that the replication lag counts writes.",
      "knowledge",
      "datastores.replication-failover",
    ],
    ["It took us a while to realise that the cache had been cold.", "knowledge", "caching"],
    ["Lack of understanding of consumer lag.", "knowledge", "messaging.backpressure"],
    ["We misread the circuit breaker.", "knowledge", "dependencies.graceful-degradation"],
    [
      "Nobody on the team knew how to renew the certificate.",
      "coverage",
      "networking.tls-certificates",
    ],
    ["Only one engineer knows the rollback.", "coverage", "deployment.rollback"],
    ["There was no runbook for the failover.", "documentation", "incident-response.runbooks"],
    ["The documentation was outdated.", "documentation", "incident-response.runbooks"],
    ["We had no access to the production database.", "access", "security.access-management"],
    ["We could not log in to the console.", "access", "security.access-management"],
    ["No alert fired for the backlog.", "instrumentation", "observability.alerting"],
    ["We had no visibility into the queue.", "instrumentation", "observability"],
    ["The failure went unnoticed for an hour.", "instrumentation", "observability"],
    ["It needed manual log correlation.", "instrumentation", "observability.log-analysis"],
    ["The change was not tested on staging.", "instrumentation", "deployment"],
  ])("%s", (sentence, kind, competency) => {
    expect(suggested(sentence)).toMatchObject([{ kind, competency }]);
  });

  test("has its exact range, its sentence and the reason in words", () => {
    const text =
      "# Outage\n\n## Lessons learned\n\nAll was calm. We were **unfamiliar with** tracing.\n";
    const [found] = suggestGaps(readProse(text), SUGGEST_CONTEXT);
    expect(found).toMatchObject({
      sentence: "We were unfamiliar with tracing.",
      because: "cue 'unfamiliar with' + term 'tracing'",
      phase: "diagnose",
      confidence: 0.78,
      path: "a.md",
    });
    expect(found?.range.start).toMatchObject({ line: 5, column: 15 });
    expect(text.slice(found?.range.start.offset, found?.range.end.offset)).toBe(
      "We were **unfamiliar with** tracing.",
    );
  });

  test("can be a note without a subject", () => {
    expect(suggested("- Did not know the quota.")).toMatchObject([{ kind: "knowledge" }]);
  });

  test("can be of the timeline, and is then less sure", () => {
    const [inTimeline] = suggested("- 02:15 We were unaware of the change", "Timeline");
    const [inFactors] = suggested("- We were unaware of the change");
    expect(inTimeline?.confidence).toBeLessThan(inFactors?.confidence ?? 0);
  });

  test("can be an action that implies one", () => {
    expect(suggested("- Add an alert on queue depth", "Action items")).toMatchObject([
      { kind: "instrumentation", competency: "observability.alerting", phase: "detect" },
    ]);
  });
});

describe("a sentence that tells of none", () => {
  test.each([
    ["Customers did not know that the site was down."],
    ["Our users were unaware of the maintenance."],
    ["The vendor did not know the cause either."],
    ["The service did not know the new host."],
    ["We now know the quota."],
    ["We were not unaware of the quota."],
    ["We were never unfamiliar with tracing."],
    ["Did we have no alerts?"],
    ["We were familiar with tracing."],
    ["The pods could not access the bucket."],
    ["The disk was full."],
    ['The log said "we did not know".'],
    ["No further alerts fired."],
    ["We restarted the broker."],
  ])("%s", (sentence) => {
    expect(suggested(sentence)).toEqual([]);
  });

  test.each([["What went well"], ["Impact"], ["Participants"]])("in %s", (heading) => {
    expect(suggested("We were unfamiliar with tracing.", heading)).toEqual([]);
  });

  test("an added alert counts as an action only", () => {
    expect(suggested("We added an alert.", "Summary")).toEqual([]);
  });
});

describe("what was missing", () => {
  test.each([
    [
      "an address",
      "We were unaware of it, see https://wiki.example.org/kubernetes/deployment-guide.",
    ],
    ["code", "We were unaware of `kubectl rollout undo` at that time."],
    ["the name of a file", "We were unaware of redis-cache.yaml at that time."],
    ["a path", "We were unaware of docs/network/dns/readme at that time."],
    ["a line of a log", "We were unaware of 'kafka broker refused' at that time."],
  ])("is not read from %s", (_what, sentence) => {
    expect(suggested(sentence)).toMatchObject([{ kind: "knowledge", competency: null }]);
  });

  test.each([
    [
      "what a link shows",
      "We were unaware of the [DNS](https://example.org/a) change.",
      "networking.dns",
    ],
    ["two words with a slash", "We were unaware of the DNS/host change.", "networking.dns"],
  ])("is read from %s", (_what, sentence, competency) => {
    expect(suggested(sentence)).toMatchObject([{ competency }]);
  });

  test.each([
    ["a sentence beside it", "# Outage", "The consumer lag grew. We were unaware of that."],
    [
      "another item of the list",
      "# Outage",
      "- The consumer lag grew.\n- We were unaware of that.",
    ],
    ["the title", "# DNS outage", "We were unaware of that."],
  ])("is not read from %s", (_what, title, text) => {
    const document = `${title}\n\n## Contributing factors\n\n${text}\n`;
    expect(suggestGaps(readProse(document), SUGGEST_CONTEXT)).toMatchObject([{ competency: null }]);
  });

  test("is null where nothing of the taxonomy fits, and the reason says so", () => {
    expect(suggested("We were unaware of the holiday.")).toMatchObject([
      { competency: null, because: "cue 'unaware'; no taxonomy term fits" },
    ]);
  });

  test("comes from signals of the taxonomy too, in any word form", () => {
    const { taxonomy } = SUGGEST_CONTEXT;
    const competencies = taxonomy.competencies.map((one) =>
      one.id === "caching.stampede" ? { ...one, signals: ["cold start storms"] } : one,
    );
    const context = { ...SUGGEST_CONTEXT, taxonomy: { ...taxonomy, competencies } };
    const postmortem = readSentence("We were unfamiliar with the cold start storm.");
    expect(suggestGaps(postmortem, context)).toMatchObject([{ competency: "caching.stampede" }]);
  });

  test("is none of a kind that the taxonomy does not have", () => {
    const { taxonomy } = SUGGEST_CONTEXT;
    const kinds = taxonomy.kinds.filter(({ id }) => id !== "knowledge");
    const context = { ...SUGGEST_CONTEXT, taxonomy: { ...taxonomy, kinds } };
    expect(suggestGaps(readSentence("We were unfamiliar with tracing."), context)).toEqual([]);
  });
});

test("a person who is named is in neither sentence nor reason", () => {
  const text =
    "# Outage\n\n## Participants\n\n- Mira Oberholt\n\n## Contributing factors\n\nOnly Mira Oberholt with knowledge of DNS was awake.\n\nOnly one engineer with access, Mira Oberholt, was awake.\n";
  const found = suggestGaps(readProse(text), SUGGEST_CONTEXT);
  expect(JSON.stringify(found)).not.toContain("Mira");
  expect(found.map(({ sentence }) => sentence)).toContain(
    "Only one engineer with access, [person], was awake.",
  );
});
