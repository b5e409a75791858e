import { describe, expect, test } from "vitest";
import { usualForm, wordReader } from "../../src/likeness/words.ts";

const read = wordReader({
  stopWords: ["the", "service", "don't"],
  personWords: new Set(["rossi"]),
});

describe("wordReader", () => {
  test.each([
    ["Timeouts and the timeout", ["timeouts", "and", "timeout"], "forms are kept as written"],
    ["Services detected it", [], "stop words in any form, milestones and short words are none"],
    ["the broker's lag", ["broker", "lag"], "a possessive is no part of a word"],
    ["We don’t know", ["know"], "a contraction is left out with either apostrophe"],
    ["The DB on an IP is up", ["DB", "IP"], "two letters abbreviate only where both are capitals"],
    ["at 12:30 430 of 2h p95 5xx 503 500", ["p95", "5xx", "503"], "HTTP errors, no amounts"],
    ["see PM2019-010 and k8s", ["see", "and", "k8s"], "numbers of documents are no words"],
    ["payout_items, roll-over", ["payout", "items", "roll", "over"], "marks part words"],
    ["Rossi asked @rossi, x.rossi@corp.example", ["asked"], "nothing that names a person"],
    ["see https://wiki.example/kafka now", ["see", "now"], "links are none"],
    ["очередь cacheé", ["очередь", "cacheé"], "any script"],
    ["Cold cache. Warm pods, Redis", ["cold", "cache", "warm", "pods", "Redis"], "sentence starts"],
  ])("%j reads as %j: %s", (text, written) => {
    expect(read(text).map((word) => word.written)).toEqual(written);
  });

  test("forms of a word have one stem", () => {
    const stems = read("timeout Timeouts retried retries retry").map(({ stem }) => stem);
    expect(stems).toEqual(["timeout", "timeout", "retri", "retri", "retri"]);
  });
});

describe("usualForm", () => {
  test.each([
    [["retry", "retries", "retries"], "retries"],
    [["redis", "Redis"], "Redis"],
    [["locks", "lock"], "lock"],
    [["lags", "lock"], "lags"],
    [[], ""],
  ])("of %j is %j", (forms, usual) => {
    expect(usualForm(forms)).toBe(usual);
  });
});
