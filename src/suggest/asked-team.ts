import type { Token } from "../core/postmortem.ts";
import type { EscalationCue } from "../core/settings/cues.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { SuggestContext } from "./define.ts";
import {
  areOurs,
  areSpecific,
  type Asked,
  type Beside,
  outsiderIn,
  strangerIn,
} from "./stranger.ts";
import { isForeignName, withoutEnding } from "./subject.ts";

/** Words beside a cue among which the one who was asked is looked for. */
const REACH = 7;
const LONGEST_NAME = 4;
/** Marks that belong to the name behind them: of a handle, of a channel. */
const MARK_OF_NAME = /^[@#]$/;

/** Some words in a row, from one place up to another. */
function rowOf(
  words: readonly string[],
  tokens: readonly Token[],
  start: number,
  end: number,
): Beside {
  return { words: words.slice(start, end).map(withoutEnding), tokens: tokens.slice(start, end) };
}

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
  return rowOf(words, tokens, start, end);
}

/** The words of a cue itself. */
export function wordsWithin(
  words: readonly string[],
  tokens: readonly Token[],
  { start, end }: { readonly start: number; readonly end: number },
): Beside {
  return rowOf(words, tokens, start, end);
}

/** The words before a place, back to the last mark; at most so many. */
export function wordsBefore(
  words: readonly string[],
  tokens: readonly Token[],
  end: number,
): Beside {
  const start = Math.max(words.lastIndexOf("", end - 1) + 1, end - REACH, 0);
  return rowOf(words, tokens, start, end);
}

/** The words that say who was asked, without what for, or what somebody else did before. */
function objectOf(
  { words, tokens }: Beside,
  { to }: EscalationCue,
  context: SuggestContext,
): Beside {
  if (to === "within") return { words, tokens };
  const { clause_starts: starts, object_ends: ends } = context.cues.words;
  if (to === "before") {
    const start = words.findLastIndex((word, at) => at < words.length - 1 && starts.has(word)) + 1;
    return { words: words.slice(start), tokens: tokens.slice(start) };
  }
  const end = words.findIndex((word, at) => at > 0 && ends.has(word));
  return end === -1
    ? { words, tokens }
    : { words: words.slice(0, end), tokens: tokens.slice(0, end) };
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

/** Who of those beside a cue was asked; null where nobody was. */
export function askedIn(beside: Beside, cue: EscalationCue, context: SuggestContext): Asked | null {
  const object = objectOf(beside, cue, context);
  const team = teamIn(object, context);
  // "The support of the vendor" is of ours, "vendor support" is theirs.
  const before = team && outsiderIn({ words: object.words.slice(0, team.at) }, context);
  if (before) return before;
  if (team) return { id: team.id, as: `team '${team.id}'`, isOutside: false };
  const stranger = strangerIn(object, cue, context);
  if (stranger === null || stranger.isOutside) return stranger;
  if (cue.to !== "after" && cue.ofOutsiders) return null;
  const isDescribed = context.cues.words.relative.has(beside.words[object.words.length] ?? "");
  if (isDescribed) return stranger;
  if (context.cues.words.plenty.has(stranger.as)) {
    const named = object.words.slice(0, object.words.indexOf(stranger.as));
    return areSpecific({ words: named }, context) ? stranger : null;
  }
  const isAsked = cue.needsName ? areSpecific(object, context) : !areOurs(object, context);
  return isAsked ? stranger : null;
}

/** What a handle may hold beside letters: "finch42", "night-shift". */
const HANDLE_MARKS = /[\d_-]/g;

/** Who was asked by one whom the sentence names, where it is written as handles are: "wren pages finch". */
export function askedByHandle({ words }: Beside, context: SuggestContext): Asked | null {
  const [word = ""] = words;
  const isAdverb = context.cues.words.adverbs.has(word) || word.endsWith("ly");
  const isProgram = context.cues.words.programs.has(word.slice(word.lastIndexOf("-") + 1));
  const letters = isAdverb || isProgram ? "" : word.replace(HANDLE_MARKS, "");
  const isHandle = words.length === 1 && isForeignName([letters], context);
  return isHandle ? { id: null, as: "a name", isOutside: false } : null;
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
