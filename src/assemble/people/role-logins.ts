import { memo } from "../../core/memo.ts";
import { capitalised, inBothCases } from "../../core/text/capitalised.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isInitialAndName } from "./logins.ts";
import type { NameTest } from "./name-test.ts";
import { NAME_WORD } from "./written-names.ts";

const PART = String.raw`\p{Ll}[\p{Ll}\p{N}]{1,30}`;
/** Without small words in it, as "via SMS" may stand behind it. */
const NAME = `${NAME_WORD}(?: ${NAME_WORD}){0,2}`;
const LOGIN = String.raw`${PART}(?:[._-]${PART}){0,2}`;

/** A phrase with its last word in small letters, with a capital and in capitals: "via SMS". */
function inAllCases(phrase: string): readonly string[] {
  const at = phrase.lastIndexOf(" ") + 1;
  const [ahead, last] = [phrase.slice(0, at), phrase.slice(at)];
  return [last, capitalised(last), last.toUpperCase()].map((one) => `${ahead}${one}`);
}

const patternsOf = memo(({ people }: Vocabulary) => {
  const role = longestWord(people.login_roles);
  const ahead = String.raw`(?<![\p{L}\p{N}_./@-])`;
  const behind = String.raw`(?![\p{L}\p{N}_/@-]|\.\p{L})`;
  const handled = longestWord(inBothCases(people.handled_by));
  return {
    ofRole: new RegExp(
      String.raw`${ahead}(?:(${PART}(?:\.${PART})?)[._-]${role}|${role}[._-](${PART}(?:\.${PART})?))${behind}`,
      "gu",
    ),
    handled: new RegExp(
      String.raw`(?<!\p{L})${handled}\s\[?(${NAME}|${LOGIN})\]?(\s${anyWord(people.reached_via.flatMap(inAllCases))}(?!\p{L}))?${behind}`,
      "gu",
    ),
    mayHandle: new RegExp(String.raw`(?<!\p{L})${handled}\s`, "u"),
    mayBeOfRole: new RegExp(
      String.raw`\p{Ll}[._-]${role}${behind}|(?<!\p{L})${role}[._-]\p{Ll}`,
      "u",
    ),
  };
});

/** Whether a text may have such logins, or such names, seen without parsing it. */
export function mayNameLogins(text: string, vocabulary: Vocabulary): boolean {
  const { mayHandle, mayBeOfRole } = patternsOf(vocabulary);
  return mayHandle.test(text) || mayBeOfRole.test(text);
}

function isNameOf(word: string, test: NameTest): boolean {
  if (test.isKnown(word.toLowerCase()) || test.isGroup(word)) return false;
  return test.isFirstName(word) || test.isLastName(word);
}

/** The names in the logins that somebody has for a role: "jane" of `jane-admin`, "jane.roe" of `jane.roe_adm`. */
export function roleLogins(test: NameTest): readonly string[] {
  const { ofRole, mayBeOfRole } = patternsOf(test.vocabulary);
  if (!mayBeOfRole.test(test.text)) return [];
  return [...test.text.matchAll(ofRole)].flatMap(([, one, other]) => {
    const login = one ?? other ?? "";
    const parts = login.split(".");
    const isKnown = parts.some((part) => test.isKnown(part) || test.isGroup(part));
    if (isKnown || !parts.some((part) => isNameOf(part, test))) return [];
    return parts.length > 1 ? [login, ...parts] : [login];
  });
}

/** Whom the log of a pager names: "Assigned to Jane", "Acknowledged by jroe via mobile". */
export function pagedNames(test: NameTest): readonly string[] {
  const { handled, mayHandle } = patternsOf(test.vocabulary);
  if (!mayHandle.test(test.text)) return [];
  return [...test.text.matchAll(handled)].flatMap(([, name = "", via]) => {
    const words = name.split(" ");
    const isOther = test.isGroup(name) || words.some((word) => test.isKnown(word.toLowerCase()));
    if (isOther) return [];
    const isName = words.some(
      (word) => isNameOf(word, test) || isInitialAndName(word, test.vocabulary),
    );
    return via !== undefined || isName ? [name] : [];
  });
}
