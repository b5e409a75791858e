import type { Subject } from "../core/settings/language.ts";
import { clauseBefore, headOf, isTeamName, skipWords } from "../prose/clauses.ts";
import { findPhrases, type PhraseMatch } from "../prose/phrases.ts";
import { lastNames, type NameContext, type NamedActor, namedActor } from "./named-actor.ts";

/** A sentence, word by word, with what tells people from machines. */
export interface Clause extends NameContext {
  /** Lower-case words; empty for punctuation. */
  readonly folded: readonly string[];
  /** The tokens as written. */
  readonly written: readonly string[];
  /** Indexes of words that name a person. */
  readonly persons: ReadonlySet<number>;
}

interface Word {
  readonly word: string;
  readonly written: string;
  readonly isPerson: boolean;
}

/** `left-out` is the subject of a note: "Should have checked first"; `person` also is whom the document lists. */
type Actor = "people" | "either" | NamedActor | "action" | "left-out" | "thing";

/** Names of nobody whom the document lists, and by which a product may go. */
function isUnlistedName(actor: Actor): boolean {
  return actor === "name" || actor === "full-name";
}

const GERUND = /.{2}ing$/;
const REGULAR_PARTICIPLE = /.{2}ed$/;
/** Marks after which a sentence begins anew. */
const LABEL_END = /^[:–—-]$/;
/** Marks that part clauses; others, as in `and/or` or `.NET`, are within or between words. */
const CLAUSE_MARK = /^["“”«»,;:!?()[\]…–—]/;
/** Words after a participle among which the one who did it is looked for. */
const DOER_REACH = 4;

function skipAdverbs({ folded, language }: Clause, from: number, direction: 1 | -1): number {
  return skipWords(folded, from, direction, [language.words.adverbs]);
}

function openingOf(written: readonly string[], closing: number): number {
  const opening = written.lastIndexOf("(", closing);
  return opening === -1 ? closing : opening;
}

/** The words of the clause before a verb, back to where it begins, and what stands before them. */
function wordsBefore(clause: Clause, verb: number) {
  const { folded, written, persons, language } = clause;
  const { clause_starts: starts, coordinators } = language.words;
  let joined = false;
  const { words, end } = clauseBefore(skipAdverbs(clause, verb - 1, -1) + 1, (at, isFirst) => {
    const word = folded[at] ?? "";
    if (written[at] === ")") return openingOf(written, at);
    if (isFirst && written[at] === ",") return skipAdverbs(clause, at - 1, -1) + 1;
    if (isFirst && !joined && coordinators.has(word)) {
      joined = true;
      return at;
    }
    if (starts.has(word) || CLAUSE_MARK.test(written[at] ?? "")) return "end";
    return word === "" ? at : "word";
  });
  const taken = words.map((at): Word => {
    return { word: folded[at] ?? "", written: written[at] ?? "", isPerson: persons.has(at) };
  });
  return { words: taken, joined, before: written[end] ?? null };
}

const POSSESSIVE = /(?:['’]s|s['’])$/;

/** Who or what does what the verb says. */
function actorOf(clause: Clause, verb: number): Actor {
  const { taxonomy, language } = clause;
  const { people, either, prepositions, determiners } = language.words;
  const { words, joined, before } = wordsBefore(clause, verb);
  const folded = words.map(({ word }) => word);
  if (words.length === 0) {
    return before === null || LABEL_END.test(before) ? "left-out" : "thing";
  }
  // After a preposition of its own a clause begins late: "in our case the team".
  const startsLate = prepositions.has(folded[0] ?? "");
  const head = startsLate ? folded.length - 1 : headOf(folded, prepositions);
  const heads = joined ? words.slice(0, 3) : words.slice(head, head + 1);
  if (heads.some(({ isPerson }) => isPerson)) return "person";
  if (heads.some(({ word }) => people.has(word))) return "people";
  if (heads.some(({ word }) => either.has(word))) return "either";
  if (isTeamName(folded, determiners, taxonomy.teams)) return "either";
  const names = startsLate ? lastNames(words, determiners) : words.slice(0, head + 1);
  const named = namedActor(names, clause);
  if (named !== null) return named;
  const isAction = GERUND.test(words[0]?.word ?? "") && determiners.has(words[1]?.word ?? "");
  return isAction ? "action" : "thing";
}

/** Whether a word is a participle of a verb, rather than describing the noun after it. */
function isParticiple({ folded, language }: Clause, at: number): boolean {
  const { participles, describing, ...others } = language.words;
  const { determiners, prepositions, adverbs, asking, clause_starts: starts } = others;
  const word = folded[at] ?? "";
  if (!participles.has(word) && !REGULAR_PARTICIPLE.test(word)) return false;
  const next = folded[at + 1] ?? "";
  const isFree =
    next === "" ||
    [determiners, prepositions, adverbs, asking, starts].some((list) => list.has(next));
  return isFree || !describing.has(word);
}

/** Whether what was done is said to be the doing of a thing: "caught by the linter". */
function isDoneByThing({ folded, language }: Clause, participle: number): boolean {
  const { doers, people, either } = language.words;
  const after = folded.slice(participle + 1, participle + 1 + DOER_REACH);
  const by = after.findIndex((word) => doers.has(word));
  if (by === -1) return false;
  const who = folded.slice(participle + 2 + by, participle + 2 + by + DOER_REACH);
  return !GERUND.test(who[0] ?? "") && !who.some((word) => people.has(word) || either.has(word));
}

/** Whether people do, or would have done, what follows a phrase such as "should have". */
function isDoneByPeople(clause: Clause, { end }: PhraseMatch, actor: Actor): boolean {
  const { acts, participles, passives, ...others } = clause.language.words;
  const { done_by_people: doneByPeople, acts_of_minds: minds } = others;
  const verb = skipAdverbs(clause, end, 1);
  const word = clause.folded[verb] ?? "";
  const isPerson = actor === "people" || actor === "person";
  if (passives.has(word)) {
    const state = skipAdverbs(clause, verb + 1, 1);
    const described = clause.folded[state] ?? "";
    if (doneByPeople.has(described)) return !isDoneByThing(clause, state);
    const isPassive = participles.has(described) || REGULAR_PARTICIPLE.test(described);
    return isPerson && !isPassive;
  }
  if (isPerson) return isParticiple(clause, verb);
  if (isUnlistedName(actor)) return minds.has(word);
  if (actor === "action" || actor === "thing") return false;
  return acts.has(word) && isParticiple(clause, verb);
}

/** Whether the words before a place make it a question, if only an indirect one, or a condition. */
export function isAsked({ folded, written, language }: Clause, at: number): boolean {
  const begin = Math.max(written.lastIndexOf(":", at), written.lastIndexOf(";", at)) + 1;
  return folded.slice(begin, at).some((word) => language.words.asking.has(word));
}

/** Whether the sentence has a condition that people would have met: "if we had tested …". */
function hasCondition(clause: Clause): boolean {
  const { conditions, words } = clause.language;
  const isMet = ({ end }: PhraseMatch) => isParticiple(clause, skipAdverbs(clause, end, 1));
  return findPhrases(clause.folded, [conditions], words, isMet).length > 0;
}

function isSaidOf(subject: Subject, actor: Actor): boolean {
  if (actor === "action") return subject === "action";
  return actor !== "thing";
}

/** Whether an act that only people do is said of a person, as its subject or in a possessive. */
function isOfPerson(clause: Clause, { start, end }: PhraseMatch): boolean {
  const { written, folded, language } = clause;
  const { people, either } = language.words;
  const owners = written.slice(start, end).filter((word) => POSSESSIVE.test(word));
  if (owners.length > 0) {
    return owners.some((owner) => {
      const name = owner.replace(POSSESSIVE, "");
      const word = name.toLowerCase();
      const isPeople = people.has(word) || either.has(word);
      return isPeople || namedActor([{ word, written: name }], clause) !== null;
    });
  }
  if (isAsked(clause, start) || folded[start] === undefined) return false;
  const actor = actorOf(clause, start);
  return actor === "people" || actor === "person" || isUnlistedName(actor);
}

/** Who may do what a phrase tells, from those who are surely a person to those who may be a product. */
const NAMED_SUBJECTS: Readonly<Partial<Record<Subject, readonly Actor[]>>> = {
  "first-name": ["person"],
  "full-name": ["person", "full-name"],
  name: ["person", "full-name", "name"],
};

/** Whether a phrase tells of what its group is about, by its subject and by the verb after it. */
export function isAboutSubject(clause: Clause, match: PhraseMatch): boolean {
  const { subject, verb } = match.group;
  if (subject === "condition") return hasCondition(clause);
  if (subject === "person") return isOfPerson(clause, match);
  const actors = NAMED_SUBJECTS[subject];
  if (actors) return !isAsked(clause, match.start) && actors.includes(actorOf(clause, match.start));
  const next = clause.folded[skipAdverbs(clause, match.end, 1)] ?? "";
  const isAct = verb !== "act" || clause.language.words.acts.has(next);
  if (subject === "any") return isAct;
  if (isAsked(clause, match.start)) return false;
  const actor = actorOf(clause, match.start);
  if (verb === "participle") return isDoneByPeople(clause, match, actor);
  if (isUnlistedName(actor)) return clause.language.words.acts_of_minds.has(next);
  return isAct && isSaidOf(subject, actor);
}
