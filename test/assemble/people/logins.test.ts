import { describe, expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { CONTEXT, read } from "../../support/context.ts";

/** The rows of a timeline as they are shown, below some text. */
function shown(above: string, ...rows: readonly string[]): readonly string[] {
  const items = rows.map((row, index) => `- 07:${String(index + 30)} ${row}`).join("\n");
  const text = `# The queue stalled\n\n${above}\n\n## Timeline\n\n${items}\n`;
  const { timeline } = withoutPeople(read(text), peopleOf(CONTEXT));
  return timeline?.rows.map((row) => row.text) ?? [];
}

describe("a login or a single name is withheld where the text tells that it is somebody's", () => {
  test.each([
    ["@jroe deployed it.", "jroe rolled back", "[person] rolled back"],
    ["Ask jane.roe@example.com.", "Jane Roe and Roe sees lag", "[person] and [person] sees lag"],
    ["Ask dora.lind@acme for it.", "dlind sees lag", "[person] sees lag"],
    ["It ran ~jroe/run.sh.", "jroe sees lag", "[person] sees lag"],
    ["Owner: kmarsal", "kmarsal deployed v42", "[person] deployed v42"],
    ["Owner: nilaj", "payments asked nilaj for help", "payments asked [person] for help"],
    [
      "Owner: nilaj & lena",
      "lena noticed the lag, thanks nilaj",
      "[person] noticed the lag, thanks [person]",
    ],
    ["On call: Benna → Leopa", "Leopa asks Benna", "[person] asks [person]"],
    [
      "```mermaid\nactor Bartek\nparticipant Kafka\n```",
      "Bartek asks for Kafka",
      "[person] asks for Kafka",
    ],
    ["<!-- Author: Ada Okafor -->", "Ada sees lag", "[person] sees lag"],
    ["<!-- written by Ada Okafor -->", "Ada sees lag", "[person] sees lag"],
  ])("%j, %j", (above, row, text) => {
    expect(shown(above, row)).toEqual([text]);
  });

  test.each([
    ["Owner: search-infra", "search-infra asked for help"],
    ["Owner: argocd", "argocd deployed v42"],
    ["Owner: pagerduty", "pagerduty paged the team"],
    ["Owner: falcon", "the falcon team asked for help, and falcon confirmed"],
    ["Owner: falcon", "falcon deployed v42"],
    ["Owner: Seating", "Seating suspects the cache, and payments asked Seating for help"],
    ["Owner: seating", "seating suspects the cache"],
    ["Ask hydra@example.com.", "hydra restarted"],
    ["Owner: dbas", "payments asked dbas for help"],
    ["@checkout-oncall was paged.", "checkout-oncall answered"],
    ["See `@Override` and ~/run.sh, ask root@broker1.", "root restarted"],
    ["```mermaid\nactor Customer\nparticipant Checkout\n```", "Checkout asks Customer"],
  ])("nobody: %j, %j", (above, row) => {
    expect(shown(above, row)).toEqual([row]);
  });
});

describe("whom a document lists is withheld in other forms of the name", () => {
  test.each([
    ["Ada Okafor", "aokafor restarted it", "[person] restarted it"],
    ["Ada Okafor", "A.O. restarted it", "[person]. restarted it"],
    [
      "Ada Okafor",
      "OKAFOR restarted it with okafor's script",
      "[person] restarted it with [person]'s script",
    ],
    ["Ada Okafor", "merged okafor/fix-queue", "merged [person]/fix-queue"],
    ["Lena Müller", "Mueller restarted it", "[person] restarted it"],
    ["Siobhan O'Neillan", "O’Neillan's script failed", "[person]'s script failed"],
    ["Maria van der Bergh", "van der Bergh sees lag", "[person] sees lag"],
    ["Jan Ostermeier", "Ostermeiers fix", "[person] fix"],
  ])("%s: %s", (name, row, text) => {
    expect(shown(`Attendees: ${name}`, row)).toEqual([text]);
  });

  test.each([
    ["Ada Stone", "the stone in the queue, and stones"],
    ["Ada Price", "the price of a page is high"],
    ["Uma Sund", "U.S. traffic is back"],
    ["Ada Berg", "the A.B. test ran"],
  ])("%s: %s stays", (name, row) => {
    expect(shown(`Attendees: ${name}`, row)).toEqual([row]);
  });
});
