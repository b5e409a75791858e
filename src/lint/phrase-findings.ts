import { bisector } from "d3-array";
import { memo, once } from "../core/memo.ts";
import { rangeOfTokens } from "../core/places/token-range.ts";
import { contains, type Range } from "../core/position.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import type { Language, PhraseGroup } from "../core/settings/language.ts";
import { groupsNeeded, soughtWords, wordsNeeded } from "../prose/phrase-index.ts";
import { findPhrases, foldedWords, type PhraseMatch } from "../prose/phrases.ts";
import { isQuestion, namesPersonAt } from "../prose/sentences.ts";
import type { RuleContext, RuleFinding } from "./define.ts";
import { type Clause, isAboutSubject } from "./subjects.ts";

/** What a rule looks for in the prose. */
export interface PhraseSearch {
  /** One of the lists of the language. */
  readonly groups: readonly PhraseGroup[];
  /** What the message calls a phrase that is found. */
  readonly noun: string;
  /** Whether a question may use such a phrase. */
  readonly alsoInQuestions: boolean;
  /** Whether the rest of the sentence excuses a phrase. */
  readonly isExcused?: (clause: Clause, match: PhraseMatch) => boolean;
}

const startOf = bisector(({ start }: Range) => start.offset);

/** Indexes of the tokens that name a person; `people` is in order of position. */
function personsIn({ tokens, range }: Sentence, people: readonly Range[]): ReadonlySet<number> {
  const from = startOf.left(people, range.start.offset);
  const to = startOf.left(people, range.end.offset, from);
  const here = people.slice(from, to).filter((named) => contains(range, named));
  const indexes = tokens.flatMap((token, index) => (namesPersonAt(token, here) ? [index] : []));
  return new Set(indexes);
}

/** The words of which phrases that any rule looks for need one. */
const soughtIn = memo(({ counterfactuals, blame, amounts, words }: Language) => {
  return wordsNeeded([...counterfactuals, ...blame, ...amounts], words);
});

/** The same for all rules that look for phrases. What phrases are compared with is not kept: few sentences have one. */
const soughtOf = memo((sentences: readonly Sentence[], language: Language) =>
  soughtWords(foldedOf(sentences), soughtIn(language)),
);

function* foldedOf(sentences: readonly Sentence[]): Generator<readonly string[]> {
  for (const { tokens } of sentences) yield foldedWords(tokens);
}

/** Reports each phrase found in a postmortem's prose, with the phrase's question as the hint. */
export function* reportPhrases(
  { sentences, namedPeople }: Postmortem,
  { language, taxonomy, people: { isGroup } }: RuleContext,
  { groups, noun, alsoInQuestions, isExcused = () => false }: PhraseSearch,
): Iterable<RuleFinding> {
  const sought = soughtOf(sentences, language);
  for (const [index, needed] of groupsNeeded(sought, groups, language.words)) {
    const sentence = sentences[index];
    if (!sentence || (!alsoInQuestions && isQuestion(sentence))) continue;
    const { tokens, section } = sentence;
    const here = needed.filter(({ notIn }) => section === null || !notIn.includes(section));
    if (here.length === 0) continue;
    const folded = foldedWords(tokens);
    // Most sentences have no such phrase.
    const clauseOnce = once((): Clause => {
      const written = tokens.map(({ text }) => text);
      const persons = personsIn(sentence, namedPeople);
      return { folded, written, persons, language, taxonomy, isGroup };
    });
    const accepts = (match: PhraseMatch) => {
      const clause = clauseOnce();
      return isAboutSubject(clause, match) && !isExcused(clause, match);
    };
    for (const { group, start, end } of findPhrases(folded, here, language.words, accepts)) {
      const [first, last] = [tokens[start], tokens[end - 1]];
      if (!first || !last) continue;
      yield {
        range: rangeOfTokens(first, last),
        message: `Unexpected ${noun} \`${clauseOnce().written.slice(start, end).join(" ")}\``,
        hint: group.question.replace("{last}", last.text),
      };
    }
  }
}
