import { describe, expect, test } from "vitest";
import { lexiconOf, numberWords, usualForms } from "../../src/likeness/words.ts";

function read(text: string) {
  const words = numberWords(["the", "service", "don't"]);
  words.read(text);
  const { read: readAgain, written, stems, stemOf } = lexiconOf(words, new Set(["rossi"]));
  return readAgain(text).map((word) => {
    return { written: written(word), stem: stems[stemOf[word] ?? 0] };
  });
}

describe("the words of a text", () => {
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

describe("usualForms", () => {
  test.each([
    [["retry", "retries", "retries"], "retries"],
    [["redis", "Redis"], "Redis"],
    [["locks", "lock"], "lock"],
    [["retries", "retried"], "retried"],
  ])("of %j is %j", (forms, usual) => {
    const words = numberWords([]);
    // A second word, so that no capital may only be there because a sentence begins.
    const numbers = forms.flatMap((form) => words.read(`and ${form}`).slice(1));
    const lexicon = lexiconOf(words, new Set());
    const { stemOf } = lexicon;
    const stem = stemOf[numbers[0] ?? 0] ?? 0;
    expect(usualForms([stem], [Int32Array.from(numbers)], lexicon).get(stem)).toBe(usual);
  });
});
