import type { Fact } from "../../core/postmortem.ts";
import type { AssembleContext } from "../context.ts";
import { rangeSource } from "../sections/cells.ts";
import { KINDS } from "./kinds.ts";
import type { Labelled } from "./line-labels.ts";
import type { LabelledSection } from "./lines.ts";
import { calledOneOf, meaningOfLabel } from "./meaning.ts";

const LEAST_TITLE_WORDS = 3;

/** The title that a form asks for: below a heading, or in a row. */
export function titleLabelled(
  sections: readonly LabelledSection[],
  context: AssembleContext,
): Fact<string> | null {
  const { vocabulary } = context;
  const [first] = sections.flatMap(({ kind, labelled }) =>
    KINDS.has(kind)
      ? labelled.filter(({ label }) => meaningOfLabel(label, vocabulary) === "title")
      : [],
  );
  if (first) return { value: first.value.text, source: rangeSource(first.value.range) };
  const below = sections.flatMap(({ kind, heading, labelled }) =>
    KINDS.has(kind) ? labelled.filter(({ value }) => value.range !== heading.range) : [],
  );
  const inHeadings = sections.flatMap(({ kind, heading, labelled }) =>
    KINDS.has(kind) ? labelled.filter(({ value }) => value.range === heading.range) : [],
  );
  const { titles } = vocabulary.label_words;
  const [called, ...others] = calledOneOf(inHeadings, titles);
  // Of several incidents none is what the document is about, and its first heading is its title as it is.
  const top = sections.find(({ heading }) => heading.text !== "")?.heading.range;
  const isOne = called !== undefined && others.length === 0 && called.value.range !== top;
  return titleInstead(below, context) ?? (isOne ? titleInstead(inHeadings, context) : null);
}

/** The title of a document without one under a label that elsewhere is a number: "Incident: mails are late". */
function titleInstead(
  labelled: readonly Labelled[],
  { vocabulary }: AssembleContext,
): Fact<string> | null {
  const { titles } = vocabulary.label_words;
  const found = calledOneOf(labelled, titles).find(
    ({ value }) => value.text.split(/\s+/).length >= LEAST_TITLE_WORDS,
  );
  return found ? { value: found.value.text, source: rangeSource(found.value.range) } : null;
}
