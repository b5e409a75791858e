import { describe, expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { COMPLETE_FACTS } from "../../support/complete-facts.ts";
import { CONTEXT, read } from "../../support/context.ts";

function namesIn(body: string): readonly string[] {
  const text = `# The queue stalled\n\n## Summary\n\nIt was full of kafka events.\n\n${body}\n`;
  const { full, single } = read(text).listedNames;
  return [...full, ...single].toSorted();
}

const ADA = ["Ada", "Ada Okafor", "Okafor"];
const BOTH = ["Ada", "Ada Okafor", "Jo Moss", "Moss", "Okafor"];

describe("who signs, gets a copy or is thanked is named", () => {
  test.each([
    ["Best,\nAda Okafor", ADA],
    ["Kind regards,\n\nAda", ["Ada"]],
    ["Cheers, Ada", ["Ada"]],
    ["cc: Ada Okafor, Jo Moss", BOTH],
    ["CC Ada Okafor and Jo Moss", BOTH],
    ["It was full. /cc @adao", ["adao"]],
    ["**CC:** Ada Okafor", ADA],
    ["Thanks to Ada Okafor and Jo Moss for the help.", BOTH],
    ["Many thanks to Ada, Moritz and the payments team for staying late.", ["Ada", "Moritz"]],
    ["- Kudos to Ada Okafor!", ADA],
    ["Signed-off-by: Ada Okafor <ada@example.com>", ADA],
    [
      "```\nfix: drop it\n\nCo-authored-by: Ada Okafor <ada@example.com>\nTested-by: Jo Moss\n```",
      BOTH,
    ],
    ["From: Ada Okafor <ada@example.com>", ADA],
    ['From: "Ada Okafor" <ada@example.com>', ADA],
    ["Regards\nAda Okafor", ADA],
    ["> Nobody knew.\n>\n> — Ada Okafor, SRE", ADA],
    ["-- \nAda Okafor\nSRE", ADA],
    ["– Ada Okafor (on call)", ADA],
    ["— Moritz, SRE", ["Moritz"]],
    ["Moritz drained it.\n\n-- Moritz", ["Moritz"]],
    [
      "Kudos to Ada Okafor, shout-out to Jo Moss, thanks to Moritz, Lene and Tove.",
      [...BOTH, "Lene", "Moritz", "Tove"].toSorted(),
    ],
    ["It was full, and thanks to Ada Okafor and Jo Moss for draining it.", BOTH],
    ["Reviewed-by: Moritz", ["Moritz"]],
    ["Signed-off-by: mfeld <mfeld@example.com>", ["mfeld"]],
    ["Mr. Okafor and Ms Moss of Acme called Dr Lind.", ["Lind", "Moss", "Okafor"]],
    ["Dear Moritz,\n\nthe queue is full.", ["Moritz"]],
  ])("%j", (body, names) => {
    expect(namesIn(body)).toEqual(names);
  });

  test.each([
    "Best,\nThe Payments Team",
    "Thanks,\nOperations",
    "Access to the database for Seating, 27 February\n\nBest,\nSeating",
    "Best practice, Kafka",
    "cc: Payments, Platform",
    "the cc flag of Kafka",
    "Thanks to Black Friday, traffic was high",
    "Thanks to Kafka, nothing was lost.",
    "Thanks to Kafka and Redis, nothing was lost.",
    "Thanks to Kafka and Kafka.",
    "Thanks to the retries no order was lost",
    "Reported-by: Grafana",
    "Status Page <noreply@example.com>",
    "Stand-by: Two Nodes",
    "— Google SRE Book",
    "-- End of log --",
    "– Kubernetes (upgrade)",
    "Kafka restarted.\n\n— Kafka",
    "> Nobody knew.\n>\n> — Payments team",
    "Orders — Europe, all shops — were late.",
    "Thanks to Jenkins and Argo the rollback was quick, thanks to Kafka, Redis and Envoy nothing was lost.",
    "Kudos to Jenkins and Argo.",
    "Thanks to Black Friday, and Cyber Monday, traffic was high.",
    "Caused-by: Kafka",
    "Approved-by: Payments",
    "It took 200 ms Kafka said. St. Louis was down, vs. Berlin.",
    "Dear Payments,\n\nthe queue is full.",
    "Hi all,\n\nthe queue is full.",
  ])("nobody: %j", (body) => {
    expect(namesIn(body)).toEqual([]);
  });
});

test("whoever signs is withheld in what the frontmatter says, however little was read", () => {
  const text = `---\ntitle: Okafor drained the queue\n${COMPLETE_FACTS}\n---\n\nIt was full.\n\nBest,\nAda Okafor\n`;
  const shown = (needs?: readonly ("title" | "names")[]) =>
    withoutPeople(read(text, needs), peopleOf(CONTEXT)).title?.value;
  expect(shown()).toBe("[person] drained the queue");
  expect(shown(["title", "names"])).toBe("[person] drained the queue");
});
