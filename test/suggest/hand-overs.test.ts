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

test.each([
  ["- 02:40 The storage team was called and replaced the array"],
  ["- 02:40 Orla Finch is called in to look at the importer"],
  ["- 02:40 We called the Northwind helpdesk"],
  ["- 02:40 Kestrel was called in by the duty officer"],
  ["- 02:40 Orla asked a Northwind engineer to look at the firmware"],
  ["- 02:40 The clerk pages the storage team"],
  ["- 02:40 Orla pages Finn"],
  ["- 02:40 wren pages finch"],
  ["- 02:40 Orla wakes Finn"],
  ["- 02:40 We reported the odd rows to the Northwind team"],
  ["- 02:40 Forwarded the list to netadmins"],
  ["- 02:40 Azure support was involved"],
  ["- 02:40 A technician of the provider was called in"],
  ["- 02:40 The carrier was contacted"],
  ["- 02:40 AWS were contacted again"],
])("people are called, asked and woken: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["The check passes before Paylink is called"],
  ["The handler fails when Renderer is called with no rows"],
  ["When Gatehouse called the TokenReview API with this key, the server refused it"],
  ["- 02:40 Ledger called the Checkout endpoint twice"],
  ["Gatehouse called the RenderPage function for each row"],
  ["Take the gate out and include all pages Notion returns"],
  ["The reader fetches the pages Confluence returns"],
  ["The root cause: asking an LLM to write all rows at once"],
  ["We were asking a SQL server to sort the rows"],
  ["- 02:40 JobScheduler wakes partially, logs 7 rows missed"],
  ["- 02:40 Cronos wakes briefly and drops the rest"],
  ["The player fails, wren reports the track as errored to media-manager, and the cycle repeats"],
  ["The loader reports the row as broken to task-manager"],
  ["The pod asks cert-manager for a new key"],
  ["Ledger forwards the rows to the queue-operator"],
  ["No real payments, kitchens, or Azure resources were involved"],
  ["AWS credentials were involved"],
  ["Two registry mirrors were involved"],
  ["The provider credentials were brought in from the vault"],
  ["Only cloud accounts and GitHub tokens were involved"],
])("a program, a part of a system or a thing of a vendor is asked for nothing: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 We notified the storage team about the array"],
  ["- 02:40 I informed the network engineers that the line was flat"],
  ["- 02:40 Platform was notified and looked at the sums"],
  ["- 02:40 The provider was notified of the broken line"],
  ["- 02:40 Storage team alerted by the duty officer"],
  ["- 02:40 Storage team was informed and asked to restore the rows"],
  ["- 02:40 Orla told the storage team to fail over"],
  [
    "- 02:40 Hypha notifies Contoso Labs\n- 02:50 Hypha restarts the nodes\n- 02:55 Hypha checks the sums",
  ],
  [
    "- 02:40 Wren Labs informs Contoso of the flat line\n- 02:50 Wren Labs moves the rows\n- 02:55 Wren Labs checks them\n- 03:00 Contoso mends the line",
  ],
  [
    "- 02:30 The Northwind team looks at the lag\n- 02:40 The Northwind team notifies the Contoso team of a fault\n- 02:50 The Contoso team swaps the disk",
  ],
  [
    "- 02:30 We look at the lag\n- 02:40 We notify the Contoso team\n- 02:45 We notified the Contoso team\n- 02:50 The Contoso team swaps the disk\n- 02:55 The Contoso team swaps another",
  ],
])("who is told to do something, or is told by us: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 Storage team notified – queue blocked"],
  ["- 02:40 Operations team alerted and began to look"],
  ["The change went out seven minutes before devs were notified of the incident"],
  ["- 02:40 KFinch informed of the pending rows (not concerned)"],
  ["- 02:40 The engineering leads were informed"],
  ["The SRE first told team-lead that the change would need a second look"],
  ["- 02:40 Contacted Alex at this time to let him know"],
  ["- 02:40 Orla messaged Finn to let him know that it was over"],
  [
    "- 02:40 The Northwind team reached out to the Kestrel team to inform us of a flaw that they found",
  ],
  ["- 02:40 Wren Labs contacted the Kestrel developers to warn us"],
  ["The alarm went off so often that false alerts trained operators to mute it"],
  ["After a week of noisy alerts tired engineers switched them off"],
  [
    "- 02:40 CrewChain notifies Hypha that others are late\n- 02:50 Hypha restarts the nodes\n- 02:55 Hypha checks the sums",
  ],
  [
    "- 02:40 Core team at Contoso GmbH notifies the Kestrel core team of a flaw\n- 02:50 The Kestrel team asks for details of it\n- 02:55 Kestrel team works on a fix",
  ],
  [
    "- 02:40 Northwind Team notifies kestrel team in slack about odd rows\n- 02:50 Kestrel team looks at the rows\n- 02:55 Kestrel team finds the cause",
  ],
  [
    "- 02:40 Marco alerts Ledger team to odd sums of the export\n- 02:50 Ledger team turns the export off\n- 02:55 Ledger team looks at the sums",
  ],
])("who is only told is not asked: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 Support escalates to engineering"],
  ["- 02:40 Support escalated to networking"],
  ["- 02:40 Sysadmin escalates the restart request to kestrel42"],
  ["- 02:40 First clerk notices the lag and escalates to the storage team"],
  ["- 02:40 Support hands over to infrastructure"],
  ["- 02:40 Escalated to the infrastructure and networking teams"],
])("a department or a handle is escalated to: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 Escalated to P1"],
  ["- 02:40 Escalated to a full outage"],
  ["- 02:40 The lag escalates to timeouts"],
  ["- 02:40 The issue escalates to production"],
  ["The errors escalated to 500s for all rows"],
  ["A bug lets a clerk escalate to root"],
  ["The warnings escalate to errors"],
  ["The token can be used to escalate to admin"],
])("what grows worse is escalated to nobody: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 A call with the AWS incident response team was started"],
  ["- 02:40 Azure support chat was initiated"],
  ["- 02:40 Orla filed AWS request to raise the limit to 800"],
  [
    "The box would not come back, so we opened a datacenter smart-hands request, which took an hour",
  ],
  ["- 02:40 Contact made with the line provider"],
  ["- 02:40 Hotline called; nobody answers"],
  ["- 02:40 Attempted contact via the provider's ticket system fails"],
  ["- 02:40 Attempted coordination with the AWS abuse team (no answer)"],
  ["- 02:40 We opened a GitHub support ticket"],
  ["- 02:40 The core team consults with other Northwind teams and experts on the skip"],
  ["We found it by engaging internal teams, outside consultants, and AWS engineers"],
  ["We managed to reach a Northwind engineer, who could not help"],
  ["- 02:40 requested a copy of the rows from Northwind"],
  ["The account was reported to GitHub, and has since been shut"],
  ["- 02:40 Orla wrote an email to Northwind support explaining the rows and asking for help"],
  ["- 02:40 Orla contacted the financial institution"],
  ["- 02:40 The bank was reached after an hour"],
  ["The storage team triaged it and notified the network team about the incident"],
  ["- 02:40 Telecom Operations looked at the alarm and notified the network team"],
])("another organisation is reached in other words: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 A call with the customer was started"],
  ["- 02:40 A chat for the incident was started"],
  ["- 02:40 Orla filed a request to raise the limit"],
  ["- 02:40 We opened the AWS console"],
  ["- 02:40 Opened an Azure pipeline to run the tests"],
  ["- 02:40 Calls to the provider API fail"],
  ["- 02:40 Repeated calls to the registry fail"],
  ["- 02:40 An email is sent to all users"],
  ["- 02:40 Customers can write to support@kestrel.example"],
  ["- 02:40 The hotline received forty calls"],
  ["- 02:40 Contact with the host was lost"],
  ["- 02:40 The limit was reached after an hour"],
  ["- 02:40 The worker requested a copy of the rows from Redis"],
  ["- 02:40 The reader consults the index of the table"],
  ["The library consults with the cache first"],
  ["The lag was reported to Grafana"],
  ["We managed to reach a steady state"],
  ["- 02:40 The service wrote an email to each client"],
  ["- 02:40 The client requested the rows from Ledger"],
  ["- 02:40 Orla closed it without consulting a specialist"],
  ["- 02:40 Orla restarted it instead of contacting the vendor"],
  ["- 02:40 Sent the news to all 305 affected teams"],
])("no other organisation or team is reached: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 Escalated to senior management for a decision"],
  ["- 02:40 Orla asked the CTO for approval"],
  ["- 02:40 The incident was escalated to the head of networking"],
  ["- 02:40 We posted a request for help in #storage"],
  ["- 02:40 Asked in the storage channel whether anybody had changed the array"],
  ["- 02:40 We forwarded the report to the network team"],
])("leaders and channels are asked: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 The findings were reported to the executive team"],
  ["- 02:40 We informed the CTO about the outage"],
  ["- 02:40 Orla notified the engineering director"],
  ["- 02:40 Sent a summary to senior leadership"],
  ["- 02:40 The outage was reported to management"],
  ["- 02:40 Orla shared the sums with the vice president"],
  ["- 02:40 Sent an update to the #incident channel"],
  ["- 02:40 We informed the incident channel of the restart"],
  ["- 02:40 Shared the graph with the #outage channel"],
  ["- 02:40 We notified #general"],
  ["- 02:40 Opened a ticket for the registry rewrite"],
  ["- 02:40 Created a ticket for the provider limit"],
])("leaders and channels that get the news are asked for nothing: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 Alice Finch from Northwind joined the call to help"],
  ["- 02:40 Worked with Karl from the storage team to restore the rows"],
  ["- 02:40 A Northwind engineer joined the call"],
  ["- 02:40 Worked with Northwind support to restore the rows"],
  ["- 02:40 Finn from the storage team joined to help debug"],
  ["- 02:40 Orla sends an email to the storage team"],
  ["- 02:40 Orla asks for help from Finn"],
])("people of others work on it: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 Anna and Karl joined to help debug"],
  ["- 02:40 Karl joined the call to help"],
  ["- 02:40 Worked with Karl to check the sums"],
  ["- 02:40 Anna worked with Karl on the restart"],
  ["- 02:40 KW sends email to FN and OM noting that rows are late"],
  ["- 02:40 Anna coordinated with Karl on the restart"],
  ["- 02:40 Orla read the report and then worked with Finn to check it again"],
  ["- 02:40 Orla and Finn joined to help debug"],
  ["- 02:40 Finn joined the call to help"],
  ["- 02:40 Orla opens a pull request and asks for Finn's review"],
  ["- 02:40 Orla coordinated with Finn on the restart"],
])("people by their first names alone are of our own: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 We asked a researcher from Northwind for the samples"],
  ["- 02:40 With the help of Karl we moved the workers"],
  ["- 02:40 With help from the storage team we moved the workers"],
  ["- 02:40 We asked Northwind to look at the rows"],
  ["- 02:40 With the help of the vendor we moved the workers"],
  ["- 02:40 We engaged AWS Support"],
  ["- 02:40 Engaged the AWS RDS team"],
  ["- 02:40 Contacted Cloudflare at once"],
  ["- 02:40 We engaged Azure engineers"],
  ["- 02:40 Orla asks for advice from Finn"],
  ["- 02:40 Orla asks the storage team to check the array"],
])("people are asked, and not what they run: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 A security researcher contacted the Kestrel maintainers"],
  ["- 02:40 The reporter emailed the security team"],
  ["- 02:40 The threat actor contacted the support team"],
  ["- 02:40 The scammer asked an employee for gift cards"],
  ["- 02:40 A bug hunter reached out to the platform team"],
  ["- 02:40 An auditor informed the database team of the flaw"],
  ["- 02:40 The phisher called the finance team"],
  ["- 02:40 With the help of Wireshark we saw the lost packets"],
  ["- 02:40 With help from Copilot we wrote the patch"],
  ["- 02:40 Asked Claude to read the logs"],
  ["- 02:40 We asked ChatGPT for ideas"],
  ["- 02:40 We consulted the AWS documentation"],
  ["- 02:40 Consulted the GitHub status page"],
  ["- 02:40 We reached out to the Azure docs"],
  ["- 02:40 A change involving GitHub Actions went out"],
  ["- 02:40 We called the admin API"],
  ["- 02:40 We called the owner function of the vault"],
  ["- 02:40 We sent the rows to the engineering cluster"],
  ["- 02:40 Engaged the operator pod"],
  ["- 02:40 Orla asked Finn to review the patch"],
  ["- 02:40 Asked for a review from Finn"],
])("a tool, what is written, a part of a system and a reviewer are no others: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 We sent the dump to the Northwind team"],
  ["- 02:40 Transferred the ticket to the network team"],
  ["- 02:40 We assigned the case to the network team"],
])("work is passed on: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 We transferred the funds to the storage team"],
  ["- 02:40 We sent the tokens to the owner"],
  ["- 02:40 Assigned the role to the storage operator"],
  ["Orla had shared the password with the vendor"],
  ["- 02:40 Sent the refund to the member"],
  ["- 02:40 We assigned the address to the network admin"],
])("what is somebody's own is not work that is passed on: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});

test.each([
  ["- 02:40 03:20 Pinged the storage on-call, who was not at work yet."],
  ["Case 4711 opened with the network provider at 14:05."],
  ["- 02:40 Forwarded the list of addresses to buildops."],
  ["- 02:40 Asks on chat if Ledger knows what is up with the batch."],
  ["- 02:40 An email is sent to support@northwind.example"],
  ["- 02:40 Orla emailed support@northwind.example and got no answer"],
  ["- 02:40 Wrote to noc@carrier.example about the line"],
  ["- 02:40 We sent an email to abuse@northwind.example"],
  ["- 02:40 Repeated calls to the carrier's hotline"],
  ["- 02:40 A call to the provider's helpdesk brought no news"],
  ["- 02:40 Calls to the registrar's support desk went unanswered"],
  ["- 02:40 Orla then escalated for access to the logs"],
  ["- 02:40 Sysadmin escalated for a restart of the daemon"],
  ["- 02:40 The clerk escalated, and the storage team took over"],
  ["- 02:40 The on-call engineer escalated internally"],
  ["- 02:40 We worked with AWS support to restore the volume"],
  ["- 02:40 We worked with the provider to move the line"],
  ["- 02:40 Working with the storage team to find the disk"],
  ["- 02:40 We are working with our hosting provider on a fix"],
  ["- 02:40 Pulled in the network team"],
  ["- 02:40 Network team joins the bridge"],
  ["- 02:40 Called upon the network team"],
  ["- 02:40 Brought the vendor onto the call"],
  ["- 02:40 Raised a P1 with Northwind"],
  ["- 02:40 Severity 1 case raised with Northwind"],
  ["- 02:40 Looped in our account manager at AWS"],
  ["- 02:40 Started a chat with AWS support"],
  ["- 02:40 Filed a bug with the upstream project"],
  ["- 02:40 Opened an issue with the maintainers of the driver"],
  ["- 02:40 Requested help from the network team"],
  ["- 02:40 Network engineers were dispatched to the datacenter"],
  ["- 02:40 Asked the hoster to replug the cable"],
  ["- 02:40 Contacted the developers of the plugin"],
  ["- 02:40 Reported the bug upstream"],
  ["- 02:40 Reported to the upstream project"],
  ["- 02:40 DBAs were engaged"],
  ["- 02:40 DBA team was pulled in"],
  ["- 02:40 The on-call DBA was paged"],
  ["- 02:40 Paged the on-call DBA"],
  ["- 02:40 Consulted an expert on the driver"],
  ["- 02:40 Security team looped in"],
  ["- 02:40 Involved the SRE team"],
])("asked by mail or on the phone, worked with, and in many other words: %s", (text) => {
  expect(handOvers(text)).toHaveLength(1);
});

test.each([
  ["- 02:40 An email is sent to all@kestrel.example"],
  ["- 02:40 Customers wrote to support@kestrel.example"],
  ["- 02:40 The job sends a mail to orders@kestrel.example"],
  ["- 02:40 The form posts to support@kestrel.example"],
  ["- 02:40 Calls to the hotline of the shop doubled"],
  ["- 02:40 Calls to the carrier's API fail"],
  ["- 02:40 The lag escalated"],
  ["- 02:40 The outage escalated quickly"],
  ["- 02:40 Errors escalated for an hour"],
  ["- 02:40 The situation escalated after the restart"],
  ["- 02:40 The process escalated its privileges"],
  ["- 02:40 We worked with the rows of the table"],
  ["- 02:40 Working with affected customers to restore their rows"],
  ["- 02:40 We worked with the team to restore the rows"],
  ["- 02:40 The patch works with the provider"],
  ["- 02:40 Everybody worked with all hands"],
  ["- 02:40 Waiting for the registry to answer"],
  ["- 02:40 Got a reply from the server"],
  ["The author of the plugin reported it to help@kestrel.example"],
  ["Orla has worked with a lot of hosting providers"],
])("nobody of ours asks, or nobody is asked: %s", (text) => {
  expect(handOvers(text)).toEqual([]);
});
