import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameSearch } from "../../src/people/names.ts";
import { recogniser, WITHHELD } from "../../src/people/recogniser.ts";

const { find, names, redact } = recogniser({
  notNames: ["git", "oncall", "sre", "here", "noreply", "root"],
  annotations: ["override", "param"],
  amounts: ["noon", "ten"],
  groups: new Set(["payments", "data platform"]),
});

describe("addresses and handles", () => {
  test.each([
    ["@alex told us", "[person] told us"],
    ["@k.sorvik acknowledges, cc @anna-kowalska_2", "[person] acknowledges, cc [person]"],
    ["@priya.ramanathan.", "[person]."],
    ["(@alex-b)", "([person])"],
    ["@alex's shell", "[person]'s shell"],
    ["@Yara Holm asked", "[person] asked"],
    ["@sam@alex", "[person]"],
    ["<@U123> and <@U0AB|bob>", "[person] and [person]"],
    ["hachyderm.io/@x said", "[person] said"],
    ["@x@hachyderm.io said", "[person] said"],
    ["ask ~jdoe or [~jane.roe]", "ask [person] or [person]"],
    ["josé@example.com called", "[person] called"],
    ["a.b+c@mail.example.co.uk", "[person]"],
    ["cc @bo.lindqvister@example.com", "cc [person]"],
    ['"jo doe"@example.com', "[person]"],
    ["jo at example dot com", "[person]"],
    ["jo [at] example.com", "[person]"],
    ["jo(at)example(dot)com", "[person]"],
    ["jo%40example.com", "[person]"],
    ["jo＠example.com", "[person]"],
  ])("%j reads %j", (text, redacted) => {
    expect(redact(text)).toBe(redacted);
    expect(names(text)).toBe(true);
  });

  test.each([
    "@payments paged @data-platform",
    "@team/sre joined, @org/payments too",
    "@alex-oncall and @here",
    "git clone git@github.com:org/repository.git",
    "root@db1.example.com",
    "@Override and @param",
    "@types/node and @my-org/package",
    "pinned to left-pad@1.3.0",
    "p99 @ 400 ms",
    "look at example.com",
    "since ~noon, for ~ten minutes, in ~/bin, ~20 of them, ~5m",
  ])("%j names nobody", (text) => {
    expect(redact(text)).toBe(text);
    expect(names(text)).toBe(false);
  });
});

describe("listed names", () => {
  const listed = nameSearch({
    full: [
      "Priya Ramanathan",
      "Иван Петров",
      "Zoë O’Neill",
      "山田太郎",
      "Anne-Marie van der Berg",
      "Georg Großmann",
      "Νικος Παππας",
    ],
    single: ["Priya", "Ramanathan", "Zoë"],
  });

  test.each([
    ["Fix by Priya Ramanathan broke checkout", "Fix by [person] broke checkout"],
    ["Ramanathan, Priya", "[person]"],
    ["PRIYA RAMANATHAN and priya.ramanathan", "[person] and [person]"],
    ["Priya K. Ramanathan", "[person]"],
    ["P. Ramanathan read lag", "[person] read lag"],
    ["Priya's queue", "[person]'s queue"],
    ["Zoë Großmann and GEORG GROSSMANN", "[person] and [person]"],
    ["ΝΙΚΟΣ ΠΑΠΠΑΣ", "[person]"],
    ["Priya Unlisted, Deepa Ramanathan", "[person], [person]"],
    ["asked Priya K. and Priya-Anne", "asked [person] and [person]"],
    ["Иван Петров, Zoë O'Neill", "[person], [person]"],
    ["Zoe\u0308 O’Neill", "[person]"],
    ["山田太郎が再起動", "[person]が再起動"],
    ["with Anne-Marie van der Berg", "with [person]"],
  ])("%j reads %j", (text, redacted) => {
    expect(redact(text, listed)).toBe(redacted);
  });

  test.each(["priya rama nathan", "Priyanka", "the ramanathan number"])(
    "%j names nobody on the list",
    (text) => {
      expect(redact(text, listed)).toBe(text);
    },
  );

  test("a list of thousands is found as a short one is", () => {
    const many = Array.from({ length: 5000 }, (_one, at) => `Nam${at} Famil${at}`);
    expect(
      redact("Nam4999 Famil4999 and Nam17 Famil17", nameSearch({ full: many, single: [] })),
    ).toBe("[person] and [person]");
  });
});

describe("whatever a text says", () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.emailAddress(),
        fc.constantFrom("@sam", "@", "~", "@jo-doe", "payments", "/", ".", "-", " ", " at ", "dot"),
        fc.string({ unit: "grapheme", maxLength: 4 }),
      ),
    )
    .map((parts) => parts.join(""));

  test("nothing that is recognised is left, and a second time withholds no more", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redact(text);
        expect(names(once)).toBe(false);
        expect(redact(once)).toBe(once);
      }),
    );
  });

  test("spans are in order, apart from each other and inside the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("a listed name is found wherever it stands alone", () => {
    const word = fc.stringMatching(/^\p{Lu}\p{Ll}{1,9}$/u);
    fc.assert(
      fc.property(word, word, texts, texts, (first, last, before, after) => {
        const found = redact(
          `${before} ${first} ${last} ${after}`,
          nameSearch({ full: [`${first} ${last}`], single: [] }),
        );
        expect(found).toContain(WITHHELD);
        expect(found.toLowerCase()).not.toContain(` ${first} ${last} `.toLowerCase());
      }),
    );
  });
});
