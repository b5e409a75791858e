import type { SectionKind } from "../../core/document/body-parts.ts";
import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { findTerm, type Term, TERM_LIST_NAMES } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { hasNoun } from "./composed.ts";
import type { Labelled } from "./line-labels.ts";
import type { LabelledSection } from "./lines.ts";
import { listedIn } from "./listed-in.ts";
import { meaningOfLabel, namesOfLabel } from "./meaning.ts";
import { factOf, namesIn } from "./names.ts";
import { bareName, fitSeverity, lastStep, plain, teamCalled } from "./values.ts";

/** Where labels stand for facts of the document, before its story begins. */
const OF_FACTS: ReadonlySet<SectionKind | null> = new Set([
  null,
  "summary",
  "date",
  "impact",
  "people",
  "stats",
]);
/** More words are a sentence that a colon parts. */
const MOST_WORDS = 6;

/** Names that stand side by side without a comma; more words are a sentence. */
const MOST_NAMES = 12;
/** A level alone, or before what explains it: "SEV-2 (major)"; in a sentence it may be that of something else. */
const levelFirst = memo(({ severity_words: { within, certain } }: Vocabulary) => {
  const patternOf = (words: readonly string[]) =>
    new RegExp(String.raw`^\P{L}*${anyWord(words)}[ -]?\d(?!\d|[.,]\d)\s*(?:$|[^\p{L}\d\s])`, "iu");
  return { ofAny: patternOf(within), ofIncident: patternOf(certain) };
});

/** Whether a value may list names and nothing else. */
function mayListNames(value: string, vocabulary: Vocabulary): boolean {
  return listedIn(value, vocabulary).every((part) => part.split(/\s+/).length <= MOST_NAMES);
}

/**
 * The labels that nobody knows, and that do not say that their value is that of something else. Only
 * those whose value may tell what is asked for: few do, and a label takes longer to look up.
 */
function unknownLabels(
  sections: readonly LabelledSection[],
  { vocabulary }: AssembleContext,
  mayTell: (value: string, vocabulary: Vocabulary) => boolean,
): readonly Labelled[] {
  const others = new Set(vocabulary.label_words.of_others);
  // A language without such words could not tell the labels of others.
  if (others.size === 0) return [];
  return sections
    .filter(({ kind }) => OF_FACTS.has(kind))
    .flatMap(({ kind, heading, labelled }) =>
      // Who is listed below a heading responded, and may stand for the team or not.
      kind === "people" ? labelled.filter(({ label }) => label !== heading.text) : labelled,
    )
    .filter(({ value }) => mayTell(value.text, vocabulary))
    .filter(({ label }) => {
      const name = normalizeHeading(label);
      // Its noun says of what it is, and its other words that it is not of the incident.
      if (hasNoun(name, vocabulary)) return false;
      const words = name.split(/[^\p{L}\p{N}'&]+/u);
      const isOther = words.length > MOST_WORDS || words.some((word) => others.has(word));
      return !isOther && meaningOfLabel(label, vocabulary) === null;
    });
}

/**
 * The services or teams that stand under labels nobody knows: a value that lists names of the taxonomy
 * and nothing else tells of what kind it is, "Who jumped in: payments and ledger".
 */
export function revealedNames(
  key: "services" | "teams",
  sections: readonly LabelledSection[],
  context: AssembleContext,
): readonly Fact<string>[] {
  const terms: readonly Term[] = context.taxonomy[key];
  const others = TERM_LIST_NAMES.filter((list) => list !== key);
  if (terms.length === 0) return [];
  const termOf = (text: string) => {
    const names = [bareName(text), plain(text), lastStep(text)];
    const found = names.map((name) => findTerm(terms, name)).find((one) => one !== null);
    return found ?? (key === "teams" ? teamCalled(text.trim(), context) : null);
  };
  const isOther = (text: string) => {
    const name = bareName(text);
    return others.some((list) => findTerm<Term>(context.taxonomy[list], name) !== null);
  };
  const { roles } = context.vocabulary.people;
  const facts = unknownLabels(sections, context, mayListNames).flatMap(({ label, value }) => {
    const names = namesIn(value.text, (text) => termOf(text) !== null, context.vocabulary);
    const named = names.map(termOf);
    // A name that terms of another kind have, too, tells nothing: "data" may be a team or a trigger. Only a
    // team has a role.
    const isOfRole = key === "teams" && namesOfLabel(label).some((name) => roles.includes(name));
    const isRevealing = names.length > 0 && (isOfRole || !names.every(isOther));
    if (!isRevealing || named.includes(null)) return [];
    return named.flatMap((term, index) => {
      const written = names[index] ?? "";
      return term ? [factOf({ id: term.id, written, how: "inferred" }, value)] : [];
    });
  });
  const ids = facts.map(({ value }) => value);
  return facts.filter(({ value }, index) => ids.indexOf(value) === index);
}

/** The severity that stands under a label nobody knows, where it is written as a level: "How bad: SEV-2". */
export function revealedSeverity(
  sections: readonly LabelledSection[],
  context: AssembleContext,
): Fact<string> | null {
  const { ofAny, ofIncident } = levelFirst(context.vocabulary);
  const words = new Set(context.vocabulary.label_words.how_bad);
  for (const { label, value } of unknownLabels(sections, context, (text) => ofAny.test(text))) {
    const isOfIncident = normalizeHeading(label)
      .split(/[^\p{L}\p{N}'&]+/u)
      .some((word) => words.has(word));
    if (!isOfIncident && !ofIncident.test(value.text)) continue;
    const name = fitSeverity(value.text, context);
    if (name.ok) return factOf({ ...name.value, how: "inferred" }, value);
  }
  return null;
}
