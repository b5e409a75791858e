import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { meaningOfLabel } from "./meaning.ts";

interface Labelled {
  readonly label: string;
  readonly value: Text;
}

const STROKE = /(?<!\s)\s+\/\s+/;

/**
 * A label that names several facts, with a value for each, "Severity / status: SEV-2 / closed", as one label for
 * each; any other as it is. Names of one fact, and several times, are read as one.
 */
export function severalFacts(one: Labelled, vocabulary: Vocabulary): readonly Labelled[] {
  const { label, value } = one;
  if (!label.includes("/") || !STROKE.test(value.text)) return [one];
  const labels = label.split(STROKE).map((part) => part.trim());
  const values = value.text.split(STROKE);
  if (labels.length < 2 || labels.length !== values.length) return [one];
  const meanings = labels.map((part) => meaningOfLabel(part, vocabulary));
  const areFacts = meanings.every((meaning) => meaning !== null && meaning !== "ignored");
  const isTimes = meanings.every((meaning) => meaning?.startsWith("times.") === true);
  if (!areFacts || isTimes || new Set(meanings).size < meanings.length) return [one];
  return labels.map((part, index) => ({
    label: part,
    value: { ...value, text: values[index] ?? "" },
  }));
}
