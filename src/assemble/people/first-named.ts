import { memo, memoTextOf } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import { wordIndex } from "../../core/text/word-index.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { namesSomebody } from "./logins.ts";
import { type NameTest, plainWord } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";
import { NAME_WORD } from "./written-names.ts";

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_/.@-])`;
const BEHIND = String.raw`(?![\p{L}\p{N}_/]|\.\p{L})(?: (\p{L}{1,20}))?`;
/** Shorter ones in capitals abbreviate something: "Maria DB". */
const LEAST_CAPITALS = 4;
/** Shorter parts of a name stand in many words, and are particles more often. */
const LEAST_PART = 3;

const patternsOf = memo(({ people }: Vocabulary) => {
  const particles = `(?:${longestWord(people.name_particles)} ){0,2}`;
  const row = `(${NAME_WORD}(?: ${particles}${NAME_WORD}){1,3})${BEHIND}`;
  const ahead = longestWord(inBothCases(people.attributed_to));
  return {
    /** Capitalised words in a row, and what stands behind them. */
    row: new RegExp(`${BEFORE}${row}`, "gu"),
    attributed: new RegExp(String.raw`(?<!\p{L})${ahead}\s${row}`, "gu"),
    single: new RegExp(String.raw`(?<!\p{L})${ahead}\s(${NAME_WORD})(?![\p{L}\p{N}_/'’-])`, "gu"),
    mayAttribute: new RegExp(String.raw`(?<!\p{L})${ahead}\s\p{Lu}`, "u"),
  };
});

/** What stands right before a word. */
const BESIDE = /(\S{1,40})\s$/u;
const LONGEST_BESIDE = 42;

/** Whether a word in capitals abbreviates something: it is short, or stands elsewhere without a first name before it. */
const isAbbreviation = memoTextOf((word, { text, isFirstName }: NameTest): boolean => {
  if (word !== word.toUpperCase()) return false;
  if (word.length < LEAST_CAPITALS) return true;
  return wordIndex(text)
    .placesOf(word)
    .some((at) => {
      const [, before = ""] = BESIDE.exec(text.slice(Math.max(at - LONGEST_BESIDE, 0), at)) ?? [];
      return !isFirstName(before);
    });
});

/** Words that are also first names, and neither months nor things: "Peter Taylor" has one as the last name. */
const alsoNames = memo(({ people, months }: Vocabulary): ReadonlySet<string> => {
  const inDates = new Set(months.flat());
  return new Set(people.ordinary.filter((word) => !inDates.has(word)));
});

/** Whether a word may be a name: none of the language, of a product, of a group, and no abbreviation. */
function mayBeName(word: string, test: NameTest, isSpared?: (part: string) => boolean): boolean {
  const { isGroup, isKnown } = test;
  const parts = word
    .replace(/['’]s$/u, "")
    .toLowerCase()
    .split(/-/u);
  const isOther = (part: string) => isKnown(part) && isSpared?.(part) !== true;
  return !isGroup(word) && !parts.some(isOther) && !isAbbreviation(word, test);
}

/** Whether a word behind a first name may be the last one, as it is no other word, or a first name, too. */
function mayBeLast(word: string, test: NameTest): boolean {
  const names = alsoNames(test.vocabulary);
  return mayBeName(word, test, (part) => names.has(part) && !test.isThing(part));
}

/** The words of a whole name with which some capitalised words begin: its first names, and what follows them. */
function nameAhead(words: readonly string[], test: NameTest): readonly string[] {
  const isPart = (word: string) => /^\p{Ll}/u.test(word) || test.isFirstName(word);
  const last = words.findIndex((word, index) => index > 0 && !isPart(word));
  return last === -1 ? words : words.slice(0, last + 1);
}

/** Whether what stands behind a name makes it that of a group or a thing: "the Ada Roe cluster". */
function isOfThing(behind: string | undefined, { isGroup, isThing }: NameTest): boolean {
  return behind !== undefined && (isGroup(behind) || isThing(behind.toLowerCase()));
}

/** Who is called by a first name and a last one, wherever a text names them: "Piotr Holm looked at the logs". */
function firstNamed(test: NameTest): readonly string[] {
  return [...test.text.matchAll(patternsOf(test.vocabulary).row)].flatMap(
    ([, row = "", behind]) => {
      const words = row.split(" ");
      const at = words.findIndex((word) => test.isFirstName(word));
      if (at === -1 || at === words.length - 1) return [];
      const name = nameAhead(words.slice(at), test);
      const last = (name.at(-1) ?? "").replace(/['’]s$/u, "");
      const next = words[at + name.length] ?? behind;
      if (!mayBeLast(last, test) || isOfThing(next, test)) return [];
      return [[...name.slice(0, -1), last].join(" ")];
    },
  );
}

/** Whom a text gives for what it says: "According to Marigold Holm"; a name of words that nothing else has. */
function attributedTo(test: NameTest): readonly string[] {
  const { attributed, mayAttribute } = patternsOf(test.vocabulary);
  if (!mayAttribute.test(test.text)) return [];
  return [...test.text.matchAll(attributed)].flatMap(([, name = "", behind]) => {
    const words = name.split(" ").filter((word) => /^\p{Lu}/u.test(word));
    const isOther = test.isGroup(name) || !words.every((word) => mayBeName(word, test));
    return isOther || isOfThing(behind, test) ? [] : [name];
  });
}

/** A word that begins with a capital. */
const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu;

/** Who acts, is acted on or said something, as only people do, under a first name alone: "asked Farah", "according to Farah". */
function actingAlone(test: NameTest): readonly string[] {
  const { single } = patternsOf(test.vocabulary);
  const saying = new Set([...test.text.matchAll(single)].map(([, name = ""]) => name));
  return [...new Set(test.text.match(CAPITALISED))].filter(
    (word) =>
      test.isFirstName(word) &&
      !test.isKnown(word.toLowerCase()) &&
      !test.isGroup(word) &&
      (saying.has(word) || namesSomebody(word, test)) &&
      !isOfGroup(word, test.text, test.vocabulary),
  );
}

/** Whom the prose of a text names, by a first name or as who said something. */
export function namedInProse(test: NameTest): ListingTexts {
  return { people: actingAlone(test), owners: [...firstNamed(test), ...attributedTo(test)] };
}

/** Whether the prose of a text names anybody. */
export function namesInProse(test: NameTest): boolean {
  return Object.values(namedInProse(test)).some(({ length }) => length > 0);
}

/** Whether one of some short texts may name, whole or in part, somebody whom the prose of a text names. */
export function mayNameInProse(texts: readonly string[], test: NameTest): boolean {
  const all = texts.map(plainWord).join("\n");
  const { people, owners } = namedInProse(test);
  const parts = [...people, ...owners].flatMap((name) => plainWord(name).split(/[ '’-]/u));
  return parts.some((part) => part.length >= LEAST_PART && all.includes(part));
}
