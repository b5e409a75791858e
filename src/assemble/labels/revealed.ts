import type { SectionKind } from "../../core/body-parts.ts";
import type { Fact } from "../../core/postmortem.ts";
import { findTerm, type Term } from "../../core/taxonomy.ts";
import type { AssembleContext } from "../context.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { hasNoun } from "./composed.ts";
import type { Labelled } from "./line-labels.ts";
import type { LabelledSection } from "./lines.ts";
import { meaningOfLabel } from "./meaning.ts";
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

/** The labels that nobody knows, and that do not say that their value is that of something else. */
function unknownLabels(
  sections: readonly LabelledSection[],
  { vocabulary }: AssembleContext,
): readonly Labelled[] {
  const others = new Set(vocabulary.label_words.of_others);
  return sections
    .filter(({ kind }) => OF_FACTS.has(kind))
    .flatMap(({ kind, heading, labelled }) =>
      // Who is listed below a heading responded, and may stand for the team or not.
      kind === "people" ? labelled.filter(({ label }) => label !== heading.text) : labelled,
    )
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
  const others: readonly Term[] = context.taxonomy[key === "teams" ? "services" : "teams"];
  if (terms.length === 0) return [];
  const termOf = (text: string) => {
    const names = [bareName(text), plain(text), lastStep(text)];
    const found = names.map((name) => findTerm(terms, name)).find((one) => one !== null);
    return found ?? (key === "teams" ? teamCalled(text.trim(), context) : null);
  };
  const isOther = (text: string) => findTerm(others, bareName(text)) !== null;
  const facts = unknownLabels(sections, context).flatMap(({ value }) => {
    const names = namesIn(value.text, (text) => termOf(text) !== null);
    const named = names.map(termOf);
    // A name that both a team and a service have tells nothing.
    const isRevealing = names.length > 0 && !names.every(isOther);
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
  for (const { value } of unknownLabels(sections, context)) {
    const isLevel = /^\P{L}*(?:sev(?:erity)?|p|prio(?:rity)?)[ -]?\d(?!\d|[.,]\d)/iu.test(
      value.text,
    );
    const name = isLevel ? fitSeverity(value.text, context) : null;
    if (name?.ok === true) return factOf({ ...name.value, how: "inferred" }, value);
  }
  return null;
}
