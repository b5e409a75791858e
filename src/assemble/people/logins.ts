import { memo } from "../../core/memo.ts";
import { anyPattern, anyWord } from "../../core/text/escape-pattern.ts";
import { wordIndex } from "../../core/text/word-index.ts";
import { BEFORE_HANDLE } from "../../people/handles.ts";
import { IN_BRACKETS } from "../../people/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";

/** `@jroe`, `jroe@example.com`. */
const HANDLE = new RegExp(
  String.raw`${BEFORE_HANDLE}@(\p{L}[\p{L}\p{N}_.-]{2,38}[\p{L}\p{N}])(?![\p{L}\p{N}_/-]|\.\p{L})`,
  "gu",
);
const MAIL = new RegExp(
  String.raw`${BEFORE_HANDLE}(\p{L}[\p{L}\p{N}_.-]{2,62})@[\p{L}\p{N}]`,
  "gu",
);
/** The folder of a user, `~jroe/run.sh`, and their page, `/~jroe/notes`. */
const HOME = /(?<![\p{L}\p{N}_.~@)\]"'-])~([a-z][a-z\d_.-]{2,30})(?=\/)/gu;
/** Somebody in a diagram: `actor J as Jane Roe`. */
const ACTOR =
  /^[ \t]{0,12}actor[ \t]{1,4}(?:[^\s]{1,30}[ \t]{1,4}as[ \t]{1,4})?(\p{L}[^\n<>:]{1,40})$/gmu;
/** A word that may be a login, or a name of one word. */
const WORD = /^\p{L}[\p{L}\p{M}\p{N}_.'’]{2,38}$/u;
const LEAST_LOGIN = 5;
const CONSONANTS = /^[b-df-hj-np-tv-xz]{2}/;
const LEAST_VOWELS = 2;
const LONGEST_BESIDE = 60;
const PART_BEFORE = /[\p{L}\p{N}_/.-]$/u;
const PART_BEHIND = /^[\p{L}\p{N}_/@-]/u;

const patternsOf = memo(({ people, lists }: Vocabulary) => {
  // A role or a team may stand in brackets behind the name: "Ada (SRE) found the bug".
  const behind = String.raw`^(?:${IN_BRACKETS})?(?:\s|[*_\x60]{0,3}\s{0,8}\|\s{0,8})`;
  return {
    acts: new RegExp(`${behind}${anyPattern([...people.acting_of_people, ...people.acting])}`, "u"),
    actsAsPeople: new RegExp(
      `${behind}${anyPattern(people.acting_of_people)}|^['’]s? ${anyWord(people.had_of_people)}(?!\\p{L})`,
      "u",
    ),
    actedOn: new RegExp(
      `(?<!\\p{L})${anyPattern([...people.addressed_as_people, anyWord(people.thanked_as)])}\\s$`,
      "iu",
    ),
    onsets: new Set(people.onsets),
    /** What parts several owners. */
    between: new RegExp(
      String.raw`[,;/&|+]|\s(?:->|=>|→|>)\s|\s{1,4}${anyWord(lists.and)}\s{1,4}`,
      "u",
    ),
    noName: new RegExp(`${anyWord(people.endings_of_no_names)}$`, "u"),
  };
});

/** Whether a word begins as no word does: with an initial and a last name, `jroe`, `tbrandt`. */
export function isInitialAndName(word: string, vocabulary: Vocabulary): boolean {
  const isPossible = !CONSONANTS.test(word) || patternsOf(vocabulary).onsets.has(word.slice(0, 2));
  const vowels = word.slice(2).match(/[aeiouy]/g)?.length ?? 0;
  return (
    !isPossible && word.length >= LEAST_LOGIN && vowels >= LEAST_VOWELS && /^[a-z]+$/.test(word)
  );
}

/**
 * Whether something in a text tells that a word is somebody's name.
 * @param places where the word stands; found where they are not known.
 */
export function namesSomebody(
  word: string,
  { text, vocabulary }: NameTest,
  places: readonly number[] = wordIndex(text).placesOf(word),
): boolean {
  const { acts, actsAsPeople, actedOn } = patternsOf(vocabulary);
  const isLogin = isInitialAndName(word, vocabulary);
  return places.some((at) => {
    const end = at + word.length;
    const before = text.slice(Math.max(at - LONGEST_BESIDE, 0), at);
    const behind = text.slice(end, end + LONGEST_BESIDE);
    if (PART_BEFORE.test(before) || PART_BEHIND.test(behind)) return false;
    return (isLogin ? acts : actsAsPeople).test(behind) || actedOn.test(before);
  });
}

/** Whether an owner may be somebody: a team has a name with a capital, or one of other words. */
function mayOwn(word: string, test: NameTest): boolean {
  if (!mayBeName(word, test)) return false;
  const isLast = word.length >= LEAST_LOGIN && test.isLastName(word);
  if (test.isFirstName(word.toLowerCase()) || isLast) return true;
  return (
    /^\p{Ll}/u.test(word) &&
    !patternsOf(test.vocabulary).noName.test(word) &&
    namesSomebody(word, test)
  );
}

/** Whether a word may be a name: none of the language, of a product, of a team or of a role. */
function mayBeName(word: string, { isGroup, isKnown }: NameTest): boolean {
  if (!WORD.test(word) || isGroup(word)) return false;
  return !word.toLowerCase().split(/[._]/).some(isKnown);
}

/** Who acts in the diagrams of a text; few texts have one. */
function actorsIn(text: string): readonly string[] {
  if (!text.includes("actor")) return [];
  return [...text.matchAll(ACTOR)].map(([, one = ""]) => one.trim());
}

/** Whether a text may have logins with a sign, or a diagram with somebody in it, seen without parsing it. */
export function mayHaveLogins(text: string): boolean {
  const isSigned = text.includes("@") || text.includes("~");
  return (
    (isSigned && [HANDLE, MAIL, HOME].some((pattern) => text.search(pattern) >= 0)) ||
    actorsIn(text).length > 0
  );
}

/**
 * The logins and single names of people that a text has: with a sign somewhere, or in the place of an
 * owner and recognised by what they do or what is done to them. Teams and tools stand there, too.
 * @param owners texts in which owners stand.
 */
export function loginsIn(owners: readonly string[], test: NameTest): readonly string[] {
  const { text } = test;
  const matches = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = ""]) => one);
  const isSigned = text.includes("@") || text.includes("~");
  const mailed = (one: string) => /[._]/.test(one) || isInitialAndName(one, test.vocabulary);
  const signed = isSigned ? [...matches(HANDLE), ...matches(MAIL).filter(mailed)] : [];
  const actors = actorsIn(text);
  const full = actors.filter((one) => {
    const words = one.toLowerCase().split(" ");
    return words.length > 1 && !words.some(test.isKnown);
  });
  const ofOwners = owners
    .flatMap((one) => one.split(patternsOf(test.vocabulary).between))
    .map((one) => one.replaceAll(/[*_`()]/g, "").trim());
  const listed = [
    ...[...new Set(ofOwners)].filter((one) => mayOwn(one, test)),
    ...actors.filter((one) => mayBeName(one, test) && namesSomebody(one, test)),
  ];
  const isNobodys = (one: string) => isOfGroup(one, text, test.vocabulary);
  const homes = text.includes("~") ? matches(HOME).filter((one) => mayBeName(one, test)) : [];
  const others = new Set([...signed.filter((one) => mayBeName(one, test)), ...listed]);
  return [...new Set([...full, ...homes, ...[...others].filter((one) => !isNobodys(one))])];
}
