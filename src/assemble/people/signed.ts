import { memo } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import { wordIndex } from "../../core/text/word-index.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { NameTest } from "./name-test.ts";
import { mayThank, namedParts, thankedNames } from "./thanked.ts";
import { greetedNames, mayTitle, titledNames } from "./titled.ts";
import { FULL_NAME, NAME_WORD, WHOLE_NAME } from "./written-names.ts";

/** `Jane Roe <jane@example.com>`, of a mail or a commit. */
const BEFORE_ADDRESS = new RegExp(
  String.raw`(?<!\p{L})(${FULL_NAME})["”]? <([^\s<>@]{1,64})@[^\s<>@]{1,200}>`,
  "gu",
);
/** A name that leads to an address: `[Jane Roe](mailto:jane@example.com)`. */
const MAILED = new RegExp(
  String.raw`\[[*_]{0,2}(${NAME_WORD}(?: ${NAME_WORD}){0,3})[*_]{0,2}\]\(mailto:([^\s()<>@]{1,64})@`,
  "gu",
);
/** The trailer of a commit: `Signed-off-by: Jane Roe`. */
const TRAILER =
  /^[ \t>]{0,8}\p{Lu}\p{Ll}{0,20}(?:-\p{Ll}{1,20}){0,2}(?<=ed|off)-by:[ \t]{1,4}([^\s<][^<\n]{1,80})/gmu;
/** Of one that git or a forge writes of people alone: a name of one word. */
const OF_PEOPLE =
  /^[ \t>]{0,8}(?:Signed-off|Co-authored|Co-developed|Reviewed|Acked|Approved|Suggested)-by:[ \t]{1,4}([\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’-]{1,38})[ \t]*(?:<[^<>\n]{1,200}>[ \t]*)?$/gmu;
/** Who gets a copy: `cc: Jane Roe, @max`, `/cc @max`. */
const COPY = /(?<![\p{L}\p{N}_.@-])[Cc][Cc](?::[ \t]{0,4}|[ \t]{1,4})([^\s:][^\n]{1,160})$/gmu;

const BREAK = String.raw`[ \t]{0,4}\n(?:[ \t>]{0,4}\n)?[ \t>]{0,4}`;

const closingOf = memo(({ people }: Vocabulary): RegExp => {
  const phrases = longestWord(inBothCases(people.closings));
  return new RegExp(
    String.raw`^[ \t>]{0,4}${phrases}(?:,(?:[ \t]{1,4}|${BREAK})|${BREAK})(${NAME_WORD}(?: ${NAME_WORD}){0,3})[,.!]?[ \t]{0,4}$`,
    "gmu",
  );
});

/** Finds what may be signed, thanked or copied to somebody, without parsing the body. */
export function maySign(body: string, vocabulary: Vocabulary): boolean {
  const patterns = [BEFORE_ADDRESS, MAILED, TRAILER, COPY, DASHED, closingOf(vocabulary)];
  return (
    patterns.some((pattern) => body.search(pattern) >= 0) ||
    mayThank(body, vocabulary) ||
    mayTitle(body, vocabulary)
  );
}

/** What such a line begins with, which is soon looked for. */
const DASH_BEGINS_LINE = /\n[ \t>]{0,8}(?:[—–―]|--[ \t]{0,4}[\n\p{Lu}])/u;
/** A name behind a dash on a line of its own, with a role behind it or none: "— Jane Roe, SRE". */
const DASHED = new RegExp(
  String.raw`^[ \t>]{0,8}(?:[—–―]|--)[ \t]{0,4}(?:\n[ \t>]{0,4})?(${NAME_WORD}(?: (?:\p{Ll}{1,3} ){0,2}${NAME_WORD}){0,3})(?:,[ \t]{1,4}([^\n,]{2,40})|[ \t]{1,4}\(([^()\n]{2,40})\)|)[ \t]{0,4}$`,
  "gmu",
);
/** Behind the dash, and somewhere else. */
const LEAST_SAID = 2;

/** What stands before a word that acts: nothing, a mark, a time, the end of a sentence; or a sign. */
const beforeAgent = memo(({ clock_words: words, people }: Vocabulary): RegExp => {
  const hour = String.raw`\d ?(?:[Zz]|${anyWord(words.behind)})?\]?`;
  return new RegExp(
    String.raw`(?:^|[\n,.!?:|>*@_-]|${hour}|(?<!\p{L})${anyWord(people.greetings)})[ \t]{0,4}$`,
    "iu",
  );
});
const LONGEST_BEFORE = 16;

/** Whether a single name that signs may be a person's: elsewhere it acts, and nothing is said of or for it. */
function signsAsPerson(name: string, { text, vocabulary }: NameTest): boolean {
  if (name.includes(" ")) return true;
  return wordIndex(text)
    .placesOf(name)
    .every((at, index, all) => {
      const last = all[index - 1];
      const from = last === undefined ? 0 : last + name.length;
      const end = at + name.length;
      if (/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))) return true;
      return beforeAgent(vocabulary).test(text.slice(Math.max(from, at - LONGEST_BEFORE), at));
    });
}

/** Who signs behind a dash: "— Jane Roe, SRE"; one word alone only where it acts elsewhere, or a role is beside it. */
function dashedNames(test: NameTest): readonly string[] {
  const { text, vocabulary, isGroup, isKnown } = test;
  const { roles, role_nouns: nouns, listed_as: lists } = vocabulary.people;
  const isRole = (role: string) =>
    isGroup(role) || [...roles, ...lists, ...nouns].includes(role.toLowerCase());
  if (!DASH_BEGINS_LINE.test(text)) return [];
  return [...text.matchAll(DASHED)].flatMap(([, name = "", besides, inBrackets]) => {
    const role = (besides ?? inBrackets ?? "").trim();
    if (name.includes(" ")) return role === "" || isRole(role) ? [name] : [];
    if (role !== "") return isRole(role) ? [name] : [];
    const isSaid = wordIndex(text).placesOf(name).length >= LEAST_SAID;
    return isSaid && signsAsPerson(name, test) && !isKnown(name.toLowerCase()) ? [name] : [];
  });
}

/**
 * Who signs a text, gets a copy of it or is thanked in it: by the end of a letter, the trailers of a
 * commit, a name before its address, a dash, "cc", "Thanks to Jane and Max".
 */
export function signedNames(test: NameTest): ListingTexts {
  const { text, vocabulary, isGroup, isKnown, isFirstName, isLastName } = test;
  const groupOf = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = ""]) => one);
  const hasTrailers = text.includes("-by:");
  const trailers = (pattern: RegExp) => (hasTrailers ? groupOf(pattern) : []);
  const addressed = [...text.matchAll(BEFORE_ADDRESS)].flatMap(([, name = "", login = ""]) =>
    isGroup(login) ? [] : [name],
  );
  const mailed = text.includes("](mailto:") ? [...text.matchAll(MAILED)] : [];
  const linked = mailed.flatMap(([, name = "", login = ""]) =>
    isGroup(login) || isGroup(name) || isKnown(name.toLowerCase()) ? [] : [name],
  );
  const named = [...thankedNames(test), ...dashedNames(test), ...linked];
  const called = titledNames(test);
  const greeted = greetedNames(test).filter((name) => signsAsPerson(name, test));
  const copies = groupOf(COPY).flatMap((rest) => namedParts(rest, vocabulary, isGroup));
  const isName = (one: string) =>
    !isKnown(one.toLowerCase()) && (isFirstName(one) || isLastName(one));
  return {
    people: [
      ...trailers(OF_PEOPLE).filter((name) => !isKnown(name.toLowerCase())),
      ...groupOf(closingOf(vocabulary)).filter((name) => signsAsPerson(name, test)),
      ...[...named, ...called, ...greeted].filter((name) => !WHOLE_NAME.test(name)),
      ...copies.filter(isName),
    ],
    owners: [
      ...addressed,
      ...trailers(TRAILER).map((name) => name.trim()),
      ...copies,
      ...[...named, ...called, ...greeted].filter((name) => WHOLE_NAME.test(name)),
    ],
  };
}
