import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { ListingWords } from "../../people/listing.ts";

/** Names in other scripts, or with marks, can be written in several forms. */
const PLAIN = /^[\x20-\x7e]*$/;
/** What a login, or a name of one word, is made of, on both sides of a place in it. */
const TOKEN_BEFORE = /[\p{L}\p{M}\p{N}_.'’-]{0,40}$/u;
const TOKEN_AFTER = /^[\p{L}\p{M}\p{N}_.'’-]*/u;
const LONGEST_TOKEN = 40;
const AROUND = /^[_.'’-]+|['’]s$|(?<![_.'’-])[_.'’-]+$/gu;
/** What parts the names of a list, and the marks around them. */
const patternsOf = memo((words: readonly string[]) => {
  const and = anyWord(words);
  return {
    before: new RegExp(
      String.raw`(?:^|[^\p{L}\p{M}\p{N}\s.'’-]|\s[-–—+]|\s\s|\s${and}|^[-+])\s{0,9}$`,
      "iu",
    ),
    after: new RegExp(String.raw`^\s*(?:$|[^\p{L}\p{M}\p{N}\s.'’-]|[-–—+]\s|${and}\s)|^\s\s`, "iu"),
    /** A small word with another one behind it: what most words of prose are, and no name. */
    withinSentence: new RegExp(`^ [a-z0-9]+ (?!${and} )[a-z0-9]`),
  };
});
const CAPITAL = /^\P{L}*(?:\p{Ll}{1,3}['’ʼ-])?[\p{Lu}\p{Lo}\p{Script=Georgian}]/u;
/** What stands between words, marks among it. */
const BETWEEN = /[^\p{L}\p{M}\p{N}.'’-]+/u;
/** Shorter logins are abbreviations. */
const LEAST_LOGIN = 4;
/** A whole name has at most as many words beside each of them. */
const MOST_BESIDE = 5;
const LONGEST_BESIDE = 120;

function isPlain(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}

/** The words of a text of which a name can consist, in lower case; a single letter comes with others. */
function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && /[a-z]/.test(word));
}

/** The names that may be in a word which is a login: "roe" of `jroe`, "jane" of `janer`. */
function withoutInitial(word: string): readonly string[] {
  return word.length < LEAST_LOGIN ? [] : [word.slice(1), word.slice(0, -1)];
}

/** Where a word of a text stands: the token that it is a part of, and what is beside that in its line. */
interface Place {
  readonly token: string;
  readonly before: string;
  readonly after: string;
}

function placeAt(body: string, start: number, end: number): Place {
  const head = TOKEN_BEFORE.exec(body.slice(Math.max(start - LONGEST_TOKEN, 0), start));
  const tail = TOKEN_AFTER.exec(body.slice(end, end + LONGEST_TOKEN));
  const from = start - (head?.[0].length ?? 0);
  const to = end + (tail?.[0].length ?? 0);
  const [before = ""] = body
    .slice(Math.max(from - LONGEST_BESIDE, 0), from)
    .split("\n")
    .slice(-1);
  const [after = ""] = body.slice(to, to + LONGEST_BESIDE).split("\n", 1);
  return { token: body.slice(from, to), before, after };
}

/** The words on both sides of a place, the nearest ones first. */
function wordsBeside({ before, after }: Place): readonly (readonly string[])[] {
  const wordsOf = (text: string) => text.split(BETWEEN).filter((word) => word !== "");
  return [wordsOf(before).slice(-MOST_BESIDE).toReversed(), wordsOf(after).slice(0, MOST_BESIDE)];
}

/** Whether a word is one of a whole name that begins and ends with a capital. */
function isInName(place: Place, words: ReadonlySet<string>, isAlone: boolean): boolean {
  if (!CAPITAL.test(place.token)) return false;
  const beside = wordsBeside(place);
  if (!beside.flat().some((word) => CAPITAL.test(word))) return false;
  // A word that alone names nobody is withheld only together with all others of its name.
  return isAlone || beside.some(([next = ""]) => plainWords(next).some((one) => words.has(one)));
}

function isListed(place: Place, words: ReadonlySet<string>, listing: ListingWords): boolean {
  const { before, after } = place;
  const parts = patternsOf(listing.and);
  const token = place.token.replace(AROUND, "");
  const isGroup = listing.isGroup(token);
  const isAlone = !isGroup && !listing.isCommon(token);
  if (isInName(place, words, isAlone)) return true;
  if (isGroup) return false;
  if (/[@~＠]$/u.test(before) || /^[@＠]/u.test(after)) return true;
  return isAlone && parts.before.test(before) && parts.after.test(after);
}

/** A text without the headings that repeat another one, as most documents do with their title. */
function withoutHeadings(body: string, repeated: ReadonlySet<string>): string {
  return body.replaceAll(/^#{1,6}[ \t]+(.*)$/gm, (line, heading: string) =>
    repeated.has(heading.trim()) ? "" : line,
  );
}

/** Where a word stands in a text, as a whole word; both are in lower case. */
function* placesOf(word: string, text: string): Iterable<number> {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!isPlain(text[at - 1]) && !isPlain(text[at + word.length])) yield at;
  }
}

/**
 * Whether a body may list somebody whom one of some short texts names, seen without parsing it: a word
 * of these texts stands in it as names in a list do, with a sign, as a part of its own or in a whole
 * name. It errs towards yes.
 */
export function mayListNameIn(
  texts: readonly string[],
  body: string,
  listing: ListingWords,
): boolean {
  const rest = withoutHeadings(body, new Set(texts));
  const folded = rest.toLowerCase();
  const isComparable = texts.every((text) => PLAIN.test(text)) && folded.length === rest.length;
  if (!isComparable || body.includes("&#")) return true;
  const words = new Set(texts.flatMap(plainWords));
  const inLogins = new Set([...words].flatMap(withoutInitial));
  const { withinSentence } = patternsOf(listing.and);
  for (const word of new Set([...words, ...inLogins])) {
    for (const start of placesOf(word, folded)) {
      const end = start + word.length;
      if (withinSentence.test(rest.slice(start - 1, end + 5))) continue;
      const place = placeAt(rest, start, end);
      // A login stands for the whole name, also where this part of it is a common word.
      if (inLogins.has(word) && isInName(place, words, true)) return true;
      if (isListed(place, words, listing)) return true;
    }
  }
  return false;
}
