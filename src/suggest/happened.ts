import type { EscalationCue } from "../core/settings/cues.ts";
import type { PhraseMatch } from "../prose/phrases.ts";
import type { Folded } from "./asker.ts";
import { isNegated } from "./cue-matches.ts";
import type { SuggestContext } from "./define.ts";
import { clauseAt, ownerAt } from "./subject.ts";

/** Words before an instruction among which its condition is looked for. */
const CONDITION_REACH = 24;
/** A verb that tells of what is done: "Engaged", "Asked". */
const DONE = /.ed$/;
/** What is contracted with whoever is going to do it: "we'll ask". */
const FUTURE = /'ll$/;

/** Whether nobody was asked: "Nobody was paged". */
function isNobody(words: readonly string[], start: number, context: SuggestContext): boolean {
  const [first = start] = clauseAt(words, start, context);
  return context.cues.words.nobody.has(words[first] ?? "");
}

/** Whether a cue tells only how something is done: "how to report it to the vendor". */
function isHow(words: readonly string[], start: number, { cues }: SuggestContext): boolean {
  return words[start - 1] === "to" && cues.words.asking_words.has(words[start - 2] ?? "");
}

/** Whether a cue is part of a label, as what stands before a colon: "Involved parties: …". */
function isLabel(start: number, { tokens }: Folded): boolean {
  const [first, second, third] = tokens.slice(start, start + 3);
  const isTitle = [first, second].every((token) => token && /^\p{Lu}\p{Ll}/u.test(token.text));
  return start === 0 && isTitle && third?.text === ":";
}

/** Whether it is only said that it should, could or will be done: "We should have paged …". */
function isUnreal(words: readonly string[], start: number, { cues }: SuggestContext): boolean {
  const { adverbs, auxiliaries, unreal, unreal_links: links } = cues.words;
  for (let at = start - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    if (unreal.has(word) || FUTURE.test(word)) return true;
    if (![adverbs, auxiliaries, links].some((list) => list.has(word))) return false;
  }
  return false;
}

/** Whether it is what to do in a case that may come: "If the queue is full, page the storage team". */
function isInstruction(words: readonly string[], start: number, { cues }: SuggestContext): boolean {
  const { conditions, instructions } = cues.words;
  if (!instructions.has(words[start] ?? "")) return false;
  const before = words.slice(Math.max(0, start - CONDITION_REACH), start);
  return before.some((word) => conditions.has(word));
}

/** Whether a sentence of a plan begins with what is done already. */
function isDone(words: readonly string[], start: number, context: SuggestContext): boolean {
  return DONE.test(words[start] ?? "") && ownerAt(words, start, context) === "left-out";
}

/**
 * Whether what a cue tells of has happened: it is not denied, nor wished for, nor what to do in some case.
 * @param isPlan whether the sentence stands in a section about plans.
 */
export function hasHappened(
  { start, end }: PhraseMatch<EscalationCue>,
  folded: Folded,
  isPlan: boolean,
  context: SuggestContext,
): boolean {
  const { words } = folded;
  const { not } = context.cues.words;
  if (isNegated(words, start, context) || words.slice(start, end).some((word) => not.has(word))) {
    return false;
  }
  if (isHow(words, start, context) || isUnreal(words, start, context)) return false;
  if (isInstruction(words, start, context)) return false;
  if (isPlan && !isDone(words, start, context)) return false;
  return !isNobody(words, start, context) && !isLabel(start, folded);
}
