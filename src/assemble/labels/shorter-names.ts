import { memo } from "../../core/memo.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

interface Around {
  readonly before: RegExp;
  readonly behind: RegExp;
  readonly ending: RegExp;
  readonly small: RegExp;
}

const aroundOf = memo(({ label_words: words }: Vocabulary): Around => {
  return {
    before: new RegExp(String.raw`^${longestWord(words.qualifiers)}\s+`, "u"),
    behind: new RegExp(String.raw`\s${anyWord(words.behind)}\s(?:\S+\s){0,2}\S+$`, "u"),
    ending: new RegExp(String.raw`\s${longestWord(words.endings)}$`, "u"),
    small: new RegExp(String.raw`(?<!\S)${anyWord(words.small)}\s`, "gu"),
  };
});

/** Labels of more words are sentences. */
const MOST_WORDS = 8;

/**
 * The names that a label may be known by, the whole first: without the words around it and within it
 * that do not change it, "date and time when the root cause was identified".
 * @param name as normalizeHeading writes it
 */
export function shorterNames(name: string, vocabulary: Vocabulary): readonly string[] {
  const { before, behind, ending, small } = aroundOf(vocabulary);
  const names = [name];
  const bare = name.replace(behind, "");
  names.push(bare);
  let rest = bare.replace(small, "");
  for (let turn = 0; turn < MOST_WORDS; turn += 1) {
    names.push(rest, rest.replace(ending, ""));
    const next = rest.replace(before, "");
    if (next === rest) break;
    rest = next;
  }
  return [...new Set(names)];
}
