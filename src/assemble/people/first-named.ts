import { memo, memoTextOf } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import { wordIndex } from "../../core/text/word-index.ts";
import { actingSearch } from "../../people/acting.ts";
import type { ListingTexts } from "../../people/listing.ts";
import { actingWordsOf } from "../../people/people-of.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { joinedWith } from "./companions.ts";
import { initialledIn, lastAlone } from "./initialled.ts";
import { namesSomebody } from "./logins.ts";
import { type NameTest, plainWord } from "./name-test.ts";
import { namedAlone } from "./named-alone.ts";
import { isWrittenSmall } from "./thanked.ts";
import { NAME_WORD } from "./written-names.ts";

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_/.@-])`;
const BEHIND = String.raw`(?![\p{L}\p{N}_/]|\.\p{L})(?: (\p{L}{1,20}))?`;
/** Shorter ones in capitals abbreviate something: "Maria DB". */
const LEAST_CAPITALS = 4;
const POSSESSIVE = /['’]s(?= |$)/gu;
/** Words of a name that begins with the last one, at most. */
const LONGEST_AHEAD = 3;
/** Shorter words that end as no name does may be one all the same: "Ying". */
const LEAST_WITH_ENDING = 5;
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
    noName: new RegExp(`${anyWord(people.endings_of_no_names)}$`, "u"),
    mayAttribute: new RegExp(String.raw`(?<!\p{L})${ahead}\s\p{Lu}`, "u"),
  };
});

/** Several of what is abbreviated: "APIs". */
const SEVERAL = /^\p{Lu}{2,}s$/u;
/** What stands right before a word. */
const BESIDE = /(\S{1,40})\s$/u;
const LONGEST_BESIDE = 42;

/** Whether a word in capitals abbreviates something: it is short, or stands elsewhere without a first name before it. */
const isAbbreviation = memoTextOf((word, { text, isFirstName }: NameTest): boolean => {
  if (SEVERAL.test(word)) return true;
  if (word !== word.toUpperCase()) return false;
  if (word.length < LEAST_CAPITALS) return true;
  return wordIndex(text)
    .placesOf(word)
    .some((at) => {
      const [, before = ""] = BESIDE.exec(text.slice(Math.max(at - LONGEST_BESIDE, 0), at)) ?? [];
      return !isFirstName(before);
    });
});

/** Words that are also names, and neither months nor things: "Peter Taylor" has one as the last name. */
const alsoNames = memo(({ people, months }: Vocabulary) => {
  const inDates = new Set(months.flat());
  const first = new Set(people.ordinary.filter((word) => !inDates.has(word)));
  return { first, any: new Set([...first, ...people.ordinary_last]) };
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
  const { any } = alsoNames(test.vocabulary);
  return mayBeName(word, test, (part) => any.has(part) && !test.isThing(part));
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

/** A whole name among capitalised words, and where it begins among them. */
interface NameInRow {
  readonly name: readonly string[];
  readonly at: number;
  /** What else must tell that it is a person's: any sign of one somewhere, or what only people do. */
  readonly needs: "sign" | "act" | null;
}

/** What stands before the last name may be a first one: no other word, and none that the text writes small. */
function mayBeFirst(word: string, test: NameTest): boolean {
  const { noName } = patternsOf(test.vocabulary);
  if (test.isFirstName(word)) return true;
  const isOfWord = word.length >= LEAST_WITH_ENDING && noName.test(word);
  return mayBeName(word, test) && !isOfWord && !isWrittenSmall(word, test.text);
}

/** The name that begins with a first one: "Piotr Holm". */
function byFirst(words: readonly string[], test: NameTest): NameInRow | null {
  const at = words.findIndex((word) => test.isFirstName(word));
  const isLast = at > 0 && at === words.length - 1;
  // "Hoshino Daiki": the last name stands first.
  if (isLast && test.isLastName(words[at - 1] ?? ""))
    return { name: words.slice(at - 1), at: at - 1, needs: "sign" };
  if (at === -1 || at === words.length - 1) return null;
  // "Nguyen Thi Lan": what stands before the first name may be the last one.
  const isBehindLast = at > 0 && test.isLastAhead(words[at - 1] ?? "");
  const ahead = isBehindLast ? words.slice(at - 1, at) : [];
  const name = nameAhead(words.slice(at), test);
  if (!mayBeLast(name.at(-1) ?? "", test)) return null;
  return { name: [...ahead, ...name], at: at - ahead.length, needs: null };
}

/** The name that begins with a last one: "Zhang Xiaoming", "Tran Van Minh". */
function byLastAhead(words: readonly string[], test: NameTest): NameInRow | null {
  const at = words.findIndex((word) => test.isLastAhead(word));
  const behind = at === -1 ? [] : words.slice(at + 1, at + LONGEST_AHEAD);
  const isOther = behind.some((word) => test.isGroup(word) || test.isThing(word.toLowerCase()));
  if (isOther || !behind.some((word) => mayBeFirst(word, test))) return null;
  return { name: [...words.slice(at, at + 1), ...behind], at, needs: "sign" };
}

/** The name that ends in a last one, behind a first one that no list has: "Zephyra Kowalska". */
function byLast(words: readonly string[], test: NameTest): NameInRow | null {
  const last = words.findIndex((word, index) => index > 0 && test.isLastName(word));
  const first = words.findLastIndex((word, index) => index < last && /^\p{Lu}/u.test(word));
  if (last === -1 || first === -1 || !mayBeFirst(words[first] ?? "", test)) return null;
  return { name: words.slice(first, last + 1), at: first, needs: "sign" };
}

/** The name that begins with a first one which is also a word: "Grace Holm". */
function byWord(words: readonly string[], test: NameTest): NameInRow | null {
  const { first } = alsoNames(test.vocabulary);
  const isAlsoName = (word: string) => first.has(word) && !test.isThing(word);
  const at = words.findIndex((word) => isAlsoName(word.toLowerCase()));
  const name = at === -1 ? [] : words.slice(at, at + 2);
  if (name.length < 2 || !mayBeLast(name[1] ?? "", test)) return null;
  return { name, at, needs: "act" };
}

/** Of some names, those that act in a text, are acted on, own something or stand in a list. */
function actingAmong(names: readonly string[], { text, vocabulary }: NameTest): readonly string[] {
  if (names.length === 0) return [];
  const places = actingSearch(names, actingWordsOf(vocabulary))(text);
  const acting = new Set(places.map(({ start, end }) => text.slice(start, end)));
  return names.filter((name) => acting.has(name));
}

/** Who is called by a first name and a last one, wherever a text names them: "Piotr Holm looked at the logs". */
function firstNamed(test: NameTest): readonly string[] {
  const found = [...test.text.matchAll(patternsOf(test.vocabulary).row)].flatMap(
    ([, row = "", behind]) => {
      const words = row.replace(POSSESSIVE, "").split(" ");
      const one =
        byFirst(words, test) ??
        byLastAhead(words, test) ??
        byLast(words, test) ??
        byWord(words, test);
      if (one === null) return [];
      const { name, at, needs } = one;
      // What somebody has is no part of the name: "Piotr Holm's script".
      const next = words[at + name.length] ?? (/['’]s$/u.test(row) ? undefined : behind);
      return isOfThing(next, test) ? [] : [{ name: name.join(" "), needs }];
    },
  );
  const needing = (wanted: NameInRow["needs"]) => [
    ...new Set(found.flatMap(({ name, needs }) => (needs === wanted ? [name] : []))),
  ];
  const [ofWords, certain] = [needing("act"), needing(null)];
  const acting = ofWords.filter((name) => namesSomebody(name, test));
  const others = new Set(ofWords);
  return [
    ...certain,
    ...actingAmong(needing("sign"), test),
    ...acting,
    ...joinedWith([...acting, ...certain], test, (name) => others.has(name)),
  ];
}

/** Whom a text gives for what it says: "According to Marigold Holm"; a name of words that nothing else has. */
function attributedTo(test: NameTest): readonly string[] {
  const { attributed } = patternsOf(test.vocabulary);
  return [...test.text.matchAll(attributed)].flatMap(([, name = "", behind]) => {
    const words = name.split(" ").filter((word) => /^\p{Lu}/u.test(word));
    const isOther = test.isGroup(name) || !words.every((word) => mayBeLast(word, test));
    return isOther || isOfThing(behind, test) ? [] : [name];
  });
}

/** Whom the prose of a text names, by a first name or as who said something. */
export function namedInProse(test: NameTest): ListingTexts {
  const mayAttribute = patternsOf(test.vocabulary).mayAttribute.test(test.text);
  const attributed = mayAttribute ? attributedTo(test) : [];
  return {
    people: [...namedAlone(test, mayAttribute), ...lastAlone(test)],
    owners: [...firstNamed(test), ...attributed, ...initialledIn(test)],
  };
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
