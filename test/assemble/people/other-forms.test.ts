import { describe, expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { CONTEXT, read } from "../../support/context.ts";

/** How an event reads in a timeline below a list of people. */
function shown(people: string, event: string): string | undefined {
  const text = `# Queue\n\nAttendees: ${people}\n\n## Timeline\n\n- 2026-05-02 10:00 UTC ${event}\n`;
  return withoutPeople(read(text), peopleOf(CONTEXT)).timeline?.rows[0]?.text;
}

describe("other forms of a listed name", () => {
  test.each([
    ["Orvanda Quillmore (OQ), Bo", "OQ restarts it", "[person] restarts it"],
    ["OQ = Orvanda Quillmore, Bo", "asked OQ's team", "asked [person]'s team"],
    ["Orvanda Quillmore-Desh", "oquillmore restarts it", "[person] restarts it"],
    ["Orvanda dos Quillmore Lind", "dos Quillmore restarts it", "[person] restarts it"],
    ["Orvanda Quill-Desh Lind", "Quill-Desh restarts it", "[person] restarts it"],
    ["Dipl.-Ing. Orvanda Quillmore", "Orvanda restarts it", "[person] restarts it"],
    ["Orvanda Quillmore", "Cause found by Vanda", "Cause found by [person]"],
    ["Orvanda Quillmore", "Orva asked the team", "[person] asked the team"],
  ])("%s: %s", (people, event, expected) => {
    expect(shown(people, event)).toBe(expected);
  });

  test.each([
    ["Orvanda Quillmore", "OQ restarts it"],
    ["Hanna Dorling (HD), Bo", "the HD path is slow"],
    ["Dora Belling (on call)", "DB restarts it"],
    ["Orvanda Quillmore", "the Vanda cluster is full"],
    ["Portia Quillmore", "Port opened by hand"],
  ])("nobody: %s: %s", (people, event) => {
    expect(shown(people, event)).toBe(event);
  });
});
