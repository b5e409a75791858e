import { bisector } from "d3-array";
import { memo } from "../core/memo.ts";
import { anyPattern, anyWord, escapePattern } from "../core/text/escape-pattern.ts";
import { IN_BRACKETS } from "./in-brackets.ts";
import type { Span } from "./span.ts";

/** What tells that a word names somebody: "Mark asked", "paged Grace". */
export interface ActingWords {
  /** What stands behind whoever acts, and what also stands behind months: "May 3 … May asked". */
  readonly acting: readonly string[];
  readonly actingOfPeople: readonly string[];
  /** What stands before whoever is acted on, and what only stands before people. */
  readonly addressed: readonly string[];
  readonly addressedAsPeople: readonly string[];
  /** What may stand behind whoever is acted on. */
  readonly behindAddressed: readonly string[];
  /** Behind a name that begins a line: "Mark to add an alert". */
  readonly assigned: readonly string[];
  readonly and: readonly string[];
  readonly articles: readonly string[];
  /** Names of months, in lower case. */
  readonly months: readonly string[];
}

/** Words longer than any that these look at. */
const LONGEST_BESIDE = 40;
const LINE_START =
  /(?:^|[\n|·]|[.!?:]\s)[ \t]{0,8}(?:(?:[-*+>|·]|\d{1,2}[.)]|\[[ xX]\]|\[?\d{1,2}:\d\d\S{0,8}|[*_"“(])[ \t]{0,4}){0,4}$/u;
const SIGN = /(?:^|[,;:|·/&(\n])[*_]{0,2}[ \t]{0,4}[*_]{0,2}$/u;
const SIGN_BEHIND = /^[*_]{0,2}[ \t]{0,4}(?:$|[,;|·/&)\n])/u;
const CALLED = /^[*_]{0,2}:[*_]{0,2}[ \t]{1,4}\p{L}/u;
const POSSESSIVE = /^['’]s(?!\p{L})/u;

const byStart = bisector((span: Span, at: number) => span.start - at);

interface Patterns {
  readonly behind: RegExp;
  readonly behindPeople: RegExp;
  readonly before: RegExp;
  readonly beforePeople: RegExp;
  readonly behindAddressed: RegExp;
  readonly behindJoined: RegExp;
  readonly assigned: RegExp;
  readonly clause: RegExp;
  readonly between: RegExp;
  readonly months: ReadonlySet<string>;
}

const patternsOf = memo((words: ActingWords): Patterns => {
  const acts = (cues: readonly string[]) =>
    new RegExp(`^(?:${IN_BRACKETS})?\\s${anyPattern(cues)}`, "u");
  const behindOf = (cues: readonly string[]) =>
    new RegExp(`^(?:$|[.,;:!?)\\n]|\\s${anyPattern(cues)}(?!\\p{L}))`, "u");
  const acted = (cues: readonly string[]) => new RegExp(`(?<!\\p{L})${anyPattern(cues)}\\s$`, "iu");
  return {
    behind: acts([...words.acting, ...words.actingOfPeople]),
    behindPeople: acts(words.actingOfPeople),
    before: acted([...words.addressed, ...words.addressedAsPeople]),
    beforePeople: acted(words.addressedAsPeople),
    behindAddressed: behindOf(words.behindAddressed),
    behindJoined: behindOf(words.behindAddressed.filter((word) => !words.articles.includes(word))),
    assigned: acts(words.assigned),
    clause: new RegExp(`(?:[,;]|\\s${anyWord(words.and)})\\s$`, "u"),
    between: new RegExp(`^(?:${IN_BRACKETS})?(?:,? ${anyWord([...words.and, "&"])} |, |/)$`, "u"),
    months: new Set(words.months),
  };
});

function beginsLineAt(text: string, { start }: Span): boolean {
  return LINE_START.test(text.slice(Math.max(start - LONGEST_BESIDE, 0), start));
}

/**
 * Whether a name names somebody where it stands.
 * @param lead where the first of several names stands that are joined with this one: "Jack and Rob to look".
 */
function isPerson(text: string, { start, end }: Span, lead: Span, patterns: Patterns): boolean {
  const before = text.slice(Math.max(start - LONGEST_BESIDE, 0), start);
  const behind = text.slice(end, end + LONGEST_BESIDE);
  const beginsLine = beginsLineAt(text, { start, end });
  if (patterns.months.has(text.slice(start, end).toLowerCase())) {
    const isAddressed = patterns.beforePeople.test(before) && patterns.behindAddressed.test(behind);
    const beginsClause = beginsLine || patterns.clause.test(before);
    return isAddressed || (beginsClause && patterns.behindPeople.test(behind));
  }
  return (
    patterns.behind.test(behind) ||
    POSSESSIVE.test(behind) ||
    (patterns.before.test(before) && patterns.behindAddressed.test(behind)) ||
    (beginsLine && CALLED.test(behind)) ||
    (patterns.assigned.test(behind) && beginsLineAt(text, lead)) ||
    (SIGN.test(before) && SIGN_BEHIND.test(behind))
  );
}

/** Whether a name stands beside another that certainly is one: "Rob and [Ada]'s hunch", but not "[Ada], mark the pod". */
function isBeside(
  text: string,
  { start, end }: Span,
  others: readonly Span[],
  { between, behindJoined, behind }: Patterns,
): boolean {
  const next = others[byStart.left(others, end)];
  const last = others[byStart.left(others, start) - 1];
  if (next && between.test(text.slice(end, next.start))) return true;
  if (!last || !between.test(text.slice(last.end, start))) return false;
  const rest = text.slice(end, end + LONGEST_BESIDE);
  return behindJoined.test(rest) || behind.test(rest) || POSSESSIVE.test(rest);
}

/**
 * A search for names that are also words: "Mark", "Grace". They count only where they act, are acted on,
 * own something, or stand in a list or beside others who are people, so that "Mark the pod" and "Grace period" stay.
 */
export function actingSearch(
  names: readonly string[],
  words: ActingWords,
): (text: string, others?: readonly Span[]) => readonly Span[] {
  if (names.length === 0) return () => [];
  const any = names.map(escapePattern).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_@/.-])(?:${any})(?![\\p{L}\\p{N}_/-])`, "gu");
  const patterns = patternsOf(words);
  return (text, others = []) => {
    const places = Array.from(text.matchAll(pattern), ({ index, 0: name }): Span => {
      return { start: index, end: index + name.length };
    });
    const areJoined = (one: Span, other: Span) =>
      patterns.between.test(text.slice(one.end, other.start));
    const leads: Span[] = [];
    for (const [index, place] of places.entries()) {
      const [last, lead] = [places[index - 1], leads[index - 1]];
      const isJoined = last !== undefined && areJoined(last, place);
      leads.push(isJoined && lead ? lead : place);
    }
    const certain = new Set(
      places.filter(
        (place, index) =>
          isPerson(text, place, leads[index] ?? place, patterns) ||
          isBeside(text, place, others, patterns),
      ),
    );
    // "Jack and Rob compared the graphs": those beside somebody are people, too.
    for (const [index, place] of places.entries()) {
      const last = places[index - 1];
      if (last && certain.has(last) && areJoined(last, place)) certain.add(place);
    }
    for (const [index, place] of places.toReversed().entries()) {
      const next = places[places.length - index];
      if (next && certain.has(next) && areJoined(place, next)) certain.add(place);
    }
    return places.filter((place) => certain.has(place));
  };
}
