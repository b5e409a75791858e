import { joinNames, type ListedNames } from "../../core/document/listed-names.ts";
import { memo } from "../../core/memo.ts";
import { anyPattern, anyWord } from "../../core/text/escape-pattern.ts";
import { wordIndex } from "../../core/text/word-index.ts";
import { IN_BRACKETS } from "../../people/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isSurelyName, type NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";
import { NAME_WORD } from "./written-names.ts";

/** Longer than any two names and what joins them. */
const LONGEST_BESIDE = 90;
const PART_BEFORE = /[\p{L}\p{M}\p{N}_/.-]$/u;
/** What stands around a name: marks, a link, a role or a team in brackets. */
const AROUND = String.raw`(?:[*_\]]{1,3}|\]\([^()\s]{1,60}\)|)(?:${IN_BRACKETS})?`;
const MARKS = String.raw`[*_[@]{0,3}`;

const patternsOf = memo(({ people, lists }: Vocabulary) => {
  const and = anyWord(lists.and);
  const between = String.raw`${AROUND}(?:,? ${and} |, | ?[&/+] ?)${MARKS}`;
  const acts = anyPattern([...people.acting_of_people, ...people.acting]);
  const others = people.behind_addressed.filter((word) => !lists.articles.includes(word));
  return {
    behind: new RegExp(
      String.raw`^${between}(${NAME_WORD}(?: ${NAME_WORD})?)(?![\p{L}\p{M}\p{N}_/-]|\.\p{L})`,
      "u",
    ),
    before: new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}_/.-])(${NAME_WORD}(?: ${NAME_WORD})?)${between}$`,
      "u",
    ),
    /** What may stand behind a name that is also a word, so that "Ada, mark the pod" names one person. */
    goesOn: new RegExp(
      String.raw`^(?:$|[^\p{L}\s'’-]|\n|['’]s(?!\p{L})|\s(?:${and}|${anyWord(others)})(?!\p{L})|\s${acts})`,
      "u",
    ),
  };
});

/** The names on both sides of a place that are joined with what stands there: "Ada and Max", "Ada, Max". */
function besidePlace(start: number, end: number, { text, vocabulary }: NameTest) {
  const { behind, before } = patternsOf(vocabulary);
  const after = behind.exec(text.slice(end, end + LONGEST_BESIDE));
  const ahead = before.exec(text.slice(Math.max(start - LONGEST_BESIDE, 0), start));
  const next = after === null ? [] : [{ name: after[1] ?? "", end: end + after[0].length }];
  const last = (ahead?.[1] ?? "").split(" ");
  const names = [...new Set([last.join(" "), last.at(-1) ?? ""])].filter((name) => name !== "");
  return [...next, ...names.map((name) => ({ name, end: null }))];
}

/**
 * Names that a text joins with those that are known: of "we asked Ada, Max and Kim", whoever stands beside one.
 * @param mayBe whether a word, or two, may be a name, with what stands behind it; null where a known name does.
 */
export function joinedWith(
  known: readonly string[],
  test: NameTest,
  mayBe: (name: string, behind: string | null) => boolean,
): readonly string[] {
  const { text } = test;
  const seen = new Set(known);
  const found: string[] = [];
  for (let waiting = known; waiting.length > 0;) {
    const joined = waiting.flatMap((name) =>
      wordIndex(text)
        .placesOf(name)
        .filter((at) => !PART_BEFORE.test(text.slice(Math.max(at - 2, 0), at)))
        .flatMap((at) => besidePlace(at, at + name.length, test)),
    );
    const others = joined.filter(({ name, end }) => {
      const behind = end === null ? null : text.slice(end, end + LONGEST_BESIDE);
      return !seen.has(name) && mayBe(name, behind);
    });
    waiting = [...new Set(others.map(({ name }) => name))];
    for (const name of waiting) seen.add(name);
    found.push(...waiting);
  }
  return found;
}

/** The first names that a text joins with names that it has: "Ada, Max and Rob looked". */
export function companionsOf(known: readonly string[], test: NameTest): ListedNames {
  const { goesOn } = patternsOf(test.vocabulary);
  const names = joinedWith(known, test, (word, behind) => {
    if (word.includes(" ") || isOfGroup(word, test.text, test.vocabulary)) return false;
    const isAlso = test.isAlsoFirst(word) && !test.isGroup(word);
    return isSurelyName(word, test) || (isAlso && (behind === null || goesOn.test(behind)));
  });
  const acting = names.filter((name) => test.isAlsoFirst(name));
  const single = names.filter((name) => !test.isAlsoFirst(name));
  return { full: [], single, ...(acting.length > 0 ? { acting } : {}) };
}

/** Names of a document with those that its text joins with them. */
export function withCompanions(names: ListedNames, test: NameTest): ListedNames {
  const others = companionsOf([...names.single, ...names.full], test);
  const isNone = others.single.length === 0 && others.acting === undefined;
  return isNone ? names : joinNames([names, others]);
}
