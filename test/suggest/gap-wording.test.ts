import { describe, expect, test } from "vitest";
import { suggestGaps } from "../../src/suggest/gap-suggestions.ts";
import { readProse, readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

/** From here on a proposal is shown unless told otherwise. */
const LIKELY = 0.5;

function kindsIn(sentence: string, heading?: string): readonly string[] {
  const found = suggestGaps(readSentence(sentence, heading), SUGGEST_CONTEXT);
  return found.filter(({ confidence }) => confidence >= LIKELY).map(({ kind }) => kind);
}

describe("knowledge", () => {
  test.each([
    ["We assumed that the replica was in sync."],
    ["We had not realised that the limit counts retries."],
    ["It took two hours before we found the cause."],
    ["It took us most of the morning to work out which service was at fault."],
    ["We first suspected the network."],
    ["It was not obvious that the flag is global."],
    ["The team did not anticipate the extra load."],
    ["As the errors came from all services we were not immediately aware of the cause."],
    ["There was confusion about who was in charge."],
    ["Nobody was sure how failover works."],
    ["It was unclear to us that the library brings its own copy."],
    ["We lacked experience with the new storage engine."],
    ["We mistakenly believed that backups ran daily."],
    ["The way the scheduler works is not well understood."],
    ["We spent an hour chasing the wrong lead."],
    ["The plan did not account for the load balancer."],
    ["We only later learned that the flag had been removed."],
    ["It took some trial and error to start the services in order."],
    ["Debugging took far too long."],
    ["The engineer on duty did not feel confident to fail over alone."],
    ["It was believed that the flag had no effect on old clients."],
    ["Our assumptions about the quota were wrong."],
    ["We trusted that the script would find every host."],
    ["We were not able to fix it on the first day."],
    ["We failed to anticipate how much the import would write."],
  ])("%s", (sentence) => {
    expect(kindsIn(sentence)).toEqual(["knowledge"]);
  });

  test.each([
    ["We wrote the errors off as noise.", "Timeline"],
    ["We were not sure why the pods restarted.", "Timeline"],
    ["@mira assumes that it is the network", "Timeline"],
    ["The root cause was not found until the next day.", "Summary"],
    ["The cause is still unknown.", "Root cause"],
    ["Not clear why the queue keeps growing", "Timeline"],
    ["We went down the wrong path for an hour", "Timeline"],
    ["Realised that the cache was not the cause", "Timeline"],
    ["Figure out how the lock is taken.", "Action items"],
  ])("%s, in the section %s", (sentence, heading) => {
    expect(kindsIn(sentence, heading)).toEqual(["knowledge"]);
  });
});

describe("coverage", () => {
  test.each([
    ["Only one person knows how the billing import works.", "Contributing factors"],
    ["The only engineer who knows the tool was on holiday.", "Contributing factors"],
    ["All maintainers of the tool were unavailable.", "Contributing factors"],
    ["The bus factor of this service is one.", "Lessons learned"],
    ["We had to wait for the vendor's answer.", "Timeline"],
    ["Opened a support case with the cloud provider.", "Timeline"],
    ["@mira loops in @tom", "Timeline"],
    ["We pulled in a database expert.", "Timeline"],
    ["The incident was escalated to the network team.", "Timeline"],
    ["The one who came was available by chance.", "Contributing factors"],
    ["Reaching the owner of the service took an hour.", "Contributing factors"],
    ["Everyone on the rota should be able to renew a certificate.", "Lessons learned"],
    ["The person who wrote it has left the company.", "Contributing factors"],
    [
      "Engineers of the vendor helped: with the help of their support the node came back.",
      "Summary",
    ],
  ])("%s", (sentence, heading) => {
    expect(kindsIn(sentence, heading)).toEqual(["coverage"]);
  });
});

describe("instrumentation", () => {
  test.each([
    ["There was no alert on certificate expiry.", "Contributing factors"],
    ["Nobody noticed that the job had stopped.", "Contributing factors"],
    ["Our dashboards looked healthy the whole time.", "Contributing factors"],
    ["The migration was never tested with real data.", "Contributing factors"],
    ["Our tests do not reflect how it is used.", "Contributing factors"],
    ["The on-call engineer was not paged.", "Contributing factors"],
    ["An alert would have told us an hour earlier.", "Lessons learned"],
    ["Our monitoring is not good enough.", "Lessons learned"],
    ["The error message was misleading.", "Contributing factors"],
    ["The bug was not caught on staging.", "Root cause"],
    ["Checked the dashboard and saw no problem", "Timeline"],
    ["Add an alarm on disk usage.", "Action items"],
    ["Move the alert to the channel of the team.", "Action items"],
    ["Write a test for expired tokens.", "Action items"],
    ["The portal was down, and nobody was notified.", "Contributing factors"],
    ["Reminders are not sent to the whole team.", "Contributing factors"],
    ["We had no hint that this was the production shell.", "Contributing factors"],
    ["All nodes were shown as ready even though half were off.", "Timeline"],
    ["It was discovered that the alerts were no longer registered.", "Timeline"],
    ["The mistake slipped through code review.", "Root cause"],
    ["Nobody has tested this.", "Contributing factors"],
    ["There was nothing in place and no hook to catch it.", "Root cause"],
    ["The dashboard only shows the primary.", "Contributing factors"],
    ["Simulate a full disk once a quarter.", "Action items"],
  ])("%s", (sentence, heading) => {
    expect(kindsIn(sentence, heading)).toEqual(["instrumentation"]);
  });
});

describe("access", () => {
  test.each([
    ["The on-call engineer had no permission to restart the job.", "Contributing factors"],
    ["He did not have the right level of access to the console.", "Contributing factors"],
    ["We were locked out of the admin panel.", "Contributing factors"],
    ["Nobody on call had the credentials.", "Contributing factors"],
    ["@mira found the cause, but missing permission to deploy", "Timeline"],
    ["We waited for approval to change the firewall.", "Timeline"],
    ["No one else had easy access to the registrar.", "Contributing factors"],
    ["We had to look for somebody with admin rights.", "Timeline"],
    ["Make sure that everyone on call has the right permissions.", "Action items"],
  ])("%s", (sentence, heading) => {
    expect(kindsIn(sentence, heading)).toEqual(["access"]);
  });
});

describe("documentation", () => {
  test.each([
    ["The runbook was out of date.", "Contributing factors"],
    ["There was no documentation of the restore.", "Contributing factors"],
    ["The process is undocumented.", "Contributing factors"],
    ["The steps were not written down.", "Lessons learned"],
    ["Update the guidance for failover.", "Action items"],
    ["Start an FAQ for the people on call.", "Action items"],
    ["Write a short document for incidents of this kind.", "Action items"],
    ["The migration guide omitted this step.", "Contributing factors"],
  ])("%s", (sentence, heading) => {
    expect(kindsIn(sentence, heading)).toEqual(["documentation"]);
  });
});

describe("what people say they will do counts whatever the heading", () => {
  test.each([
    ["We will add monitoring for the queue.", "instrumentation"],
    ["We need to document how to fail over.", "documentation"],
    ["Add an alert on queue depth.", "instrumentation"],
    ["Document the failover.", "documentation"],
  ])("%s", (sentence, kind) => {
    expect(kindsIn(sentence, "What comes after")).toEqual([kind]);
  });

  test.each([["We added an alert and went on."], ["The documents were stored in a bucket."]])(
    "but not what they did: %s",
    (sentence) => {
      expect(kindsIn(sentence, "What comes after")).toEqual([]);
    },
  );

  test("also where the whole item is a link", () => {
    const text =
      "# Outage\n\n## Action items\n\n- [ ] [Alert on old backups](https://x.example/1)\n";
    expect(suggestGaps(readProse(text), SUGGEST_CONTEXT)).toMatchObject([
      { kind: "instrumentation", sentence: "[Alert on old backups](https://x.example/1)" },
    ]);
  });
});

describe("none of these is a gap", () => {
  test.each([
    ["Alert fired for high latency.", "Timeline"],
    ["Checked the dashboards and saw the spike.", "Timeline"],
    ["The test job failed with exit code 1.", "Timeline"],
    ["Logs show connection resets.", "Timeline"],
    ["Support confirmed that customers could log in.", "Timeline"],
    ["Metrics were not shipped for two hours.", "Summary"],
    ["Logs were missing for one hour.", "Summary"],
    ["Some customers lost access to their reports.", "Summary"],
    ["The certificate was not renewed.", "Root cause"],
    ["The pods could not get credentials from the metadata service.", "Root cause"],
    ["The client could not find the new host name.", "Root cause"],
    ["The script took ten minutes to find all the files.", "Root cause"],
    ["The parser did not expect an empty list.", "Root cause"],
    ["The unknown field was dropped by the serialiser.", "Root cause"],
    ["The rate limit was too low.", "Contributing factors"],
    ["There was no fallback for the payment provider.", "Contributing factors"],
    ["Users were confused by the error page.", "Contributing factors"],
    ["The alert fired within a minute.", "Contributing factors"],
    ["Monitoring caught it quickly.", "Lessons learned"],
    ["The runbook worked well.", "Lessons learned"],
    ["Raise the memory limit to 4 GiB.", "Action items"],
    ["Rotate the credentials.", "Action items"],
    ["Continue to monitor the situation.", "Action items"],
    ["Log in with the new account.", "Action items"],
    ["Support reports that some people have trouble with logging in.", "Action items"],
    ["Perform regular and tested backups.", "Action items"],
    ["Do not use the alerts of the vendor.", "Action items"],
    ["Monitor for follow-up of the hosting company.", "Action items"],
    ["Remove the secrets from all documentation.", "Action items"],
    ["By chance the failure showed up on a Monday.", "Summary"],
    ["I assume the chart has dropped support for it.", "Summary"],
    ["I don't think it is the disk.", "Timeline"],
    ["There is confusion about users who end up on the old page.", "Timeline"],
    ["The scheduler was stopped as it might be confused by old nodes.", "Timeline"],
    ["The service went down for yet unknown reasons.", "Lessons learned"],
    ["All customers (web and app) unable to log in.", "Summary"],
    ["A user says that they can't see their invoices.", "Timeline"],
    ["Services restored, and monitoring returned to normal.", "Timeline"],
    ["No additional errors or alerts were firing.", "Timeline"],
    ["They were sent to the old flow, which does not know the new step.", "Root cause"],
    ["Document version: 1.2", "Background"],
    ["The build stops before it publishes, so nobody saw partial data.", "Summary"],
  ])("%s, in the section %s", (sentence, heading) => {
    expect(kindsIn(sentence, heading)).toEqual([]);
  });
});

test("what was unexpected is by itself too weak to be shown", () => {
  const [found] = suggestGaps(readSentence("The failover was unexpected."), SUGGEST_CONTEXT);
  expect(found?.confidence).toBeLessThan(LIKELY);
});

test("a second cue adds to the confidence, of whatever kind it is", () => {
  const [one] = suggestGaps(readSentence("We were unaware of the quota."), SUGGEST_CONTEXT);
  const [both] = suggestGaps(
    readSentence("We were unaware of the quota and there was no alert."),
    SUGGEST_CONTEXT,
  );
  expect(both?.confidence).toBeGreaterThan(one?.confidence ?? 1);
});
