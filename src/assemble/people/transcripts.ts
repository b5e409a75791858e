import { IN_BRACKETS } from "../../people/in-brackets.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";
import { FULL_NAME, NAME_WORD } from "./written-names.ts";

const START = String.raw`^[ \t>*_-]{0,8}`;
const TIME = String.raw`\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?`;
/** Behind what is said at a time: nothing, and the next line has it. */
const ABOVE = String.raw`[ \t]*\n(?:[ \t>]*\n)?[ \t>]{0,8}\S`;
/** `<v Jane Roe>It is back.</v>`, of a transcript with voices. */
const VOICE = /^[ \t>]{0,8}<v(?:\.[^\s<>]{1,20})?[ \t]([^<>\n]{2,60})>/gmu;
/** `[10:04] Jane Roe`, or `[10:04] Roe, Jane (External)`, above what is said. */
const TIMED = new RegExp(
  String.raw`${START}\[${TIME}\][ \t](${FULL_NAME}|${NAME_WORD}, ${NAME_WORD})(?:${IN_BRACKETS})?${ABOVE}`,
  "gmu",
);
/** `ferris — 14:02`, `ferris — Today at 14:02`, `ferris — 03/05/2024 14:02`, above what is said. */
const DASHED = new RegExp(
  String.raw`${START}([\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{1,31}(?: [\p{L}\p{M}\p{N}_.-]{1,31})?)[*_]{0,3} [—–] (?:\p{L}{4,12} \p{L}{2} |[\d./-]{6,10},? )?${TIME}${ABOVE}`,
  "gmu",
);
/** What a tracker writes behind the name of somebody: `Jane Roe [:jroe]`, `Jane Roe (:jroe)`. */
const NICKED = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’-])(${FULL_NAME}|${NAME_WORD})[*_]{0,3} (?:\[:([\p{L}\p{N}_.-]{2,38})\]|\(:([\p{L}\p{N}_.-]{2,38})\))`,
  "gu",
);
/** Fewer lines are no chat. */
const LEAST_LINES = 3;

/** What a text must have for each of these, which is soon looked for. */
const likely = (text: string) => ({
  hasVoices: text.includes("<v"),
  hasTimes: /^[ \t>*_-]{0,8}\[\d/mu.test(text),
  hasDashes: / [—–] [^\n]{0,24}\d:\d\d[ \t]{0,8}\n/u.test(text),
  hasNicks: text.includes("[:") || text.includes("(:"),
});

/** Whether a text may have the speakers of a transcript, or names with a nick, seen without parsing it. */
export function mayTranscribe(text: string): boolean {
  return Object.values(likely(text)).includes(true);
}

/** Who speaks above lines that have the time behind a dash; a program may, too. */
function dashedSpeakers({ text, vocabulary, isGroup }: NameTest): readonly string[] {
  const speakers = [...text.matchAll(DASHED)].map(([, name = ""]) => name);
  if (speakers.length < LEAST_LINES) return [];
  return [...new Set(speakers)].filter(
    (name) => !/bot$/iu.test(name) && !isGroup(name) && !isOfGroup(name, text, vocabulary),
  );
}

/** Who speaks above lines that have the time in brackets; a title stands there, too, of words that are known. */
function timedSpeakers({ text, isGroup, isKnown }: NameTest): readonly string[] {
  const names = [...text.matchAll(TIMED)].map(([, name = ""]) =>
    name.replace(/^(\S+), (\S+)$/u, "$2 $1"),
  );
  if (names.length < LEAST_LINES) return [];
  return names.filter(
    (name) => !isGroup(name) && !name.split(" ").some((word) => isKnown(word.toLowerCase())),
  );
}

/** Who speaks in the transcripts that a text holds, and who is named with a nick. */
export function inTranscripts(test: NameTest): ListingTexts {
  const { hasVoices, hasTimes, hasDashes, hasNicks } = likely(test.text);
  const namesOf = (pattern: RegExp) =>
    [...test.text.matchAll(pattern)].map(([, name = ""]) => name);
  const nicked = hasNicks ? [...test.text.matchAll(NICKED)] : [];
  return {
    people: [
      ...(hasVoices ? namesOf(VOICE) : []),
      ...(hasDashes ? dashedSpeakers(test) : []),
      ...nicked.flatMap(([, name = "", one, other]) => [
        ...(name.includes(" ") ? [] : [name]),
        ...(one === undefined ? [] : [one]),
        ...(other === undefined ? [] : [other]),
      ]),
    ],
    owners: [
      ...(hasTimes ? timedSpeakers(test) : []),
      ...nicked.flatMap(([, name = ""]) => (name.includes(" ") ? [name] : [])),
    ],
  };
}
