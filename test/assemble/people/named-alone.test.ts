import { describe, expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { CONTEXT, read } from "../../support/context.ts";

/** A document with a line, as reports may print it. */
function printed(line: string): string {
  const text = `# The queue stalled\n\n## Timeline\n\n${line}\n`;
  const people = peopleOf(CONTEXT);
  return people.redact(line, people.search(read(text).listedNames));
}

describe("a first name that is also a word is withheld where it acts as only people do", () => {
  test.each([
    ["Grant confirms the fix.", "[person] confirms the fix."],
    ["- Will says it is fine.", "- [person] says it is fine."],
    ["- Hope asks for access.", "- [person] asks for access."],
    ["14:02 UTC Grace suggests a rollback", "14:02 UTC [person] suggests a rollback"],
    ["Then Grant confirms the fix.", "Then [person] confirms the fix."],
    ["At 14:02, Rob joined.", "At 14:02, [person] joined."],
    ["Bill (SRE) found the bug.", "[person] (SRE) found the bug."],
    ["| 14:02 | Rob | restarted the pod |", "| 14:02 | [person] | restarted the pod |"],
    ["Mark's pull request was merged.", "[person]'s pull request was merged."],
    ["It came from Hope's terminal.", "It came from [person]'s terminal."],
  ])("%s", (line, expected) => {
    expect(printed(line)).toBe(expected);
  });

  test.each([
    "Grafana confirms the drop.",
    "Consul notices the missing node.",
    "Jenkins says the build is green.",
    "Phoenix suggests an index.",
    "Sydney confirms the fix.",
    "Grant access to the role. Mark the pod. Chase the vendor. Bill the customer.",
    "Bill approved by finance. Grant reviewed in the committee.",
    "Grace notices were sent to all.",
    "The Grace asks for a token.",
    "Apache Grant joins the streams.",
    "May saw two outages; April's invoice was high.",
    "Virginia's branch and Ruby's session stay.",
  ])("nobody: %s", (line) => {
    expect(printed(line)).toBe(line);
  });
});

describe("a name of two words that both are words is withheld where it stands as one", () => {
  test.each([
    ["Will Power rolled back the deploy.", "[person] rolled back the deploy."],
    ["Bill Stone (SRE) found the bug.", "[person] (SRE) found the bug."],
    ["14:02 Hope Field deployed the fix.", "14:02 [person] deployed the fix."],
    ["Heath Wells and Joy Field looked at it.", "[person] and [person] looked at it."],
  ])("%s", (line, expected) => {
    expect(printed(line)).toBe(expected);
  });

  test.each([
    "Park the queue. The grace period ended.",
    "Grace Period ended at noon.",
    "The Rose Park data center lost power.",
    "Bill Payments restarted twice.",
    "Hope Creek restarted its reactor.",
    "Storm Control noticed the loop.",
    "Will Power Return?",
  ])("nobody: %s", (line) => {
    expect(printed(line)).toBe(line);
  });
});

describe("who heads a row of a timeline is withheld", () => {
  test.each([
    ["- 14:02 – Priya: restarted it", "- 14:02 – [person]: restarted it"],
    ["- 14:02 (Tomasz) restarted it", "- 14:02 ([person]) restarted it"],
    ["- **14:02 UTC** — **Priya** — restarted", "- **14:02 UTC** — **[person]** — restarted"],
    ["- 14:02 - Priya and Tomasz - look", "- 14:02 - [person] and [person] - look"],
    ["- 14:02 Mark: ok\n- 14:04 Hope: ok", "- 14:02 [person]: ok\n- 14:04 [person]: ok"],
    ["- 14:02 Priya: ok\n- 14:04 Hope: ok", "- 14:02 [person]: ok\n- 14:04 [person]: ok"],
  ])("%s", (line, expected) => {
    expect(printed(line)).toBe(expected);
  });

  test.each([
    "- 14:02 – Kafka: rebalanced\n- 14:10 – Grafana: alert",
    "- 14:02 – Impact: orders failed\n- 14:10 – Mitigation: rollback",
    "- 14:02 – Virginia: packet loss\n- 14:10 – Sydney: packet loss",
    "- 14:02 Hope: nothing else helps",
    "- 14:02 Stage: canary\n- 14:09 Page: none",
    "- May 3: restarted\n- April 4: drained",
  ])("nobody: %s", (line) => {
    expect(printed(line)).toBe(line);
  });
});

describe("who is joined with a name is withheld, too", () => {
  test.each([
    ["We asked Priya, Tomasz and Yuki.", "We asked [person], [person] and [person]."],
    [
      "We asked Priya (Search), Tomasz (Web) and Rob.",
      "We asked [person] (Search), [person] (Web) and [person].",
    ],
    [
      "Thank you, Priya and Tomasz, for asking Priya.",
      "Thank you, [person] and [person], for asking [person].",
    ],
    ["Rob and Priya's hunch was right.", "[person] and [person]'s hunch was right."],
    ["cc Priya and Rob", "cc [person] and [person]"],
  ])("%s", (line, expected) => {
    expect(printed(line)).toBe(expected);
  });

  test.each([
    [
      "We asked Priya, Kafka and Grafana stayed up.",
      "We asked [person], Kafka and Grafana stayed up.",
    ],
    ["After we asked Priya, Mark the pod.", "After we asked [person], Mark the pod."],
    ["We paged Priya and Payments.", "We paged [person] and Payments."],
  ])("no more: %s", (line, expected) => {
    expect(printed(line)).toBe(expected);
  });
});
