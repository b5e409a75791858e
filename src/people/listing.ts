import { joinNames, type ListedNames } from "../core/document/listed-names.ts";
import { memo } from "../core/memo.ts";
import { anyWord } from "../core/text/escape-pattern.ts";

/** Texts in which a document lists people. */
export interface ListingTexts {
  /** Whose every name is a person's: attendees, authors, roles. */
  readonly people: readonly string[];
  /** Whose names may be those of teams: owners. */
  readonly owners: readonly string[];
}

/** Which words of such texts name nobody. */
export interface ListingWords {
  /** What stands between two names of a list, in the language of the text. */
  readonly and: readonly string[];
  /** Whether a name is that of a team, a service or a role. */
  readonly isGroup: (name: string) => boolean;
  /** Whether a word, alone, is a common one, or stands for no value. */
  readonly isCommon: (word: string) => boolean;
  /** Whether such a word is also a name, which counts where it acts; none is unless it is given. */
  readonly isAlsoName?: (word: string) => boolean;
  /** Whether a name of several words, in an owner's place, is that of a product: "Mission Control"; none is unless it is given. */
  readonly isProduct?: (name: string) => boolean;
}

const CAPITAL = String.raw`(?:\p{Ll}{1,3}['’ʼ-])?\p{Lu}[\p{L}\p{M}'’ʼ.-]*`;
const CASELESS = String.raw`[\p{Lo}\p{Script=Georgian}][\p{Lo}\p{Script=Georgian}\p{M}'’·・-]*`;
const WORD = `(?:${CAPITAL}|${CASELESS})`;
/** `van`, `de la`, `d'`: between the first word of a name and its last. */
const PARTICLE = String.raw`\p{Ll}{1,4}['’]?`;
/** Several words: the first and the last have a capital, or are of a script that has none. */
const FULL = new RegExp(`^${WORD}(?: (?:${PARTICLE}|${WORD})){0,4} ${WORD}$`, "u");
/** A name without blanks in a script that writes it so. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}・·々ー]{2,24}$/u;
const SINGLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’-]{1,38}$/u;
const CASELESS_WORD = /^\p{Lo}/u;
const HONORIFIC = /^(?:\p{Lu}\p{Ll}{1,4}\. )+(?=\S+ \S)/u;
const ADDRESS = /^(?<login>[^\s@]{1,64})@[^\s@]+\.[^\s@]+$/u;
/** Two letters abbreviate more often than they name; in scripts without case they may be a name. */
const SHORTEST = 3;
const MOST_WORDS = 5;
/** A word of a name that is neither the first nor the last: no particle, and no initial. */
const MIDDLE = /^\p{Lu}[\p{L}\p{M}'’ʼ-]{2,}$/u;
/** What stands between names, and between a name and what is said of the person. */
const separatorOf = memo(
  (and: readonly string[]) =>
    new RegExp(
      String.raw`[,;:=/&|·•()[\]<>→"“”、，；\n]|\s[-–—+]\s|\s{1,9}${anyWord(and)}\s+|(?<=\S)\s+(?=@)`,
      "u",
    ),
);

/** A team of a code host: `@org/team`. */
const TEAM_HANDLE = /@[\p{L}\p{N}_.-]+\/[\p{L}\p{N}_.-]+/gu;

/** A repository of a code host, `org/name`, or two names of people with a stroke between them. */
const PATH =
  /(?<![\p{L}\p{N}_./@-])\p{Ll}[\p{Ll}\p{N}_.-]*\/(\p{Ll}[\p{Ll}\p{N}_.-]*)(?![\p{L}\p{N}_/])/gu;

/** A text without repositories: what is called as a group is, or by common words, `acme/orders-service`. */
function withoutRepositories(text: string, { isGroup, isCommon }: ListingWords): string {
  return text.replace(PATH, (path: string, name: string) => {
    const words = name.split(/[-_.]/u);
    const isCalled = words.length > 1 && words.some((word) => isGroup(word) || isCommon(word));
    return isGroup(name) || isCalled ? " " : path;
  });
}

/** "Jane Roe (Billing)": one word with a capital in brackets behind a whole name is that of a team more often than another name. */
const TEAM_BEHIND =
  /(?<=(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]{1,30} \p{Lu}[\p{L}\p{M}'’-]{1,30}) \(\p{Lu}[\p{L}\p{M}\p{N}&]{1,30}\)/gu;

function partsOf(text: string, words: ListingWords): readonly string[] {
  const own = text.replace(TEAM_HANDLE, " ").replace(TEAM_BEHIND, "");
  const parts = withoutRepositories(own, words)
    .split(separatorOf(words.and))
    .map((part) => part.replace(/\s+/gu, " ").trim());
  return parts.map((part) => part.replace(/[.!]$/u, "")).filter((part) => part !== "");
}

/** Whether a text is a name of several words, each of which may be one of a person. */
export function isFullName(text: string, isGroup: (name: string) => boolean): boolean {
  return (FULL.test(text) || UNSPACED.test(text)) && !isGroup(text);
}

/** The names in a login that has them: `jane.roe`, `jane_roe`. */
function namesOfLogin(login: string): ListedNames {
  const words = login.split(/[._-]+/u).filter((word) => word !== "");
  const isName = words.length > 1 && words.every((word) => /^\p{L}{2,}$/u.test(word));
  return isName ? { full: [words.join(" ")], single: [login] } : { full: [], single: [login] };
}

/** A word of a name, and the halves of a double one: people go by either. */
function withHalves(word: string): readonly string[] {
  const halves = word.split("-");
  return halves.length === 1 ? [word] : [word, ...halves.filter((half) => /^\p{Lu}/u.test(half))];
}

/** Whether an owner is a login that is a person's two names, `jane.roe`, and not what a team is called. */
function isLoginOfName(name: string, { isGroup, isCommon }: ListingWords): boolean {
  const words = /^(\p{Ll}{2,20})\.(\p{Ll}{2,20})$/u.exec(name)?.slice(1) ?? [];
  return words.length === 2 && !words.some((word) => isGroup(word) || isCommon(word));
}

/** A whole name and its words, and halves of the first and the last, where these mean nothing else. */
function namesOfFull(written: string, words: ListingWords): ListedNames {
  const { isGroup, isCommon, isAlsoName = () => false } = words;
  const name = written.replace(HONORIFIC, "");
  const parts = name.split(" ");
  const ends = [parts[0] ?? "", parts.at(-1) ?? ""].flatMap(withHalves).filter((word) => {
    const isLong = word.length >= (CASELESS_WORD.test(word) ? SHORTEST - 1 : SHORTEST);
    return parts.length > 1 && isLong && !word.endsWith(".") && !isGroup(word);
  });
  const acting = ends.filter((word) => isCommon(word) && isAlsoName(word));
  // Of several first names, and of two last ones, each may stand alone.
  const middle = parts.slice(1, -1).filter((word) => MIDDLE.test(word) && !isGroup(word));
  const single = [...ends, ...middle].filter((word) => !isCommon(word));
  return { full: [name], single, ...(acting.length > 0 ? { acting } : {}) };
}

/** The names in one part of a listing: an address, a handle, a whole name, or one word. */
function namesIn(part: string, isOwner: boolean, words: ListingWords): readonly ListedNames[] {
  const { isGroup, isCommon } = words;
  const isSigned = /^[@~]/u.test(part);
  const name = part.replace(/^[@~]/u, "").replace(/['’]s$/u, "");
  const login = ADDRESS.exec(name)?.groups?.login;
  if (login !== undefined) return isGroup(login) ? [] : [namesOfLogin(login)];
  if (isFullName(name, isGroup)) {
    return isOwner && words.isProduct?.(name) === true ? [] : [namesOfFull(name, words)];
  }
  const isLong = name.length >= (CASELESS_WORD.test(name) ? SHORTEST - 1 : SHORTEST);
  const isName = SINGLE.test(name) && /\p{L}/u.test(name) && isLong;
  if (!isName || isGroup(name)) return [];
  if (isOwner && !isSigned) return isLoginOfName(name, words) ? [namesOfLogin(name)] : [];
  if (!isCommon(name) || isSigned) return [namesOfLogin(name)];
  const isOfPerson = /^\p{Lu}/u.test(name) && words.isAlsoName?.(name) === true;
  return isOfPerson ? [{ full: [], single: [], acting: [name] }] : [];
}

/** Whether a text lists, and does not tell: single words of a sentence are no names. */
function isList(parts: readonly string[]): boolean {
  return parts.every((part) => part.split(" ").length <= MOST_WORDS);
}

/** The names that the texts of a listing hold. */
export function listedNames({ people, owners }: ListingTexts, words: ListingWords): ListedNames {
  const named = (texts: readonly string[], isOwner: boolean) =>
    texts.flatMap((text) => {
      const parts = partsOf(text, words);
      return parts.flatMap((part) => namesIn(part, isOwner || !isList(parts), words));
    });
  return joinNames([...named(people, false), ...named(owners, true)]);
}
