import { describe, expect, test } from "vitest";
import { peopleOf } from "../../src/people/people-of.ts";
import { withoutPeople } from "../../src/privacy/without-people.ts";
import { CONTEXT, read } from "../support/context.ts";

const LIST =
  "Attendees: Mark Okafor, Will Moss, Grace Lindqvist, Per Aavik, Bill Sund, Hope Arden, May Quill, June Tarr";

function shown(row: string): string | undefined {
  const text = `# The queue stalled\n\n${LIST}\n\n## Timeline\n\n- 07:32 ${row}\n`;
  const { timeline } = withoutPeople(read(text), peopleOf(CONTEXT));
  return timeline?.rows[0]?.text;
}

describe("a first name that is also a word is withheld where somebody acts", () => {
  test.each([
    ["Mark found the cause", "[person] found the cause"],
    ["Per had rolled back before", "[person] had rolled back before"],
    ["Per rolled back the deploy", "[person] rolled back the deploy"],
    ["Will restarted it", "[person] restarted it"],
    ["Grace paged the database team", "[person] paged the database team"],
    ["Bill's dashboard was red", "[person]'s dashboard was red"],
    ["Mark and Grace compared the graphs", "[person] and [person] compared the graphs"],
    ["payments asked Mark and Will for help", "payments asked [person] and [person] for help"],
    ["restarted with Grace, who was on call", "restarted with [person], who was on call"],
    ["Mark to add an alert", "[person] to add an alert"],
    ["Grace and Mark to review the limits", "[person] and [person] to review the limits"],
    ["Hope did not know the limit", "[person] did not know the limit"],
    ["May posted an update", "[person] posted an update"],
    ["payments asked June for help", "payments asked [person] for help"],
    [
      "payments restarted it and June wrote to customers",
      "payments restarted it and [person] wrote to customers",
    ],
    ["Hope: looking at it", "[person]: looking at it"],
  ])("%s", (row, text) => {
    expect(shown(row)).toBe(text);
  });
});

describe("the word stays where it is one", () => {
  test.each([
    "Mark the pod as unschedulable",
    "Nobody is left, Mark to be sure",
    "Grace period expired",
    "Grace expired after 30 s",
    "Will this scale",
    "Will customers notice",
    "Per host limits are hit",
    "Per restarted pod the cache is cold",
    "Bill run failed again",
    "Bill failed on retry",
    "Hope is no strategy",
    "May we alert earlier",
    "errors rose in May, and June was quiet",
    "the worst since May 3 was the first time",
    "latency from May to June was high",
  ])("%s", (row) => {
    expect(shown(row)).toBe(row);
  });
});

test("nobody is withheld by a word where the document lists nobody of that name", () => {
  const text = "# Q\n\nAttendees: Ada Okafor\n\n## Timeline\n\n- 07:32 Mark the pod as lost\n";
  const { timeline } = withoutPeople(read(text), peopleOf(CONTEXT));
  expect(timeline?.rows[0]?.text).toBe("Mark the pod as lost");
});

test("a service that the document names so stays", () => {
  const text =
    "---\nservices: [Hope]\n---\n\n# Q\n\nAttendees: Hope Arden\n\n## Timeline\n\n- 07:32 Hope restarted the broker\n";
  const { timeline } = withoutPeople(read(text), peopleOf(CONTEXT));
  expect(timeline?.rows[0]?.text).toBe("Hope restarted the broker");
});
