import { bisectRight, cumsum, group } from "d3-array";
import { memo } from "../../core/memo.ts";
import { anyWord, escapePattern } from "../../core/text/escape-pattern.ts";
import { smallWordIndex, wordIndex } from "../../core/text/word-index.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { wordsOfVocabulary } from "./name-test.ts";

const MARKS = String.raw`[ \t>*_|-]{0,8}`;
const TIME = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm]|Z)?[\]*_]{0,4}`;
const NICK = String.raw`\p{Ll}[\p{Ll}\p{M}\p{N}_-]{2,30}`;
/** `[07:32] lena: on it` */
const BEHIND_TIME = new RegExp(
  String.raw`^${MARKS}${TIME}[ \t]{1,4}[*_]{0,2}(${NICK})[*_]{0,2}:[*_]{0,2}[ \t]{1,4}(\S[^\n]*)$`,
  "gmu",
);
/** `lena 07:32`, above what is said. */
const BEFORE_TIME = new RegExp(
  String.raw`^${MARKS}(${NICK})[*_]{0,2}[ \t]{1,4}${TIME}[ \t]*\n${MARKS}(\S[^\n]*)$`,
  "gmu",
);
/** A nick as a channel shows it, with its marks: `<lena>`, `< @Jo_>`, `&lt;lena&gt;`. */
const IN_BRACKETS = "(?:\\\\?<|&lt;)\\s?[@+]?([\\p{L}\\d[\\]_^|`-]{1,30})(?:\\\\?>|&gt;)";
/** `07:32 <lena> on it`, `<lena> 07:32 on it`: what markdown takes for a tag, so that no block has it. */
const BRACKETED = new RegExp(
  String.raw`^${MARKS}(?:${TIME}[ \t]{1,4}${IN_BRACKETS}|${IN_BRACKETS}[ \t]{1,4}${TIME})[ \t]`,
  "gmu",
);
/** Fewer lines are no chat. */
const LEAST_LINES = 3;
const LEAST_SPOKEN = 2;

/** A line of a chat. */
interface Spoken {
  readonly nick: string;
  readonly said: string;
}

const BEFORE = String.raw`(?<![\p{L}\p{N}/_.-])`;
const BEHIND = String.raw`(?![\p{L}\p{N}/_-]|\.\p{L})`;
/** Longer than any word that these look for. */
const LONGEST_BESIDE = 60;
const signsOf = memo(({ people, lists }: Vocabulary) => {
  const nouns = [...people.said_of_groups, ...people.not_names];
  const groups = anyWord(nouns);
  // An article behind a name begins what somebody does: "Ada the runbook, Max the alert".
  const groupsBehind = anyWord(nouns.filter((word) => !lists.articles.includes(word)));
  const any = (words: readonly string[]) => new RegExp(`${BEFORE}${anyWord(words)}${BEHIND}`, "iu");
  return {
    ofOneself: any(people.of_oneself),
    inChats: any(people.said_in_chats),
    thanks: anyWord(people.thanked_as),
    behindName: anyWord(people.said_of_people),
    groupBefore: new RegExp(String.raw`(?<!\p{L})${groups}\s$`, "iu"),
    groupBehind: new RegExp(String.raw`^\s${groupsBehind}(?!\p{L})`, "iu"),
  };
});

function linesIn(text: string): readonly Spoken[] {
  return [BEHIND_TIME, BEFORE_TIME].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, nick = "", said = ""]) => ({ nick, said })),
  );
}

/** Whether a text may hold the lines of a chat, seen without parsing it. */
export function mayChat(text: string): boolean {
  return [BEHIND_TIME, BEFORE_TIME, BRACKETED].some((pattern) => text.search(pattern) >= 0);
}

/** Whether a text speaks of a word as of a group or a service: "the ledger", "ledger team", `ledger-api`. */
export function isOfGroup(nick: string, text: string, vocabulary: Vocabulary): boolean {
  const { groupBefore, groupBehind } = signsOf(vocabulary);
  const word = nick.toLowerCase();
  const { text: small, placesOf } = smallWordIndex(text);
  return placesOf(word).some((at) => {
    const before = small.slice(Math.max(at - LONGEST_BESIDE, 0), at);
    const behind = small.slice(at + word.length, at + word.length + LONGEST_BESIDE);
    if (!/^[\p{L}\p{N}]/u.test(behind) && groupBefore.test(before)) return true;
    if (before.endsWith("@")) return false;
    // Behind a stroke with a capital stands another name: "Ada/Max".
    const isPart = /^[-/]\p{Ll}/u.test(text.slice(at + word.length, at + word.length + 3));
    return isPart || groupBehind.test(behind);
  });
}

/** Whether a text calls somebody: "@lena", "thanks lena", "lena, restart it". */
function isCalled(nick: string, said: string, vocabulary: Vocabulary): boolean {
  const word = escapePattern(nick);
  const { thanks, behindName } = signsOf(vocabulary);
  const pattern = String.raw`@${word}(?![\p{L}\p{N}/])|(?<!\p{L})${thanks} ${word}(?!\p{L})|^${word},|(?<!\p{L})${word} ${behindName}(?!\p{L})|, ${word}[.!?]?$`;
  return new RegExp(pattern, "iu").test(said);
}

/** Who has a nick in brackets beside a time, in however few lines: `07:32 <lena> on it`. */
export function bracketedNicks(text: string): readonly string[] {
  return [...text.matchAll(BRACKETED)].map(([, one, other]) => one ?? other ?? "");
}

function bracketed(text: string): readonly string[] {
  const nicks = bracketedNicks(text);
  return nicks.length < LEAST_LINES ? [] : nicks.filter((nick) => !/bot$/i.test(nick));
}

/** Tells the lines that have a nick, however it is written; each line is looked through once for all of them. */
function linesWith(lines: readonly Spoken[]): (nick: string) => readonly Spoken[] {
  const said = lines.map((line) => line.said.toLowerCase());
  const starts = cumsum(said.slice(0, -1), ({ length }) => length + 1);
  const { placesOf } = wordIndex(said.join("\n"));
  return (nick) => {
    const found = placesOf(nick).map((at) => lines[bisectRight(starts, at)]);
    return [...new Set(found)].flatMap((line) => line ?? []);
  };
}

/**
 * Who speaks in a chat under a small word: "[07:32] lena: on it". A label, a tool, a team or a service
 * stands there, too, so something must tell a person: somebody calls them, or they speak of themselves.
 * Beside such people, those count who use the words of a chat, or call one of them.
 */
export function nicksIn(text: string, vocabulary: Vocabulary): readonly string[] {
  const lines = linesIn(text);
  if (lines.length < LEAST_LINES) return bracketed(text);
  const known = wordsOfVocabulary(vocabulary);
  const { ofOneself, inChats } = signsOf(vocabulary);
  const speakers = [...group(lines, ({ nick }) => nick)].filter(
    ([nick]) => !known.has(nick) && !/bot$/.test(nick) && !isOfGroup(nick, text, vocabulary),
  );
  const having = linesWith(lines);
  const calling = new Map(
    speakers.map(([nick]) => [
      nick,
      having(nick).filter(({ said }) => isCalled(nick, said, vocabulary)),
    ]),
  );
  const certain = speakers
    .filter(([nick, own]) => {
      const speaksOfItself =
        own.length >= LEAST_SPOKEN && own.some(({ said }) => ofOneself.test(said));
      return speaksOfItself || calling.get(nick)?.some((line) => line.nick !== nick) === true;
    })
    .map(([nick]) => nick);
  const callingThem = new Set(certain.flatMap((nick) => calling.get(nick) ?? []));
  const others = speakers.filter(([, own]) =>
    own.some((line) => inChats.test(line.said) || callingThem.has(line)),
  );
  return [
    ...bracketed(text),
    ...certain,
    ...(certain.length > 0 ? others.map(([nick]) => nick) : []),
  ];
}
