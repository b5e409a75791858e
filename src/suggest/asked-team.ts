import type { EscalationCue } from "../core/cues.ts";
import type { Token } from "../core/postmortem.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { SuggestContext } from "./define.ts";
import { PERSON } from "./sentence-text.ts";

/** Words beside a cue among which the one who was asked is looked for. */
const REACH = 7;
const LONGEST_NAME = 4;
/** What a channel of a chat begins with. */
const CHANNEL = /^#/;
/** A name of its own: "Hypha", "SN". */
const NAME = /^\p{Lu}[\p{L}\d]+$/u;

/** Who was asked: a team by its id, or whom no team of the taxonomy stands for. */
export interface Asked {
  readonly id: string | null;
  /** In words, for the reason; without any name of a person. */
  readonly as: string;
  /** Whether it is a vendor, a registrar or the like: a dependency, and no team. */
  readonly isOutside: boolean;
}

/** The words of a sentence beside a cue, in its order, with their tokens. */
interface Beside {
  readonly words: readonly string[];
  readonly tokens: readonly (Token | undefined)[];
}

/** Marks that belong to the name behind them: of a handle, of a channel. */
const MARK_OF_NAME = /^[@#]$/;

/** The words from a place on, up to the first mark; at most so many. */
export function wordsAfter(
  words: readonly string[],
  tokens: readonly Token[],
  start: number,
): Beside {
  const mark = words.findIndex((word, at) => {
    return at >= start && word === "" && !MARK_OF_NAME.test(tokens[at]?.text ?? "");
  });
  const end = Math.min(mark === -1 ? words.length : mark, start + REACH);
  return { words: words.slice(start, end), tokens: tokens.slice(start, end) };
}

/** The words before a place, back to the last mark; at most so many. */
export function wordsBefore(
  words: readonly string[],
  tokens: readonly Token[],
  end: number,
): Beside {
  const start = Math.max(words.lastIndexOf("", end - 1) + 1, end - REACH, 0);
  return { words: words.slice(start, end), tokens: tokens.slice(start, end) };
}

/** The first team of the taxonomy among some words, and where it stands; null where there is none. */
function teamIn(
  { words }: Beside,
  { taxonomy }: SuggestContext,
): { readonly id: string; readonly at: number } | null {
  for (let at = 0; at < words.length; at += 1) {
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      const team = findTerm(taxonomy.teams, words.slice(at, at + length).join(" "));
      if (team) return { id: team.id, at };
    }
  }
  return null;
}

/** The vendor, registrar or the like among some words. */
function outsiderIn(
  { words }: Pick<Beside, "words">,
  { cues }: Pick<SuggestContext, "cues">,
): Asked | null {
  const outside = words.find((word) => cues.words.outsiders.has(word));
  return outside === undefined ? null : { id: null, as: outside, isOutside: true };
}

/** Whether a word ends in another that names people: "buildops", "dbadmins". */
function isCompound(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending) && word.length >= ending.length + 2);
}

/** What is no team that the taxonomy knows, and yet somebody who can be asked. */
function strangerIn(
  { words, tokens }: Beside,
  { takesNames, ofOutsiders, to }: EscalationCue,
  { cues, taxonomy }: SuggestContext,
): Asked | null {
  const { groups, asked, theirs, machines } = cues.words;
  const outside = outsiderIn({ words }, { cues });
  if (outside) return outside;
  // Those who use what we run are told, not asked.
  if (words.some((word) => theirs.has(word))) return null;
  if (words.includes(PERSON)) return { id: null, as: "a person", isOutside: false };
  const group = words.find((word) => groups.has(word) || asked.has(word));
  if (group !== undefined) return { id: null, as: group, isOutside: false };
  if (tokens.some((token) => token && CHANNEL.test(token.text))) {
    return { id: null, as: "a channel", isOutside: false };
  }
  const written = to === "after" ? (words[0] ?? "") : "";
  if (takesNames && isCompound(written, [...groups, ...asked])) {
    return { id: null, as: "a team", isOutside: false };
  }
  // A name stands right beside the cue.
  const [beside, next] = to === "before" ? [tokens.length - 1, -1] : [0, 1];
  const first = words[beside] ?? "";
  const named = tokens[cues.words.determiners.has(first) ? next : beside];
  const folded = named?.text.toLowerCase() ?? "";
  const isName = named?.type === "word" && NAME.test(named.text) && !machines.has(folded);
  return takesNames && isName && findTerm(taxonomy.services, folded) === null
    ? { id: null, as: "a name", isOutside: ofOutsiders }
    : null;
}

/** Who of those beside a cue was asked; null where nobody was. */
export function askedIn(beside: Beside, cue: EscalationCue, context: SuggestContext): Asked | null {
  const team = teamIn(beside, context);
  // "The support of the vendor" is of ours, "vendor support" is theirs.
  const before = team && outsiderIn({ words: beside.words.slice(0, team.at) }, context);
  if (before) return before;
  if (team) return { id: team.id, as: `team '${team.id}'`, isOutside: false };
  return strangerIn(beside, cue, context);
}

/** Who was asked, where the phrase itself holds it; whom it does not name is a person, if it takes names. */
export function askedWithin(
  within: Beside,
  cue: EscalationCue,
  context: SuggestContext,
): Asked | null {
  const found = askedIn(within, { ...cue, takesNames: false }, context);
  return found ?? (cue.takesNames ? { id: null, as: "a person", isOutside: false } : null);
}

/** The team that asked, where the words before a cue name one. */
export function askerIn(beside: Beside, context: SuggestContext): string | null {
  return teamIn(beside, context)?.id ?? null;
}
