import { describe, expect, test } from "vitest";
import { isRare, proposed, wantsProposals } from "../../../src/reports/shared/proposals.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, HALF_YEAR } from "../../support/build-query.ts";

const GAP: PostmortemShorthand = { gaps: ["messaging.backpressure"] };
const ESCALATION: PostmortemShorthand = { escalations: [{ competency: "messaging.ordering" }] };

function folder(count: number, of: PostmortemShorthand = {}, started = "2026-03-01T00:00Z") {
  return Array.from({ length: count }, (_, index) =>
    buildPostmortem({ id: `${started}-${index}`, times: { started }, ...of }),
  );
}

test.each([
  ["no incident", folder(0), "gap", false],
  ["none with a gap", folder(2), "gap", true],
  ["less than half with a gap", [...folder(1, GAP), ...folder(2)], "gap", true],
  ["half with a gap", [...folder(1, GAP), ...folder(1)], "gap", false],
  ["no escalation", folder(1, GAP), "escalation", true],
  ["one escalation among many", [...folder(1, ESCALATION), ...folder(9)], "escalation", false],
] as const)("%s: rare?", (_, incidents, type, expected) => {
  expect(isRare(incidents, type)).toBe(expected);
});

test.each([
  ["few documents without gaps", folder(30), true],
  ["too many to read again", folder(31), false],
  [
    "only others outside the window",
    [...folder(3, GAP), ...folder(9, {}, "2025-01-01T00:00Z")],
    false,
  ],
  ["no start", [buildPostmortem()], false],
] as const)("proposals are read for %s: %s", (_, postmortems, expected) => {
  expect(wantsProposals(postmortems, HALF_YEAR, "gap")).toBe(expected);
});

test.each([
  ["few documents, whatever they record", folder(30, GAP), true],
  ["too many to read again", folder(31), false],
  ["no document", [], false],
] as const)("a report about proposals reads them for %s: %s", (_, postmortems, expected) => {
  expect(wantsProposals(postmortems, HALF_YEAR, "all")).toBe(expected);
});

describe("the sentence names", () => {
  const incidents = folder(2);
  const path = incidents[0]?.path ?? "";
  const of = (...types: readonly ("gap" | "escalation")[]) =>
    buildQuery({ proposals: types.map((type) => ({ path, type })) });

  test.each([
    [
      "how many gaps",
      of("gap", "gap", "escalation"),
      "gap",
      "`pm suggest` proposes 2 from the prose",
    ],
    [
      "how many escalations",
      of("gap", "escalation"),
      "escalation",
      "`pm suggest` proposes 1 from the prose",
    ],
    [
      "the command where nobody looked",
      buildQuery({}),
      "gap",
      "`pm suggest` proposes gaps from the prose",
    ],
    [
      "how to write them where it finds none",
      of("escalation"),
      "gap",
      "`pm suggest` finds none in the prose; `pm explain gap-tag-syntax` shows how to write them",
    ],
  ] as const)("%s", (_, query, type, text) => {
    expect(proposed(query, incidents, type)).toBe(text);
  });

  test("only those of its incidents", () => {
    const query = buildQuery({
      proposals: [
        { path: "other.md", type: "gap" },
        { path, type: "gap" },
      ],
    });
    expect(proposed(query, incidents, "gap")).toBe("`pm suggest` proposes 1 from the prose");
  });
});
