import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[text: string, expected: readonly string[]]>([
  ["We should have tested the failover.", ["1:4 `should have`"]],
  ["The engineer on call should've escalated.", ["1:22 `should've`"]],
  ["They should have read the docs.", ["1:6 `should have`"]],
  ["The team could not have known.", ["1:10 `could not have`"]],
  ["- Should have checked the runbook.", ["1:3 `Should have`"]],
  ["We looked twice and should have seen the lag.", ["1:21 `should have`"]],
  ["The reviewer, however, should have asked.", ["1:24 `should have`"]],
  ["The engineer who wrote it should have tested it.", ["1:27 `should have`"]],
  ["Payments should have checked the limit.", ["1:10 `should have`"]],
  ["@alex should have checked the limit.", ["1:7 `should have`"]],
  ["Robin should have tested the failover.", ["1:7 `should have`"]],
  ["Robin failed to ask.", ["1:7 `failed to`"]],
  ["Dana should have checked the dashboard.", ["1:6 `should have`"]],
  ["In the review Dana should have noticed the limit.", ["1:20 `should have`"]],
  ["Dana T. Meier should have verified the limit.", ["1:15 `should have`"]],
  ["John Smith failed to check the queue.", ["1:12 `failed to`"]],
  ["Because Tom Baker should have rolled back.", ["1:19 `should have`"]],
  ["Ngozi Adeyemi failed to ask.", ["1:15 `failed to`"]],
  ["This should have been caught in review.", ["1:6 `should have`"]],
  ["The step should have been tested by the team.", ["1:10 `should have`"]],
  ["| A |\n|---|\n| We ought to have called. |", ["3:6 `ought to have`"]],
  ["Testing the restore could have helped.", ["1:21 `could have helped`"]],
  ["If we had tested it, we would have known.", ["1:25 `would have`"]],
  ["Had we known, it would have ended sooner.", ["1:18 `would have`"]],
  ["If only we had looked.", ["1:1 `If only we had`"]],
  ["The team failed to verify the backup.", ["1:10 `failed to`"]],
  ["The failure to test it cost an hour.", ["1:5 `failure to`"]],
])("%j is reported", (text, expected) => {
  expect(lintDocument("counterfactual", text)).toEqual(
    expected.map((place) => place.replace(" ", " Unexpected counterfactual ")),
  );
});

test.each([
  "What should have happened?",
  "Terraform should have refused the plan.",
  "Prometheus should have warned us.",
  "Redis failed to check the replica.",
  "Kafka should have known the offset.",
  "Azure Monitor should have checked the endpoint.",
  "Checkout failed to check the token.",
  "On Monday the probe should have checked it.",
  "Payment routers should have checked it.",
  "June should have been quiet.",
  "Monitoring should have noticed.",
  "Alerts should have told us.",
  "Robin should have fired.",
  "It should have known the new address.",
  "Automation should have tested it.",
  "**What should have happened:**",
  "Could we have seen it earlier?",
  "We asked whether the reviewer should have been told.",
  "The alert should have fired at 02:16.",
  "The alert for the payments team should have fired.",
  "The payments should have gone through.",
  "The pod failed to start.",
  "They failed to start.",
  "Engineers failed to reach the vendor.",
  "The health check failed to notice the dead thread.",
  "The request should have been retried.",
  "The fault should have been caught by the health check.",
  "The deploy would have failed if the check had run.",
  "If only one replica runs, writes stop.",
  "It could have been worse.",
  "Customers could have lost data.",
  "This does not mean that we should have known.",
  "We should have a look at this.",
  "We should have automated tests.",
  "Each service should have clear limits.",
  '"We should have tested it", said a customer.',
  "> We should have tested it.",
  "## We should have tested it",
  "`we should have tested it`",
])("%j is left alone", (text) => {
  expect(lintDocument("counterfactual", text)).toEqual([]);
});

test("the hint is a question about the system", () => {
  expect(lintHints("counterfactual", "We should have seen it.")).toEqual([
    "What would have made this visible, or easy, at that moment?",
  ]);
});
