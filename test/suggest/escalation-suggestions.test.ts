import { expect, test } from "vitest";
import { suggestEscalations } from "../../src/suggest/escalation-suggestions.ts";
import { readProse, readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

function suggested(sentence: string, heading = "Timeline") {
  return suggestEscalations(readSentence(sentence, heading), SUGGEST_CONTEXT);
}

test.each([
  ["- 02:40 We paged the database team", null, "database", null],
  ["- 02:40 Escalated to platform for help with DNS", null, "platform", "expertise"],
  ["- 02:40 Payments asked the database team for credentials", "payments", "database", "access"],
  ["- 02:40 The platform team joined the call", null, "platform", null],
  ["- 02:40 We reached out to the vendor", null, null, null],
  ["- 02:40 Pinged the database team", null, "database", null],
  ["- 02:40 Payments: pinged platform for advice", null, "platform", "expertise"],
  ["- 02:40 Forwarded the trace to the platform team", null, "platform", null],
  ["- 02:40 Asks on chat if Platform knows the cause", null, "platform", "expertise"],
  ["- 02:40 Incident reported to the database team", null, "database", null],
  ["- 02:40 [Payments] Looped in platform", null, "platform", null],
  ["- 02:40 Payments messages Platform on the chat", "payments", "platform", null],
  ["- 02:40 Platform team brought in to check the totals", null, "platform", null],
  ["- 02:40 Platform gets involved", null, "platform", null],
  ["- 02:40 Platform was notified and looked at the sums", null, "platform", null],
  ["- 02:40 The problem was escalated to the database team", null, "database", null],
  [
    "- 02:40 The error was passed to the database team, which knew it",
    null,
    "database",
    "expertise",
  ],
  ["- 02:40 With help from the platform team we moved the workers", null, "platform", "expertise"],
  ["- 02:40 Sent the core dump to the platform team", null, "platform", null],
  ["- 02:40 We brought the database team in", null, "database", null],
  ["- 02:40 Only after an hour did we call the database team", null, "database", null],
  ["- 02:40 We had to bring in the author of the importer", null, null, null],
  ["- 02:40 Handed over to the night shift", null, null, null],
  ["- 02:40 Escalated to tier 2", null, null, null],
  ["- 02:40 Second line was called out", null, null, null],
  ["- 02:40 Tagged @tovek on the ticket", null, null, null],
  ["- 02:40 Asked her to join the call", null, null, null],
])("%s", (sentence, from, to, reason) => {
  expect(suggested(sentence)).toMatchObject([{ from, to, reason }]);
});

test.each([
  ["- 02:40 Database team contacted.", "database"],
  ["- 02:40 Platform looped in", "platform"],
  ["- 02:40 The database team was asked to fail over", "database"],
  ["- 02:40 Ines asked the database team for a restore", "database"],
  ["- 02:40 MK checked the rows and escalated the report to the database team", "database"],
  ["- 02:40 Wren Labs engaged the platform team", "platform"],
  ["- 02:40 We've since asked the platform team to look", "platform"],
  ["- 02:40 The clerk told an engineer, who called the database team", "database"],
  ["- 02:40 We contacted the platform team to get the user unblocked", "platform"],
  ["- 02:40 The ticket was reassigned to the platform team", "platform"],
  ["- 02:40 A message was sent to the platform team", "platform"],
  ["- 02:40 Handover from payments to the platform team", "platform"],
  ["- 02:40 Tried to reach the database team by phone", "database"],
  ["- 02:40 Left a voicemail for the database team", "database"],
  ["- 02:40 We got the platform team on the call", "platform"],
  ["After an hour the incident was passed to the platform team.", "platform"],
  ["- 02:40 Orla (night shift) pinged the platform team", "platform"],
  ["- 02:40 Orla alerts the platform team", "platform"],
  ["- 02:40 Orla flagged the odd sums to the platform team", "platform"],
  ["- 02:40 The outage grew for an hour, escalating it to the database team", "database"],
  ["- 02:40 Distress signals were sent to the database team", "database"],
  ["- 02:40 Urgent call sent to the database team", "database"],
  ["- 02:40 Problem transferred to the platform team", "platform"],
  ["- 02:40 Ticket passed over to the platform team", "platform"],
  ["- 02:40 Platform was dragged into the call", "platform"],
  ["- 02:40 Orla pulled somebody from the platform team into the bridge", "platform"],
  ["- 02:40 The case now lies with the platform team", "platform"],
  ["- 02:40 Database team alerted by the duty officer", "database"],
  ["- 02:40 The platform team was engaged by the incident lead", "platform"],
  ["- 02:40 The question was put to the database team", "database"],
  ["- 02:40 Approached the platform team for an opinion", "platform"],
  ["- 02:40 Deferred to the database team", "database"],
  ["- 02:40 Handed off from Ledger to the platform team", "platform"],
  ["- 02:40 Database team pulled onto the bridge", "database"],
  ["- 02:40 Got advice from the database team", "database"],
  ["- 02:40 Moved the case to the platform team", "platform"],
])("asked in other words: %s", (sentence, to) => {
  expect(suggested(sentence)).toMatchObject([{ to }]);
});

test.each([
  [
    "a person of another organisation",
    "- 02:40 [orla](https://example.org/orla) contacts [finn](https://example.org/finn)",
    "a name",
  ],
  ["a colleague", "- 02:40 The clerk requested help from another employee", "employee"],
  ["a role", "- 02:40 The clerk brought in the director of operations", "director"],
  ["who is on call for something", "- 02:40 Storage on-call engaged", "on-call"],
  ["a handle", "- 02:40 wren pages finch", "a name"],
  ["a person by a first name", "- 02:40 We called Karl, who wrote the importer", "a person"],
  ["a team of others", "- 02:40 Support escalated the case to the engineering team", "team"],
  ["a level of support", "- 02:40 Escalated to Tier 3", "tier"],
  [
    "a channel",
    "- 02:40 Asked in the storage channel whether anybody had changed the array",
    "channel",
  ],
])("who was asked may be %s", (_who, sentence, as) => {
  const [found] = suggested(sentence);
  expect(found?.to).toBeNull();
  expect(found?.because).toContain(`${as} (not one of the taxonomy's teams)`);
});

test.each([
  ["- 02:40 The on-call engineer was paged"],
  ["- 02:40 On-call engineer paged"],
  ["- 02:40 The engineering team was notified and began to investigate"],
  ["- 02:40 Added alerts with a threshold of 80 %, paging the on-call engineer"],
  ["- 02:40 The team is alerted through the storage channel"],
  ["- 02:40 Two more engineers joined the call"],
  ["- 02:40 The team joined the incident channel"],
  ["- 02:40 The engineer reached out to the rest of the team"],
  ["- 02:40 Nobody was paged"],
  ["- 02:40 No engineer contacted the database team"],
  ["- 02:40 Developers were not informed about the limit"],
  ["- 02:40 A user wrote to the list, notifying the database team"],
  ["- 02:40 Reports of the change began to reach the database team"],
  ["- 02:40 Hosting provider asked the database team to move"],
  ["- 02:40 GitHub contacted the database team about a key"],
  ["- 02:40 Escalated to P1"],
  ["- 02:40 Joins INNER JOIN to exclude old rows"],
  ["- 02:40 A job called Cleanup deleted the rows"],
  ["- 02:40 All teams were notified of the freeze"],
  ["- 02:40 We alerted the providers that run our software"],
  ["- 02:40 Hosts are asked to report themselves"],
  ["- 02:40 A ticket was created for the fix"],
  ["Involved Parties: the clerks"],
  ["There was no escalation to the vendor."],
  ["- 02:40 Two more engineers joined to share the load"],
  ["- 02:40 Additional engineers were called in as the backlog grew"],
  ["- 02:40 The platform team was paged by the alert manager"],
  ["- 02:40 Database team alerted by Prometheus"],
  ["- 02:40 Orla set the switch made by Finn called fast-path"],
  ["- 02:40 Finn hands round a note on how to report this to the vendor"],
  ["- 02:40 Nobody knew whom to escalate it to in the platform team"],
  ["- 02:40 Orla asks U04 for the address"],
  ["- 02:40 A script sends an automated email to the platform team"],
  ["- 02:40 The night duty was woken up by the alarm"],
  ["- 02:40 The alert was forwarded to the platform channel"],
  ["- 02:40 The patch was handed over to Testing"],
  ["- 02:40 Moved the ticket to the next sprint"],
  ["- 02:40 Got support from the new release for long names"],
  ["- 02:40 Rows are handed off from the reader to the writer"],
  ["- 02:40 The check flagged the rows to the platform service"],
])("told or alerted as a matter of routine, or not asked: %s", (sentence) => {
  expect(suggested(sentence)).toEqual([]);
});

test.each([
  ["- 02:40 We did not page the database team"],
  ["- 02:40 Customers asked the platform team for news"],
  ["- 02:40 The alert paged the on-call engineer"],
  ["- 02:40 The load balancer called the platform service"],
  ["- 02:40 Should we page the database team?"],
  ["- 02:40 Restarted the pods"],
  ["- 02:40 PagerDuty paged the on-call engineer"],
  ["- 02:40 Pinged the gateway from the bastion host"],
  ["- 02:40 Forwarded traffic to the second region"],
  ["- 02:40 We notified customers"],
  ["- 02:40 We received alerts that the queue was full"],
  ["- 02:40 Alert manager notified the on-call engineer"],
  ["- 02:40 We found that page rules of the proxy had changed"],
  ["- 02:40 Brought the second region back in"],
  ["- 02:40 The queue messages piled up at the platform"],
  ["- 02:40 Sent the request to the platform service"],
  ["- 02:40 Opened a pull request with Platform"],
])("no hand-over: %s", (sentence) => {
  expect(suggested(sentence)).toEqual([]);
});

test.each([
  ["a person", "- 02:40 Pinged @night-shift-lead for help", "a person"],
  ["a role", "- 02:40 Woke up the on-call engineer", "on-call"],
  ["a channel", "- 02:40 We posted a request for help in #storage", "a channel"],
  ["a name that nothing knows", "- 02:40 Northwind notifies Contoso", "a name"],
  ["a team by its ending", "- 02:40 Forwarded the list to buildops", "a team"],
])("who was asked may be %s, and the team stays open", (_who, sentence, as) => {
  const [found] = suggested(sentence);
  expect(found?.to).toBeNull();
  expect(found?.because).toContain(`${as} (not one of the taxonomy's teams)`);
});

test("a name of a person is withheld", () => {
  const [found] = suggested("- 02:40 Pinged @night-shift-lead for help");
  expect(found?.because).not.toContain("night-shift-lead");
});

test.each([
  ["- 02:40 Case 4711 opened with the network provider", "provider"],
  ["- 02:40 We opened a ticket with the registrar", "registrar"],
  ["- 02:40 Called the vendor", "vendor"],
  ["- 02:40 Engaged vendor support for the firmware", "vendor"],
  ["- 02:40 Another vendor was contacted for what they have", "vendor"],
  ["- 02:40 A ticket was opened via the cloud provider's portal", "provider"],
  ["- 02:40 An Azure support ticket was created", "azure"],
  ["- 02:40 The clerk called Rackspace", "rackspace"],
  ["- 02:40 GitHub support engaged", "github"],
])("a request to a vendor is a dependency and no team: %s", (sentence, as) => {
  expect(suggested(sentence)).toMatchObject([{ to: null }]);
  expect(suggested(sentence)[0]?.because).toContain(`'${as}', a dependency and no team`);
});

test("a name with whom a case is opened is that of another organisation", () => {
  const [found] = suggested("- 02:40 Raised a case with Acmecloud");
  expect(found).toMatchObject({ to: null });
  expect(found?.because).toContain("a dependency and no team");
});

test("a name within the words of a cue is withheld", () => {
  const [found] = suggested("- 02:40 Reached Anke by phone");
  expect(found?.because).toBe("cue 'Reached … phone' + a person (not one of the taxonomy's teams)");
});

test("what a plan says is done has happened", () => {
  expect(suggested("- Engaged the platform team", "Action items")).toMatchObject([
    { to: "platform" },
  ]);
});

test("what is planned has not happened", () => {
  expect(suggested("- Ask the platform team for help", "Action items")).toEqual([]);
});

test("a team that the taxonomy does not know makes it less sure, and the reason says so", () => {
  const [known] = suggested("We paged the database team");
  const [unknown] = suggested("We paged the storage team");
  expect(unknown?.confidence).toBeLessThan(known?.confidence ?? 0);
  expect(unknown?.because).toBe("cue 'paged' + team (not one of the taxonomy's teams)");
  expect(known?.because).toContain("cue 'paged' + team 'database'");
});

test.each([
  ["a row of a list", "- 2026-03-14 02:40 We paged the database team", "02:40"],
  [
    "a row of a table",
    "| Time | Event |\n|---|---|\n| 2026-03-14 02:40 | We paged the database team |",
    "02:40",
  ],
  [
    "the second line of a row",
    "- 2026-03-14 02:10 Alert\n- 2026-03-14 02:40 Lag grew again.\n  We paged the database team.",
    "02:40",
  ],
  ["a row without a day", "- 02:40 We paged the database team", undefined],
  ["what follows the rows", "- 2026-03-14 02:40 Lag\n\nWe paged the database team.", undefined],
])("the time is that of %s", (_name, timeline, expected) => {
  const [found] = suggestEscalations(
    readProse(`# Outage\n\n## Timeline\n\n${timeline}\n`),
    SUGGEST_CONTEXT,
  );
  const time = found?.at == null ? undefined : new Date(found.at).toISOString().slice(11, 16);
  expect([found?.to, time]).toEqual(["database", expected]);
});
