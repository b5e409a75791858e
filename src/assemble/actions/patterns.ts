import { memo } from "../../core/memo.ts";
import { anyPattern, longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** What finds the fields around the title of an action. */
interface Patterns {
  readonly due: RegExp;
  readonly by: RegExp;
  readonly team: RegExp;
  readonly will: RegExp;
  readonly does: RegExp;
  /** The same behind a bare name, where a verb cannot be taken for a noun: "Seating validará el nombre". */
  readonly acts: RegExp;
  /** Who has done it: "Core has already added the rule". */
  readonly did: RegExp;
  readonly vague: RegExp;
  /** What only thinks of doing something: "Consider a second queue". */
  readonly proposing: RegExp;
  /** The sentence above a list of what is to be done: "To prevent a recurrence, we are:". */
  readonly introducing: RegExp;
  /** What leads to the word behind it as a part of the sentence: "review with". */
  readonly joins: RegExp;
  /** A day of the week and its comma, before a date: "Fri, Nov 20". */
  readonly weekday: RegExp;
}

/** The patterns of a vocabulary. */
export const patternsOf = memo(({ action_phrases, lists, weekdays }: Vocabulary): Patterns => {
  const { due, by, teams, will, does, acts, did, vague, proposing, introducing, joins } =
    action_phrases;
  const group = longestWord(teams);
  const article = String.raw`^(?:${longestWord(lists.articles)}\s+|\p{L}['’])?`;
  const doer = String.raw`\S[^,.;:]{1,38}?`;
  return {
    proposing: new RegExp(`^${anyPattern(proposing)}`, "iu"),
    introducing: new RegExp(anyPattern(introducing), "iu"),
    weekday: new RegExp(
      String.raw`(?<!\p{L})(${longestWord(weekdays.flat())})\.?,\s+(?=[\p{L}\d])`,
      "giu",
    ),
    vague: new RegExp(`^${anyPattern(vague)}$`, "iu"),
    due: new RegExp(String.raw`^${longestWord(due)}(?!\p{L})\s*:?\s*(?:on\s+)?(\S.*)$`, "iu"),
    by: new RegExp(String.raw`^/?(?:${longestWord(by)}|${longestWord(due)})\s*:?\s*(\S.*)$`, "iu"),
    team: new RegExp(
      String.raw`${article}(?:${group}\s+)?(\S.*?)(?:(?:\s+|(?<=\p{L})-)${group})?$`,
      "iu",
    ),
    joins: new RegExp(String.raw`(?<!\p{L})${longestWord(joins)}$`, "iu"),
    does: new RegExp(
      String.raw`${article}((?:${group}\s+${doer}|${doer}[\s-]${group}))\s+${anyPattern(does)}\s+\S`,
      "iu",
    ),
    // With its case: what is written with a capital is no verb.
    acts: new RegExp(String.raw`^(${doer})\s+${anyPattern(acts)}\s+\S`, "u"),
    did: new RegExp(
      String.raw`${article}(${doer})(?:[\s-]${group})?\s+${longestWord(did)}\s+\p{Ll}+(?:ed|t|n|de)\s`,
      "iu",
    ),
    will: new RegExp(
      String.raw`${article}(${doer})(?:[\s-]${group})?\s+${longestWord(will)}\s+\S`,
      "iu",
    ),
  };
});
