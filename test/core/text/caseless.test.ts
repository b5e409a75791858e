import fc from "fast-check";
import { expect, test } from "vitest";
import { caseless } from "../../../src/core/text/caseless.ts";
import { CONTEXT } from "../../support/context.ts";

/** The place that the flags find, which is what `caseless` promises. */
function placeByFlags(source: string, text: string) {
  const found = new RegExp(source, "iu").exec(text);
  return found && [found.index, found[0].length];
}

function placeOf(source: string, text: string) {
  const found = caseless(source)(text);
  return found && [found.index, found[0].length];
}

const LETTERS = [
  ...["a", "A", "k", "K", "s", "S", "i", "I", "z", "é", "É", "ß", "ẞ", "ſ", "\u212A", "İ", "ı"],
  ...["µ", "Μ", "Ÿ", "ÿ", " ", "1", "–", "😀"],
];

test.each([
  ["Fixed", "it was FIXED", [7, 5]],
  [String.raw`\bUP\b`, "all up now", [4, 2]],
  ["[A-Z]{2}:", "at: x", [0, 3]],
  [String.raw`(?<Day>\d)T\k<Day>`, "on 3t3", [3, 3]],
  [String.raw`\p{Lu}x`, "ax", [0, 2]],
  [String.raw`\u0041b`, "AB", [0, 2]],
  ["k", "\u212A", [0, 1]],
  ["strasse", "\u017Ftrasse", [0, 7]],
  ["i", "İ", null],
  ["x", "y", null],
])("%s in %s", (source, text, expected) => {
  expect(placeOf(source, text)).toEqual(expected);
  expect(placeByFlags(source, text)).toEqual(expected);
});

test("patterns of all forms find what the flags find", () => {
  const atoms = fc.constantFrom(
    ...LETTERS,
    ...[
      String.raw`\b`,
      String.raw`\w`,
      String.raw`\W`,
      String.raw`\p{L}`,
      String.raw`\p{Ll}`,
      "[A-K]",
      "[^S]",
      ".",
    ],
    ...[String.raw`\S`, "(?<Name>a)", "(?:K|S)", "(?<!a)", "(?=S)", "Σ", String.raw`\x41`],
  );
  const source = fc.array(atoms, { minLength: 1, maxLength: 4 }).map((all) => all.join(""));
  const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 }).map((all) => all.join(""));
  fc.assert(
    fc.property(source, text, (pattern, written) => {
      // A group may have a name once only.
      fc.pre(pattern.split("?<Name>").length < 3);
      expect(placeOf(pattern, written)).toEqual(placeByFlags(pattern, written));
    }),
    { numRuns: 3000 },
  );
});

test("the cues of rows find what the flags find", () => {
  const { milestones, timeline_rows } = CONTEXT.vocabulary;
  const cues = [
    ...Object.values(milestones).flatMap(({ strong, weak, not }) => [...strong, ...weak, ...not]),
    ...Object.values(timeline_rows).flat(),
  ];
  const looks = cues.map((cue) => ({ cue, look: caseless(cue), byFlags: new RegExp(cue, "iu") }));
  const words = [...new Set(cues.flatMap((cue) => cue.match(/[a-z]{2,}/gi) ?? []))];
  const written = fc.constantFrom(...words, "Done", "kicks", "ſervice", "İt", "–");
  const sentence = fc.array(fc.tuple(written, fc.boolean()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sentence, (parts) => {
      const text = parts.map(([word, isUpper]) => (isUpper ? word.toUpperCase() : word)).join(" ");
      for (const { cue, look, byFlags } of looks) {
        expect([cue, look(text)?.index]).toEqual([cue, byFlags.exec(text)?.index]);
      }
    }),
    { numRuns: 100 },
  );
});
