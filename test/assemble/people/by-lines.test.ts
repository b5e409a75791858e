import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

/** The names that a document lists, whole ones and single words. */
function namesIn(line: string): readonly string[] {
  const text = `# The queue stalled\n\n${line}\n\n## Summary\n\nIt was full.\n`;
  const { full, single } = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, taxonomy: TAXONOMY },
  ).listedNames;
  return [...full, ...single];
}

describe("who is named in a line without a label that ends in a colon", () => {
  test.each([
    ["Written by Ada Okafor on 3 May 2026", "Ada Okafor"],
    ["_Written by Okafor on 3 May 2026_", "Okafor"],
    ["By Ada van der Okafor, 3 May 2026", "Ada van der Okafor"],
    ["> Facilitated by Ada Okafor · 6 people", "Ada Okafor"],
    ["Held on 3 May · Facilitator: Okafor", "Okafor"],
    ["_Held on 3 May · facilitator: Okafor · 6 people_", "Okafor"],
    ["- Incident commander Ada Okafor", "Ada Okafor"],
    ["We paged incident commander Ada Okafor at 10:02.", "Ada Okafor"],
    ["3 May 2026 | Ada Okafor (IC), Jo Moss (scribe)", "Jo Moss"],
    ["By April Ludgate, 3 May 2026", "April Ludgate"],
    ["Written by Ada Okafor, reviewed by Jo Moss", "Jo Moss"],
    ["On call Platform, incident commander Ada Okafor", "Ada Okafor"],
    ["By Sun Li, 3 May 2026", "Sun Li"],
    ["Reported by Ada Okafor at 10:02", "Ada Okafor"],
  ])("%s", (line, name) => {
    expect(namesIn(line)).toContain(name);
  });

  test.each([
    "By Monday Morning, all was well",
    "By Design Review, we mean a meeting of two teams that know the design",
    "Written by the Payments team",
    "Reviewed by Payments and Ledger",
    "Team Ledger (lead), Platform (support)",
    "Reported by Grafana at 10:02",
    "Created by Terraform on 3 May",
    "The mail was written by hand",
    "Caused by High Load, the queue stalled",
    "Customer communication: Black Friday Sale",
  ])("nobody: %s", (line) => {
    expect(namesIn(line)).toEqual([]);
  });
});

test("a name that a line gives is withheld wherever else it stands", () => {
  const text =
    "# Queue\n\nWritten by Ada Okafor on 3 May 2026\n\n## Timeline\n\n- 2026-05-02 10:00 UTC Okafor restarts it\n";
  const { timeline } = withoutPeople(read(text), peopleOf(CONTEXT));
  expect(timeline?.rows.map((row) => row.text)).toEqual(["[person] restarts it"]);
});
