import { describe, expect, test } from "vitest";
import { groupMentions, mentionsOf } from "../../src/taxonomy/mentions.ts";
import { joinSpellings, likenessBy } from "../../src/taxonomy/spellings.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";

const likenessOf = likenessBy(["team", "service", "the"]);

/** The names of the teams that incidents list, as `likeliest: others`. */
function joined(...incidents: readonly (readonly string[])[]): readonly string[] {
  const postmortems = incidents.map((teams, index) => buildPostmortem({ id: `${index}`, teams }));
  const groups = [...groupMentions(mentionsOf(postmortems), ({ id }) => id)].map(
    ([name, mentions]) => ({ name, mentions }),
  );
  return joinSpellings(groups, likenessOf).map(
    ({ name, others }) => `${name}: ${others.map((other) => other.name).join(", ")}`,
  );
}

describe("two names are one", () => {
  test.each([
    ["Payments", "Paymnets", "slip"],
    ["shipping", "shopping", "slip"],
    ["payments team", "Payments", "same"],
    ["the-payments-team", "payment", "same"],
    ["check-out", "checkout", "same"],
    ["checkout", "checkout-service", "same"],
    ["team", "service", null],
    ["orders", "others", null],
    ["api", "app", null],
    ["checkout-api", "checkout", null],
    ["shard 1", "shard 2", null],
  ] as const)("%s, %s: %s", (one, other, expected) => {
    expect(likenessOf(one, other)).toBe(expected);
  });
});

describe("spellings of one name", () => {
  test("the most frequent is the likeliest, then the shortest", () => {
    expect(joined(["Paymnets"], ["payments"], ["payments"], ["payments team"])).toEqual([
      "payments: Paymnets, payments team",
    ]);
    expect(joined(["payments team"], ["payments"])).toEqual(["payments: payments team"]);
  });

  test("what is used again and again is no typing error", () => {
    const times = (count: number, name: string) => Array.from({ length: count }, () => [name]);
    expect(joined(...times(5, "shipping"), ...times(2, "shopping"))).toEqual([
      "shipping: ",
      "shopping: ",
    ]);
    expect(joined(...times(6, "shipping"), ...times(2, "shpiping"))).toEqual([
      "shipping: shpiping",
    ]);
    expect(joined(...times(2, "payments"), ...times(2, "payment"))).toEqual(["payment: payments"]);
  });

  test("what one incident lists side by side are two", () => {
    expect(joined(["orders", "order"], ["orders"])).toEqual(["orders: ", "order: "]);
  });
});
