import { memo } from "../../core/memo.ts";
import { anyPattern, anyWord } from "../../core/text/escape-pattern.ts";
import { placesByMatch, wordIndex } from "../../core/text/word-index.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";

/** Two or three capitals that stand as a word, wherever that is a part of a longer one. */
const CAPITALS = /\b[A-Z]{2,3}\b/g;
const PART_BEFORE = /[\p{L}\p{N}_/.:@#&-]$/u;
const TIME = String.raw`\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm]|Z)?\]?`;
/** `14:02 HB: lag is growing`, in a row of a timeline. */
const SPEAKER = new RegExp(
  String.raw`^[ \t>|*_-]{0,8}${TIME}[ \t|*_–—-]{1,8}(\p{Lu}{2,3})[*_]{0,2}:[*_]{0,2}[ \t]{1,4}\S`,
  "gmu",
);
/** Fewer people do not speak with each other. */
const LEAST_SPEAKERS = 2;
const LONGEST_BESIDE = 60;

const patternsOf = memo(({ people }: Vocabulary) => ({
  /** What is abbreviated so more often than people are. */
  abbreviations: new Set(people.abbreviations),
  acts: new RegExp(
    String.raw`^(?:\s${anyPattern(people.acting_of_people)}|['’]s ${anyWord(people.had_of_people)}(?!\p{L}))`,
    "u",
  ),
  actedOn: new RegExp(String.raw`(?<!\p{L})${anyPattern(people.addressed_as_people)}\s$`, "iu"),
  article: new RegExp(String.raw`(?<!\p{L})(?:a|an|the|our|no|each|every)\s$`, "iu"),
}));

/** Whether a text calls something by two or three capitals: "the HB", "HB team", "HB 2". */
function isOfThing(one: string, { text, vocabulary }: NameTest): boolean {
  const { article } = patternsOf(vocabulary);
  const isCalled = wordIndex(text)
    .placesOf(one)
    .some((at) => {
      const [before, end] = [text.slice(Math.max(at - LONGEST_BESIDE, 0), at), at + one.length];
      return article.test(before) || /^(?: ?\d|s(?!\p{L}))/u.test(text.slice(end, end + 2));
    });
  return isCalled || isOfGroup(one, text, vocabulary);
}

/** Whether the words before capitals in brackets are what they stand for: "the Heart Beat (HB)". */
function isSpelledOut(one: string, { text }: NameTest): boolean {
  return wordIndex(text)
    .placesOf(one)
    .some((at) => {
      const before = text.slice(Math.max(at - LONGEST_BESIDE, 0), at);
      if (!/[([]$/u.test(before)) return false;
      const words = before.match(/\p{L}+/gu)?.slice(-one.length) ?? [];
      return words.map((word) => word.charAt(0).toUpperCase()).join("") === one;
    });
}

/** Whether somebody goes by two or three capitals: they act as only people do, or are acted on so; of three, twice. */
function actsAsPerson(
  one: string,
  places: readonly number[],
  { text, vocabulary }: NameTest,
): boolean {
  const { acts, actedOn } = patternsOf(vocabulary);
  const acting = places.filter((at) => {
    const before = text.slice(Math.max(at - LONGEST_BESIDE, 0), at);
    const behind = text.slice(at + one.length, at + one.length + LONGEST_BESIDE);
    if (PART_BEFORE.test(before) || /^[\p{L}\p{N}_-]/u.test(behind)) return false;
    return acts.test(behind) || actedOn.test(before);
  });
  return acting.length >= one.length - 1;
}

/**
 * The initials by which a text calls people without saying whose they are: "HB restarted the pod", and beside
 * such people "14:02 MW: looking". What is abbreviated so more often is data.
 */
export function initialsIn(test: NameTest): readonly string[] {
  const { text, vocabulary } = test;
  const { abbreviations: others } = patternsOf(vocabulary);
  const mayBe = (one: string) =>
    !others.has(one.toLowerCase()) &&
    !test.isKnown(one.toLowerCase()) &&
    !test.isGroup(one) &&
    !isOfThing(one, test) &&
    !isSpelledOut(one, test);
  const words = [...placesByMatch(text, CAPITALS)].filter(
    ([one]) => !others.has(one.toLowerCase()),
  );
  if (words.length === 0) return [];
  const acting = words.flatMap(([one, places]) =>
    actsAsPerson(one, places, test) && mayBe(one) ? [one] : [],
  );
  const speaking = [...new Set([...text.matchAll(SPEAKER)].map(([, one = ""]) => one))];
  const speakers = speaking.filter(mayBe);
  const isChat = speakers.length >= LEAST_SPEAKERS && speakers.some((one) => acting.includes(one));
  return [...new Set([...acting, ...(isChat ? speakers : [])])];
}

/** Whether some short texts have initials of people whom a text calls so. */
export function hasInitialsIn(texts: readonly string[], test: NameTest): boolean {
  return (
    texts.some((one) => one.search(CAPITALS) >= 0) &&
    initialsIn(test).some((one) => texts.some((written) => written.includes(one)))
  );
}
