import { describe, expect, test } from "vitest";
import { suggestGaps } from "../../src/suggest/gap-suggestions.ts";
import { readProse, readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

/** From here on a proposal is shown unless told otherwise. */
const LIKELY = 0.5;

function shown(postmortem: ReturnType<typeof readSentence>) {
  const found = suggestGaps(postmortem, SUGGEST_CONTEXT);
  return found.filter(({ confidence }) => confidence >= LIKELY);
}

function gapsIn(sentence: string, heading: string): readonly string[] {
  return shown(readSentence(sentence, heading)).map(
    ({ kind, competency }) => `${kind} ${competency ?? "none"}`,
  );
}

const ALERTING = "instrumentation observability.alerting";
const SIGNALS = "instrumentation observability";
const TESTS = "instrumentation deployment";
const RUNBOOKS = "documentation incident-response.runbooks";
const COMMAND = "knowledge incident-response.command";
const TELLING = "knowledge incident-response.communication";
const ASKING = "coverage incident-response.escalation-paths";
const ACCESS = "access security.access-management";
const UNNAMED = "knowledge none";

describe("a phrase is found across what a sentence says by the way", () => {
  test.each([
    ["It was believed for the whole night that the disk had been swapped.", UNNAMED],
    ["The export path is not, as far as we know, covered by any suite.", TESTS],
    ["The clean-up job does not appear to be tested at all.", TESTS],
    ["We were, at that time, not aware of the second writer.", UNNAMED],
    ["The alarm (set up last year) did not fire.", ALERTING],
    ["We had never seriously tested the formula.", TESTS],
  ])("%s", (sentence, gap) => {
    expect(gapsIn(sentence, "Root cause")).toEqual([gap]);
  });
});

describe("a slip of spelling hides no phrase", () => {
  test.each([
    ["The change was not adaquately tested.", TESTS],
    ["There was no documentaton of the order of steps.", RUNBOOKS],
    ["We did not antcipate the second deploy.", "knowledge deployment"],
    ["Nobody had monitering of the buffer.", null],
    ["There was no monitoing of the buffer.", SIGNALS],
  ])("%s", (sentence, gap) => {
    expect(gapsIn(sentence, "Root cause")).toEqual(gap === null ? [] : [gap]);
  });
});

describe("a label stands for a heading", () => {
  test("a bold label of list items", () => {
    const found = shown(
      readProse("# Outage\n\n## Notes\n\n- **Review actions**:\n  - Guide to the index swap\n"),
    );
    expect(found.map(({ kind }) => kind)).toEqual(["documentation"]);
  });

  test("a label in a line of its own", () => {
    const found = shown(readProse("# Outage\n\n**Action items:** Guide to the index swap\n"));
    expect(found.map(({ kind }) => kind)).toEqual(["documentation"]);
  });

  test("a label that names no section changes nothing", () => {
    expect(shown(readProse("# Outage\n\n**Note:** Guide to the index swap\n"))).toEqual([]);
  });
});

describe("what was built after the fact was not there before, in a timeline too", () => {
  test.each([
    ["11:40 Added a graph of the retry queue.", SIGNALS],
    ["- 09:12 Created a new alarm for the replica lag.", null],
    ["15:05 Wrote a runbook for the index swap.", RUNBOOKS],
    ["16:30 Added a regression test for the rounding.", TESTS],
  ])("%s", (sentence, gap) => {
    const kinds = gapsIn(sentence, "Timeline").map((one) => one.split(" ")[0]);
    expect(kinds).toEqual([gap === null ? "instrumentation" : gap.split(" ")[0]]);
  });
});

describe("what was built, checked or staffed since was missing", () => {
  test.each([
    ["Since then we've added alerts for a full disk.", "Detection", ALERTING],
    ["We have lowered the alert thresholds of the queue.", "Detection", ALERTING],
    ["Set up notifications of failed backups", "Actions", ALERTING],
    ["Make sure the whole team gets emailed when the site is down", "Actions", ALERTING],
    ["Nothing ran it: there was no check on the disk of the standby.", "Root cause", TESTS],
    ["The release went out with no validation of the flag.", "Root cause", TESTS],
    ["Grafana was down.", "Contributing factors", TESTS],
    ["Add a check that the schema matches", "Actions", TESTS],
    ["No one with the right keys was awake.", "Summary", ASKING],
    ["Nobody on the team had restored a snapshot before.", "Root cause", ASKING],
    ["We plan on setting up an on-call rotation.", "Lessons learned", ASKING],
    ["We should not be so dependent on one administrator.", "Lessons learned", ASKING],
    ["The first failures were dismissed as noise of the network.", "Timeline", UNNAMED],
    ["The earlier spike went away without ever being explained.", "Timeline", UNNAMED],
    ["Write down who may fail over", "Actions", RUNBOOKS],
    ["There was no single place to follow the investigation.", "Contributing factors", RUNBOOKS],
  ])("%s, under %s", (sentence, heading, gap) => {
    expect(gapsIn(sentence, heading)[0]?.split(" ")[0]).toBe(gap.split(" ")[0]);
  });

  test.each([
    ["No further checks were needed.", "Root cause"],
    ["Customers get notified when the site is down", "Actions"],
    ["The new version was not checked in.", "Root cause"],
  ])("not: %s, under %s", (sentence, heading) => {
    expect(gapsIn(sentence, heading)).toEqual([]);
  });
});

describe("who lacked it is ours", () => {
  test.each([
    ["The technicians were not aware of the second feed.", "Root cause"],
    ["Two operators did not know about the override.", "Root cause"],
    ["10:27 Drained the first host assuming that the second was back.", "Timeline"],
    ["We swapped the disk thinking that it was the spare.", "Root cause"],
    ["The engineers looked at the queue, but did not know what fed it.", "Root cause"],
    ["Restarted the workers, but did not know why they hung.", "Timeline"],
  ])("%s", (sentence, heading) => {
    expect(gapsIn(sentence, heading).map((one) => one.split(" ")[0])).toEqual(["knowledge"]);
  });

  test.each([
    ["Acmepay has no procedure for planned outages.", "What went wrong"],
    ["Readers need to know that times are local.", "Actions"],
    ["To reproduce this you should know that the job runs hourly.", "Actions"],
    ["Customers were not aware of the second page.", "Root cause"],
    ["The replica ran out of connections, and could not respond.", "Root cause"],
    ["The change made the workers crash, and unable to SSH.", "Root cause"],
    ["None of our build jobs could start.", "Root cause"],
    ["The restart took long since it had to wait for the disks to unlock.", "Root cause"],
    ["The support engineers were able to bring the pages back.", "Resolution"],
    ["None of us could do it alone.", "Lessons learned"],
    ["We happened to be in a good place for a quick fix.", "Where we got lucky"],
    ["10:00 A ticket was opened with the support team of the host.", "Timeline"],
    ["The key had push and admin access to the whole account.", "Timeline"],
  ])("not ours: %s", (sentence, heading) => {
    expect(gapsIn(sentence, heading)).toEqual([]);
  });
});

describe("signals that were there and that nobody read or compared", () => {
  test.each([
    ["The warning went unread for a week.", ALERTING],
    ["The reminder ended up in the spam folder.", ALERTING],
    ["The two totals were never compared.", SIGNALS],
    ["All probes were green while shops were down.", SIGNALS],
    ["The error message was cryptic.", SIGNALS],
  ])("%s", (sentence, gap) => {
    expect(gapsIn(sentence, "What went wrong")).toEqual([gap]);
  });
});

describe("how the incident was led and told of", () => {
  test.each([
    ["The incident was declared only after two hours.", COMMAND],
    ["We should declare incidents sooner.", COMMAND],
    ["We did not tell the other teams about the switch.", TELLING],
    ["The script was run without asking anyone.", TELLING],
    ["There is no clear path for escalating a storage problem.", ASKING],
  ])("%s", (sentence, gap) => {
    expect(gapsIn(sentence, "What went wrong")).toEqual([gap]);
  });
});

describe("what was tried in a timeline", () => {
  test.each([
    ["13:10 No luck with restarting the workers."],
    ["02:15 Still hoping that it will go away by itself."],
    ["04:50 No longer sure that the first fix was right."],
  ])("%s", (sentence) => {
    expect(gapsIn(sentence, "Timeline").map((one) => one.split(" ")[0])).toEqual(["knowledge"]);
  });
});

describe("access", () => {
  test.each([
    ["Only the account owner can revoke the key.", "Timeline"],
    ["Set up a break-glass account for the night shift", "Actions"],
    ["We had to wait for an admin to grant us the role.", "What went wrong"],
    ["The rollback failed due to misconfigured permissions.", "Root cause"],
  ])("%s", (sentence, heading) => {
    expect(gapsIn(sentence, heading)).toContain(ACCESS);
  });
});

describe("a bare word is no gap where the action changes the system itself", () => {
  test.each([
    ["Rotate the access logs every day.", "Actions"],
    ["Rename the guides folder.", "Actions"],
    ["Stop the import when a duplicate is detected.", "Actions"],
    ["Set up automatic deletion of old logs.", "Actions"],
  ])("%s", (sentence, heading) => {
    expect(gapsIn(sentence, heading)).toEqual([]);
  });
});

describe("praise, reassurance, other senses, and what the outage itself took away", () => {
  test.each([
    ["The way from the alert to the fix was quick.", "Lessons learned"],
    ["We found no sign of data being changed.", "Summary"],
    ["Orders for which no credit tests had been requested went through.", "Root cause"],
    ["The batch ended unexpectedly.", "Root cause"],
    ["It was not the first time that the link dropped.", "Root cause"],
    ["None of the open tickets would have prevented or caught this.", "Root cause"],
    ["Because the runners were down, there was no testing until the evening.", "Summary"],
    ["No one is available to fix it this sprint.", "Root cause"],
  ])("%s", (sentence, heading) => {
    expect(gapsIn(sentence, heading)).toEqual([]);
  });

  test("a story without a heading", () => {
    expect(shown(readProse("No one knew that the ship had sailed.\n"))).toEqual([]);
  });
});

describe("the competency is one that the sentence supports", () => {
  test.each([
    // "released" is no release, "commands" no incident command.
    ["Document how a handle that was never released is found.", "Actions", RUNBOOKS],
    ["Document how to stop a host when its commands hang.", "Actions", RUNBOOKS],
    ["The wrong value should have been caught in code review.", "Root cause", TESTS],
    ["We forgot to think about shops without an address.", "Root cause", UNNAMED],
    // Nor is a community communication, or what is live a probe of liveness.
    ["We did not expect such an echo in the community.", "Root cause", UNNAMED],
    ["We were not aware that the page was already live.", "Root cause", UNNAMED],
    // One word that stands in several names of a domain does not make a sentence one about it.
    ["We thought that the infrastructure was large enough.", "Root cause", UNNAMED],
    ["We did not know how to communicate with shops.", "Root cause", TELLING],
    ["The test procedure should cover refunds.", "Lessons learned", TESTS],
  ])("%s", (sentence, heading, gap) => {
    expect(gapsIn(sentence, heading)).toEqual([gap]);
  });
});

test("no two cues count under the same conditions: their phrases stand in one", () => {
  const conditions = SUGGEST_CONTEXT.cues.gaps.map((cue) => {
    const { in: only, notIn } = cue;
    return JSON.stringify({ ...cue, in: only.toSorted(), notIn: notIn.toSorted(), phrases: [] });
  });
  expect(conditions.filter((one, index) => conditions.indexOf(one) !== index)).toEqual([]);
});
