import { describe, expect, test } from "vitest";
import { groupMentions, mentionsOf } from "../../src/taxonomy/mentions.ts";
import { joinSpellings, spellingTest } from "../../src/taxonomy/spellings.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";

const isSpelling = spellingTest(["team", "service", "the"]);

/** The names of the teams that incidents list, as `likeliest: others`. */
function joined(...incidents: readonly (readonly string[])[]): readonly string[] {
  const postmortems = incidents.map((teams, index) => buildPostmortem({ id: `${index}`, teams }));
  const groups = [...groupMentions(mentionsOf(postmortems), ({ id }) => id)].map(
    ([name, mentions]) => ({ name, mentions }),
  );
  return joinSpellings(groups, isSpelling).map(
    ({ name, others }) => `${name}: ${others.map((other) => other.name).join(", ")}`,
  );
}

describe("two names are one", () => {
  test.each([
    ["Payments", "Paymnets", true],
    ["payments team", "Payments", true],
    ["the-payments-team", "payment", true],
    ["checkout", "checkout-service", true],
    ["team", "service", false],
    ["orders", "others", false],
    ["api", "app", false],
    ["checkout-api", "checkout", false],
    ["shard 1", "shard 2", false],
  ])("%s, %s: %s", (one, other, expected) => {
    expect(isSpelling(one, other)).toBe(expected);
  });
});

describe("spellings of one name", () => {
  test("the most frequent is the likeliest, then the shortest", () => {
    expect(joined(["Paymnets"], ["payments"], ["payments"], ["payments team"])).toEqual([
      "payments: Paymnets, payments team",
    ]);
    expect(joined(["payments team"], ["payments"])).toEqual(["payments: payments team"]);
  });

  test("what one incident lists side by side are two", () => {
    expect(joined(["orders", "order"], ["orders"])).toEqual(["orders: ", "order: "]);
  });
});
