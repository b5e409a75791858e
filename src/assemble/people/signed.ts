import { capitalised } from "../../core/capitalised.ts";
import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { FULL_NAME, NAME_WORD } from "./written-names.ts";

const FULL = new RegExp(`^${FULL_NAME}$`, "u");
const SINGLE = /^\p{Lu}[\p{Ll}\p{M}'’-]{2,30}$/u;
/** `Jane Roe <jane@example.com>`, of a mail or a commit. */
const BEFORE_ADDRESS = new RegExp(
  String.raw`(?<!\p{L})(${FULL_NAME}) <([^\s<>@]{1,64})@[^\s<>@]{1,200}>`,
  "gu",
);
/** The trailer of a commit: `Signed-off-by: Jane Roe`. */
const TRAILER =
  /^[ \t>]{0,8}\p{Lu}\p{Ll}{0,20}(?:-\p{Ll}{1,20}){0,2}(?<=ed|off)-by:[ \t]{1,4}([^\s<][^<\n]{1,80})/gmu;
/** Who gets a copy: `cc: Jane Roe, @max`, `/cc @max`. */
const COPY = /(?<![\p{L}\p{N}_.@-])[Cc][Cc](?::[ \t]{0,4}|[ \t]{1,4})([^\s:][^\n]{1,160})$/gmu;
/** A word that one line gives alone is a name only where more are named beside it. */
const LEAST_SINGLE = 2;

const patternsOf = memo(({ people, lists }: Vocabulary) => {
  const { closings, thanked_as, thanked_for } = people;
  const any = (phrases: readonly string[]) =>
    anyWord(
      phrases.flatMap((one) => [one, capitalised(one)]).toSorted((a, b) => b.length - a.length),
    );
  const below = String.raw`[ \t]{0,4}\n(?:[ \t>]{0,4}\n)?[ \t>]{0,4}`;
  return {
    closing: new RegExp(
      String.raw`^[ \t>]{0,4}${any(closings)},(?:[ \t]{1,4}|${below})(${NAME_WORD}(?: ${NAME_WORD}){0,3})[,.!]?[ \t]{0,4}$`,
      "gmu",
    ),
    thanks: new RegExp(
      String.raw`(?:^[ \t>*_-]{0,6}|[.!,][ \t])${any(thanked_as)}[ \t]{1,4}([^\n.!?:]{2,160})`,
      "gmu",
    ),
    reason: new RegExp(String.raw`\s${any(thanked_for)}(?!\p{L}).*$`, "u"),
    between: new RegExp(String.raw`[,;&]\s|\s${any(lists.and)}\s`, "u"),
  };
});

/** Finds what may be signed, thanked or copied to somebody, without parsing the body. */
export function maySign(body: string, vocabulary: Vocabulary): boolean {
  const { closing, thanks } = patternsOf(vocabulary);
  return [BEFORE_ADDRESS, TRAILER, COPY, closing, thanks].some(
    (pattern) => body.search(pattern) >= 0,
  );
}

/** The parts of a list of names; none where it is a clause. */
function partsOf(text: string, vocabulary: Vocabulary, isGroup: (name: string) => boolean) {
  const { between } = patternsOf(vocabulary);
  const parts = text
    .split(between)
    .map((part) => part.replaceAll(/[*_]/g, "").trim().replace(/[.!]$/u, ""));
  const named = parts.filter((part) => part !== "");
  return named.every((part) => /^[@\p{Lu}]/u.test(part) || isGroup(part)) ? named : [];
}

/** Whether a text writes a word small elsewhere, as it does that of a tool: `kafka`. */
function isWrittenSmall(word: string, text: string): boolean {
  const small = word.toLowerCase();
  for (let at = text.indexOf(small); at !== -1; at = text.indexOf(small, at + 1)) {
    const isPart = /[\p{L}@.~/_]$/u.test(text.slice(Math.max(at - 1, 0), at));
    if (!isPart && !/^[\p{L}@._]/u.test(text.slice(at + small.length))) return true;
  }
  return false;
}

/** What stands before a word that acts: nothing, a mark, a time, the end of a sentence; or a sign. */
const BEFORE_AGENT = /(?:^|[\n,.!?:|>*@_-]|\d[Zz]?\]?)[ \t]{0,4}$/;
const LONGEST_BEFORE = 8;

/** Whether a single name that signs may be a person's: elsewhere it acts, and nothing is said of or for it. */
function signsAsPerson(name: string, text: string): boolean {
  if (name.includes(" ")) return true;
  return text.split(name).every((after, index, parts) => {
    const before = parts[index - 1];
    if (before === undefined || /^[\p{L}\p{N}]/u.test(after)) return true;
    return BEFORE_AGENT.test(before.slice(-LONGEST_BEFORE));
  });
}

/** Whom a list thanks: whole names, and single ones where several are named. */
function thanked(
  rest: string,
  text: string,
  vocabulary: Vocabulary,
  isGroup: (name: string) => boolean,
): readonly string[] {
  const list = rest.replace(patternsOf(vocabulary).reason, "");
  const parts = partsOf(list, vocabulary, isGroup);
  const names = parts.filter((part) => SINGLE.test(part) || FULL.test(part));
  return names.length >= LEAST_SINGLE
    ? names.filter((name) => FULL.test(name) || !isWrittenSmall(name, text))
    : names.filter((name) => FULL.test(name));
}

/**
 * Who signs a text, gets a copy of it or is thanked in it: by the end of a letter, the trailers of a
 * commit, a name before its address, "cc", "Thanks to Jane and Max".
 */
export function signedNames(
  text: string,
  vocabulary: Vocabulary,
  isGroup: (name: string) => boolean,
): ListingTexts {
  const { closing, thanks } = patternsOf(vocabulary);
  const groupOf = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = ""]) => one);
  const addressed = [...text.matchAll(BEFORE_ADDRESS)].flatMap(([, name = "", login = ""]) =>
    isGroup(login) ? [] : [name],
  );
  const grateful = groupOf(thanks).flatMap((rest) => thanked(rest, text, vocabulary, isGroup));
  const copies = groupOf(COPY).flatMap((rest) => partsOf(rest, vocabulary, isGroup));
  return {
    people: [
      ...groupOf(closing).filter((name) => signsAsPerson(name, text)),
      ...grateful.filter((name) => !FULL.test(name)),
    ],
    owners: [
      ...addressed,
      ...groupOf(TRAILER).map((name) => name.trim()),
      ...copies,
      ...grateful.filter((name) => FULL.test(name)),
    ],
  };
}
