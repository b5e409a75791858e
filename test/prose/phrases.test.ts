import fc from "fast-check";
import { expect, test } from "vitest";
import type { PhraseGroup } from "../../src/core/settings/language.ts";
import { groupsNeeded, soughtWords, wordsNeeded } from "../../src/prose/phrase-index.ts";
import { compilePhrase, endOf } from "../../src/prose/phrase-steps.ts";
import {
  acceptedOf,
  findPhrases,
  foldedWords,
  matchesOfEach,
  mayHavePhrase,
} from "../../src/prose/phrases.ts";
import { buildLintRun } from "../support/lint-document.ts";

function found(text: string, phrases: readonly string[], except: readonly string[] = []) {
  const run = buildLintRun([{ path: "a.md", text }]);
  const tokens = run.postmortems[0]?.sentences[0]?.tokens ?? [];
  const group: PhraseGroup = {
    phrases,
    except,
    subject: "any",
    verb: "none",
    notIn: [],
    question: "",
  };
  const { words } = run.context.language;
  return findPhrases(foldedWords(tokens), [group], words).map(({ start, end }) =>
    tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(" "),
  );
}

test.each<[text: string, phrase: string, expected: readonly string[]]>([
  ["We Should have", "should have", ["Should have"]],
  ["It couldn’t have", "couldn't have", ["couldn’t have"]],
  ["a lot of it", "a lot|ton of", ["a lot of"]],
  ["an error, a mistake", "a|an error|mistake", ["an error", "a mistake"]],
  ["of the users", "of the? users", ["of the users"]],
  ["of users", "of the? users", ["of users"]],
  ["should really never have", "should ~ have", ["should really never have"]],
  ["should really never ever have", "should ~ have", []],
  ["many `a` errors", "many _ errors", ["many `a` errors"]],
  ["many small errors", "many _? _? _? errors", ["many small errors"]],
  ["many errors", "many _? _? errors", ["many errors"]],
  ["many very small old errors", "many _? _? _? errors", ["many very small old errors"]],
  ["many very small old errors", "many _? _? errors", []],
  ["many small old errors", "many _? ~ _? errors", ["many small old errors"]],
  ["many customers", "many {counted}", ["many customers"]],
  ["many pineapples", "many {counted}", []],
  ["should, have", "should have", []],
  ['it "should have" seen', "should have", []],
  ["should have should have", "should have", ["should have", "should have"]],
])("%j has %j as %j", (text, phrase, expected) => {
  expect(found(text, [phrase])).toEqual(expected);
});

test("the longest phrase wins", () => {
  expect(found("a lot of users", ["a lot", "a lot of users"])).toEqual(["a lot of users"]);
});

test("an exception cancels what it overlaps", () => {
  expect(found("too many users and many users", ["many users"], ["too many"])).toEqual([
    "many users",
  ]);
});

test("a list that does not exist is a mistake of ours", () => {
  expect(() => found("many", ["{nothing}"])).toThrow("No list nothing of words");
});

const STEPS = ["a", "b", "a|c", "b?", "~", "_", "{few}", "c?"];
const LISTS = { adverbs: new Set(["very"]), few: new Set(["d", "e"]) };
const phrasesOf = fc.array(
  fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
  { minLength: 1, maxLength: 3 },
);

test("no group has a phrase in a sentence without the words that its phrases need", () => {
  const sentence = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "x", "very", ""));
  fc.assert(
    fc.property(fc.array(phrasesOf, { maxLength: 5 }), fc.array(sentence), (lists, all) => {
      const groups = lists.map((phrases) => ({ phrases, except: [] }));
      const needed = new Map(
        groupsNeeded(soughtWords(all, wordsNeeded(groups, LISTS)), groups, LISTS),
      );
      expect([...needed.keys()]).toEqual([...needed.keys()].toSorted((a, b) => a - b));
      for (const [index, folded] of all.entries()) {
        const own = needed.get(index) ?? [];
        expect(own).toEqual(groups.filter((group) => own.includes(group)));
        const found = (among: typeof groups) =>
          among.flatMap((group) => findPhrases(folded, [group], LISTS));
        expect(found([...own])).toEqual(found(groups));
      }
    }),
  );
});

test("the phrases of each group are those that are found for it alone", () => {
  const sentence = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "x", "very", ""));
  const groupsOf = fc.array(fc.record({ phrases: phrasesOf, except: phrasesOf }), { maxLength: 5 });
  fc.assert(
    fc.property(groupsOf, sentence, (groups, folded) => {
      const each = matchesOfEach(folded, groups, LISTS);
      expect(each.map(({ group }) => group)).toEqual(
        groups.filter((group) => each.some((one) => one.group === group)),
      );
      expect(each.flatMap(({ matches }) => acceptedOf(matches, () => true))).toEqual(
        groups.flatMap((group) => findPhrases(folded, [group], LISTS)),
      );
    }),
  );
});

test("a phrase is found wherever its steps are, and may stand in what has all words of a sentence that has one", () => {
  const word = fc.constantFrom("a", "b", "c", "d", "e", "x", "very", "");
  const sentence = fc.array(fc.record({ word, isLeft: fc.boolean() }));
  fc.assert(
    fc.property(fc.array(phrasesOf, { maxLength: 5 }), sentence, (lists, all) => {
      const groups = lists.map((phrases) => ({ phrases, except: [] }));
      const isIn = (folded: readonly string[]) =>
        lists.flat().some((phrase) => {
          const steps = compilePhrase(phrase, LISTS);
          return folded.some((_, start) => endOf(steps, 0, folded, start) > start);
        });
      const folded = all.map((one) => one.word);
      expect(matchesOfEach(folded, groups, LISTS).length > 0).toBe(isIn(folded));
      const left = all.filter(({ isLeft }) => isLeft).map((one) => one.word);
      expect(mayHavePhrase(folded, groups, LISTS) || !isIn(left)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a sentence that lacks a word of each phrase may have none", () => {
  const groups = [{ phrases: ["lack of alerts", "no {people}"], except: [] }];
  const words = { adverbs: new Set<string>(), people: new Set(["we"]) };
  expect(mayHavePhrase(["a", "lack", "of", "tests"], groups, words)).toBe(false);
  expect(mayHavePhrase(["alerts", "of", "a", "lack"], groups, words)).toBe(true);
  expect(mayHavePhrase(["we", "had", "no", "alerts"], groups, words)).toBe(true);
  expect(mayHavePhrase([], groups, words)).toBe(false);
});
