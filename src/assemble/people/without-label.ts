import { memo } from "../../core/memo.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isLabel, labelAtEnd } from "../labels/line-labels.ts";
import { meaningOfLabel } from "../labels/meaning.ts";
import { namesOfParts } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** A label of this length begins a line; what is longer is a sentence. */
const LABELLED = /^([^:：]{2,60})[:：]\s*(\S.*)$/u;
/** Beside these labels stand words of their own, "Pending", which are no names. */
const OF_OWN_WORDS = new Set(["status", "severity", "published", "date"]);

/** A text of a list of people without the label before it. */
export interface Unlabelled {
  readonly text: string;
  /** Whether a single word in it may be a name. */
  readonly mayBeSingle: boolean;
}

/** Whether a text is a label that is known, of the document or of a site; a name of one word is none. */
function isKnownLabel(text: string, vocabulary: Vocabulary): boolean {
  if (labelAtEnd(text, vocabulary) === 0 || isLabel(text, vocabulary)) return true;
  // "Jane Roe (Search)": what stands in brackets behind a name is no label.
  const own = (text.split(/[([]/u, 1)[0] ?? "").trim();
  return own.includes(" ") && meaningOfLabel(own, vocabulary) === "ignored";
}

/** What labels are called that name nobody: parts of a document that list no people, and what ends one. */
const labelsOfNobody = memo((vocabulary: Vocabulary): ReadonlySet<string> => {
  const { headings, people } = vocabulary;
  const names = [...namesOfParts(vocabulary)].filter((name) => !headings.people.includes(name));
  return new Set([...names.map((name) => name.replace(/^=/, "")), ...people.labels_of_nobody]);
});

/**
 * A text of a list of people without a label, which names nobody: "Prepared by: Jane", "Review status";
 * what stands before a colon is a name, "Jane Roe: on call", unless it is a label that is known.
 */
export function withoutLabel(text: string, vocabulary: Vocabulary): Unlabelled {
  const [, label = text, value = ""] = LABELLED.exec(text) ?? [];
  const trimmed = label.trim();
  // "Solution: new parser"
  const name = normalizeHeading(trimmed);
  if (value !== "" && labelsOfNobody(vocabulary).has(name)) {
    return { text: value, mayBeSingle: !vocabulary.people.labels_of_nobody.includes(name) };
  }
  if (!isKnownLabel(trimmed, vocabulary)) return { text, mayBeSingle: true };
  const meaning = meaningOfLabel(trimmed, vocabulary) ?? "";
  return { text: value, mayBeSingle: !OF_OWN_WORDS.has(meaning) };
}
