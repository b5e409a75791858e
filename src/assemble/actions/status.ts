import { memo, once } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { anyWord, escapePattern } from "../../core/text/escape-pattern.ts";
import { inBracketsOf, withoutLastBrackets } from "../../core/text/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { Languages } from "../language.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { namedColumn } from "./columns.ts";

/** The words of a state, where they stand before a title and behind it. */
interface StatusMark {
  readonly status: string;
  readonly word: string;
  /** Made for the first text that has the word: most words stand in no title. */
  readonly patterns: () => { readonly before: RegExp; readonly behind: RegExp };
}

/** Two symbols may look alike but for this character, which asks for a picture. */
const PICTURE = /\u{FE0F}/gu;
/** States that may say in their brackets how they came about: "(fixed in #12)". */
const SETTLED: ReadonlySet<string> = new Set(["done", "dropped"]);

/** What follows such a state in brackets, to their end. */
function howPattern({ action_phrases }: Vocabulary): string {
  return String.raw`(?:[,;:]|\s+${anyWord(action_phrases.how)}(?!\p{L})|\s+[#\d]|\s+http)[^\])]*`;
}

function markOf(status: string, written: string, more: string): StatusMark {
  const word = escapePattern(written);
  const how = SETTLED.has(status) ? `(?:${more})?` : "";
  const before = `^[[(]?${word}(?:[\\])]:?\\s*|\\s*[:–—-]+\\s+|(?<=\\P{L})\\s*)`;
  const behind = `[\\s.]*(?:[[(]${word}${how}[\\])]|[–—-]\\s+${word}|(?<=\\s)${word}(?<=\\P{L}))\\.?$`;
  const patterns = once(() => ({
    before: new RegExp(before, "iu"),
    behind: new RegExp(behind, "iu"),
  }));
  return { status, word: written.toLowerCase(), patterns };
}

/** The vocabulary never changes, so its marks are made once. */
const marksOf = memo((vocabulary: Vocabulary): readonly StatusMark[] => {
  const more = howPattern(vocabulary);
  return Object.entries(vocabulary.action_statuses).flatMap(([status, words]) =>
    words.map((word) => markOf(status, word, more)),
  );
});

/** What stands in a box that markdown has no name for: `[-]`, `[/]`. */
const BOXES: ReadonlyMap<string, string> = new Map([
  ["-", "dropped"],
  ["~", "dropped"],
  ["/", "in-progress"],
  ["x", "done"],
  ["X", "done"],
]);

/** How urgent an item is, before its title: "[P1] Raise the limit". */
const RANK = /^(?:[[(]P[0-5][\])]:?|P[0-5]:)\s+(?=\S)/;
const PICTURED = /^(?::[a-z\d_+-]{2,40}:|\p{Extended_Pictographic})\s*/u;

/** Marks of a note-taking tool before a title: "TODO Raise the limit". */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ["TODO", "open"],
  ["NEXT", "open"],
  ["LATER", "open"],
  ["WAIT", "open"],
  ["WAITING", "open"],
  ["NOW", "in-progress"],
  ["DOING", "in-progress"],
  ["STARTED", "in-progress"],
  ["DONE", "done"],
  ["CANCELED", "dropped"],
  ["CANCELLED", "dropped"],
]);
/** Before a title, or before who has to do it: "TODO(payments): …". */
const KEYWORD = /^(\p{Lu}{3,9})(?:\s+|(?=\([^()]{2,40}\):))(?=\S)/u;

/** Two words before a title, which a wiki shows as a badge: "In progress Raise the limit". */
const BADGE = /^\p{Lu}\p{L}{1,12} \p{L}{2,12}(?=\s+\p{Lu})/u;

/** Whether a text begins with such a mark. */
export function isKeyworded(text: string): boolean {
  return KEYWORDS.has(KEYWORD.exec(text)?.[1] ?? "");
}

/** A picture that begins an item and is a state: ":white_check_mark: Payments: …". */
export function leadingMark(
  written: string,
  { vocabulary }: AssembleContext,
): { readonly title: string; readonly status: string | null } {
  const [keyword = "", word = ""] = KEYWORD.exec(written) ?? [];
  const marked = KEYWORDS.get(word);
  if (marked !== undefined) return { title: written.slice(keyword.length), status: marked };
  const badge = BADGE.exec(written)?.[0] ?? "";
  if (badge !== "" && wordStatus(badge, vocabulary) === "in-progress") {
    return { title: written.slice(badge.length).trim(), status: "in-progress" };
  }
  const text = written.replace(RANK, "").replace(PICTURE, "");
  const [found] = PICTURED.exec(text) ?? [];
  const status = found === undefined ? undefined : wordStatus(found, vocabulary);
  if (found === undefined) return { title: written.replace(RANK, ""), status: null };
  const rest = text.slice(found.length);
  if (status !== undefined) return { title: rest, status };
  // A light before the word that says what it means: "🟢 Completed: …".
  const said = /^(\p{L}[\p{L} ]{2,20}):\s+\S/u.exec(rest)?.[1];
  const isSaid = said !== undefined && wordStatus(said, vocabulary) !== undefined;
  return { title: isSaid ? rest : written.replace(RANK, ""), status: null };
}

/** A last sentence longer than this tells more than a state. */
const LONGEST_SENTENCE = 40;

const phrasesOf = memo(({ action_phrases: { told } }: Vocabulary): RegExp => {
  return new RegExp(String.raw`^${anyWord(told)}(?!\p{L})\W*`, "iu");
});

/** A state that is the last of several sentences: "Raise the limit. This is done." */
function lastSentence(
  written: string,
  vocabulary: Vocabulary,
): { readonly title: string; readonly status: string } | null {
  const text = written.trim();
  const at = Math.max(
    text.lastIndexOf(". ", text.length - 2),
    text.lastIndexOf("。", text.length - 2),
  );
  if (at <= 0 || text.length - at > LONGEST_SENTENCE) return null;
  const last = text
    .slice(at + 1)
    .replace(/(?<![\s.!。])[\s.!。]+$/, "")
    .trim();
  const phrases = phrasesOf(vocabulary);
  const bare = last.replace(phrases, "").replace(phrases, "");
  const status = wordStatus(last, vocabulary) ?? wordStatus(bare, vocabulary);
  return status === undefined ? null : { title: text.slice(0, at + 1), status };
}

/** A state that ends an item of a tracker, which begins with its ticket: "DEL-78: Fail loudly In Progress". */
function lastWords(
  written: string,
  vocabulary: Vocabulary,
): { readonly title: string; readonly status: string } | null {
  if (!/^\W*[A-Z][A-Z\d]+-\d+\b/.test(written)) return null;
  const words = written.trim().split(/\s+/);
  for (const count of [2, 1]) {
    const last = words.slice(-count);
    const isTitled = words.length > count + 1 && last.every((word) => /^\p{Lu}\p{L}*$/u.test(word));
    const status = isTitled ? wordStatus(last.join(" "), vocabulary) : undefined;
    if (status !== undefined) return { title: words.slice(0, -count).join(" "), status };
  }
  return null;
}

/** A state that stands before or behind a title: `DONE: …`, `… ✅`, `[] …` for an unticked box. */
export function markedTitle(
  written: string,
  { vocabulary }: AssembleContext,
): { readonly title: string; readonly status: string | null } {
  const text = written.replace(PICTURE, "");
  const box = /^\[\s*([-/>~x]?)\s*\]\s+/i.exec(text);
  if (box) return { title: text.slice(box[0].length), status: BOXES.get(box[1] ?? "") ?? "open" };
  const folded = text.toLowerCase();
  for (const { status, word, patterns } of marksOf(vocabulary)) {
    if (!folded.includes(word)) continue;
    const { before, behind } = patterns();
    const rest = text.replace(before, "").replace(behind, "");
    if (rest !== text && rest.trim() !== "") return { title: rest.trim(), status };
  }
  return (
    lastSentence(written, vocabulary) ??
    lastWords(written, vocabulary) ?? { title: written, status: null }
  );
}

/** Characters at the end of a column among which a state may stand. */
const LONGEST_END = 120;

/** The state in capitals that ends what another column says: "Bug 4711 **TODO**". */
export function trailingStatus(text: string, { vocabulary }: AssembleContext): string | null {
  // eslint-disable-next-line regexp/no-super-linear-move -- a short text
  const [last] = /\p{Lu}[\p{Lu} -]+(?=\W*$)/u.exec(text.slice(-LONGEST_END)) ?? [];
  return last === undefined ? null : (wordStatus(last, vocabulary) ?? null);
}

/** All words for states, in order, and the first state of each. */
const statusWords = memo(({ action_statuses }: Vocabulary) => {
  const all = Object.entries(action_statuses).flatMap(([status, words]) =>
    words.map((word) => ({ status, word })),
  );
  const byWord = new Map(all.toReversed().map(({ status, word }) => [word, status]));
  return { all, byWord };
});

/** The state that words are, or a box, and nothing else; undefined where they are none. */
export function wordStatus(text: string, vocabulary: Vocabulary): string | undefined {
  const [, box] = /^\[\s*([-/>~x]?)\s*\]$/i.exec(text.trim()) ?? [];
  if (box !== undefined) return BOXES.get(box) ?? "open";
  const written = text.trim().toLowerCase().replace(/[‘’]/g, "'");
  const [, share] = /^(\d{1,3})\s?%$/.exec(written) ?? [];
  if (share !== undefined) {
    return Number(share) === 0 ? "open" : Number(share) < 100 ? "in-progress" : "done";
  }
  const folded = written.startsWith(":") ? written : written.replaceAll("_", " ");
  return statusWords(vocabulary).byWord.get(folded);
}

/** A state that a cell begins with, or a symbol in it tells: "Done in #12", "🔄 rolling out". */
function looseStatus(text: string, vocabulary: Vocabulary): string | undefined {
  const words = statusWords(vocabulary).all;
  const symbol = words.find(({ word }) => !/[\p{L}\d]/u.test(word) && text.includes(word));
  const folded = text.toLowerCase().replace(/^[^\p{L}\d]+/u, "");
  const begins = words
    .filter(({ word }) => folded.startsWith(word) && !/^[\p{L}\d]/u.test(folded.slice(word.length)))
    .toSorted((a, b) => b.word.length - a.word.length);
  return begins[0]?.status ?? symbol?.status;
}

/** Whether a cell only leads to where the state is kept: "#812", "PR". */
function isReference(text: string, { columns }: Vocabulary): boolean {
  const bare = text.trim();
  return /^(?:[#!]\d+|[A-Z]{2,10}-\d+)$/.test(bare) || columns.ticket.includes(bare.toLowerCase());
}

/** A state in a word of another language: "erledigt" in a table that is else in English. */
function foreignStatus(text: string, languages: Languages | undefined): string | undefined {
  if (!languages || text === "") return undefined;
  const known = Object.entries(languages.registry).filter(([, { vocabulary }]) => vocabulary);
  const found = known.map(([id]) => wordStatus(text, languages.vocabularyOf(id)));
  return found.find((status) => status !== undefined);
}

/** The state that a yes or a no is in a column of states: "Implemented: yes". */
function yesOrNo(text: string, { action_phrases: { yes, no } }: Vocabulary): string | undefined {
  const folded = text.trim().toLowerCase();
  return yes.includes(folded) ? "done" : no.includes(folded) ? "open" : undefined;
}

/** A state and what it came to, or its label and itself: "Closed - Won't fix", "Resolved (duplicate)", "State: Done". */
const IN_TWO = /^([^:–—()/-]{2,30}?)\s*(?:\s[–—/-]\s|:\s|\()\s*([^()]{2,40}?)\)?$/u;

/** The state that two parts tell: what is settled may say behind that it was dropped. */
function statusInTwo(text: string, vocabulary: Vocabulary): string | undefined {
  const [, first = "", second = ""] = IN_TWO.exec(text.trim()) ?? [];
  if (first === "") return undefined;
  const behind = wordStatus(second, vocabulary);
  if (namedColumn(first, vocabulary) === "status") return behind;
  return behind === "dropped" && wordStatus(first, vocabulary) === "done" ? behind : undefined;
}

/** The canonical state that a written one means, as written where nobody knows it. */
export function actionStatus(
  written: Fact<string> | null,
  { vocabulary, languages }: AssembleContext,
): Fact<string> | null {
  if (!written || isReference(written.value, vocabulary)) return null;
  const text = written.value.replace(PICTURE, "");
  const said = text.replace(/^(?:(?::[a-z\d_+-]{2,40}:|\[[-/>~x ]?\])\s*)+(?=\S)/i, "");
  const [, share = "", of = ""] = /^\P{L}*?(\d{1,3}\s?%)\P{L}*(\p{L}{0,12})$/u.exec(text) ?? [];
  const isShare = of === "" || wordStatus(of, vocabulary) === "done";
  const bare = withoutLastBrackets(text).replace(/^[^\p{L}\d]+|(?<![^\p{L}\d])[^\p{L}\d]+$/gu, "");
  const status =
    wordStatus(text, vocabulary) ??
    statusInTwo(text, vocabulary) ??
    wordStatus(bare, vocabulary) ??
    wordStatus(said, vocabulary) ??
    (isShare ? wordStatus(share, vocabulary) : undefined) ??
    yesOrNo(bare, vocabulary) ??
    looseStatus(text, vocabulary) ??
    looseStatus(said, vocabulary) ??
    foreignStatus(bare, languages);
  return status === undefined ? written : { ...written, value: status };
}

/** Whether a state is one of ours, and not only what somebody wrote. */
export function isKnownStatus({ value }: Fact<string>, { vocabulary }: AssembleContext): boolean {
  return Object.hasOwn(vocabulary.action_statuses, value);
}

/** What may follow a state in the heading of those that are in it: "Completed actions". */
const groupedOf = memo(
  ({ action_phrases: { nouns } }: Vocabulary) =>
    new RegExp(String.raw`(?<!\s)\s+${anyWord(nouns)}$`, "u"),
);

/** The state that a heading gives to all below it: "Immediate actions (completed)", "Open:". */
export function statusOfHeading(heading: string, { vocabulary }: AssembleContext): string | null {
  const inBrackets = inBracketsOf(heading) ?? "";
  const name = normalizeHeading(heading).replace(groupedOf(vocabulary), "");
  const bare = inBrackets.replace(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, "");
  // "Proposed, not agreed": the first word says it.
  const [first = ""] = name.split(/,\s/);
  return (
    wordStatus(bare, vocabulary) ??
    wordStatus(name, vocabulary) ??
    wordStatus(first, vocabulary) ??
    null
  );
}
