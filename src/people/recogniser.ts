import { type ListedNames, NO_NAMES } from "../core/document/listed-names.ts";
import { foldName } from "../core/taxonomy.ts";
import { actingSearch, type ActingWords } from "./acting.ts";
import { addressSpans } from "./addresses.ts";
import { handleSpans, type HandleWords } from "./handles.ts";
import { HOME_SIGN, homeSpans, mayHaveHome } from "./homes.ts";
import { type NameSearch, nameSearch } from "./names.ts";
import { joined, replaced, type Span } from "./span.ts";

/** What stands in print where a document names a person. */
export const WITHHELD = "[person]";

/** The words by which a name is distinguished from a team, a role, program code or an amount. */
export interface PeopleWords {
  /** A name that has one of these among its parts is a role or a group: `oncall`, `team`. */
  readonly notNames: readonly string[];
  /** Annotations of program code. */
  readonly annotations: readonly string[];
  /** Words behind a tilde that mean "about"; null where any may. */
  readonly amounts: readonly string[] | null;
  /** Users that a system or an image has for itself: `runner`; in any part of a name. */
  readonly systemUsers?: readonly string[];
  /** Folded names of the teams and services that the taxonomy lists. */
  readonly groups: ReadonlySet<string>;
  /** Common words, in lower case: beside a first name they are no last name. */
  readonly common?: readonly string[];
  /** What tells that a name which is also a word names somebody; without it, no such name counts. */
  readonly acting?: ActingWords;
}

/** The text with {@link WITHHELD} in place of each person that it names. */
export type Redact = (text: string) => string;

/** Recognises people in texts: by address, by handle, and by the names that a document lists. */
export interface Recogniser {
  /** Where a text names people, in its order. */
  readonly find: (text: string, names?: NameSearch) => readonly Span[];
  /** The text with {@link WITHHELD} in place of each of them. */
  readonly redact: (text: string, names?: NameSearch) => string;
  /** The text with a dot in place of each letter of their names, so that all else keeps its place. */
  readonly mask: (text: string, names?: NameSearch) => string;
  /** Whether a text names anybody. */
  readonly names: (text: string, names?: NameSearch) => boolean;
  /** A search for the names that a document lists. */
  readonly search: (listed: ListedNames) => NameSearch;
  /** Whether a name is that of a team, a service or a role, with or without its sign. */
  readonly isGroup: (name: string) => boolean;
}

const PART = /[\s._+/-]+/u;
/** Of scripts that write a role or a group without a blank before it: "基盤チーム". */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

function handleWords({ notNames, annotations, amounts, groups }: PeopleWords): HandleWords {
  const roles = new Set(notNames);
  const code = new Set(annotations);
  const about = amounts && new Set(amounts);
  const unspaced = notNames.filter((word) => UNSPACED.test(word));
  return {
    isGroup: (name) =>
      groups.has(foldName(name.replaceAll(".", " "))) ||
      unspaced.some((word) => name.endsWith(word)) ||
      name
        .toLowerCase()
        .split(PART)
        .some((part) => roles.has(part)),
    isCode: (name) => code.has(name.toLowerCase()),
    isAmount: (name) => about?.has(name.toLowerCase()) ?? true,
  };
}

const ADDRESS_SIGN = /[@＠﹫]|%40|\bat\b/i;
const HANDLE_SIGN = /[@~]/;
/** A text without any of these names nobody but by a name that is listed. */
const ANY_SIGN = new RegExp(
  [ADDRESS_SIGN, HANDLE_SIGN, HOME_SIGN].map(({ source }) => source).join("|"),
  "i",
);

/** Whether a text has a sign of an address, or `at` in place of one. */
function mayHaveAddress(text: string): boolean {
  return ADDRESS_SIGN.test(text);
}

/** The one recogniser of people: lint, reports and suggestions use the same. */
export function recogniser(words: PeopleWords): Recogniser {
  const handles = handleWords(words);
  const none = nameSearch(NO_NAMES);
  const system = new Set(words.systemUsers);
  const isOfNone = (user: string) =>
    handles.isGroup(user) ||
    user
      .toLowerCase()
      .split(PART)
      .some((part) => system.has(part));
  const find = (text: string, names: NameSearch = none) => {
    if (!ANY_SIGN.test(text)) return joined(names(text));
    const spans = [
      ...(mayHaveAddress(text) ? addressSpans(text, handles.isGroup) : []),
      ...(HANDLE_SIGN.test(text) ? handleSpans(text, handles) : []),
      ...(mayHaveHome(text) ? homeSpans(text, isOfNone) : []),
      ...names(text),
    ];
    return joined(spans);
  };
  // What is withheld can bring two parts of a name together that were apart.
  const redact = (text: string, names: NameSearch = none): string => {
    const spans = find(text, names);
    if (spans.length === 0) return text;
    const once = replaced(text, spans, () => WITHHELD);
    return once === text || find(once, names).length === 0 ? once : redact(once, names);
  };
  const common = new Set(words.common);
  const isOther = (word: string) => common.has(word.toLowerCase()) || handles.isGroup(word);
  return {
    find,
    redact,
    mask: (text, names) =>
      replaced(text, find(text, names), ({ start, end }) =>
        text.slice(start, end).replace(/\S/g, "•"),
      ),
    names: (text, names) => find(text, names).length > 0,
    search: (listed) => {
      const inText = nameSearch(listed, isOther);
      const { acting = [] } = listed;
      if (!words.acting || acting.length === 0) return inText;
      const ofActing = actingSearch(acting, words.acting);
      return (text) => {
        const found = joined(inText(text));
        return [...found, ...ofActing(text, found)];
      };
    },
    isGroup: handles.isGroup,
  };
}
