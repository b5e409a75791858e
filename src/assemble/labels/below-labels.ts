import type { ParagraphBlock } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isLabel, type Labelled, LONGEST_LABEL } from "./line-labels.ts";

/** Whether a line has a label of its own: below "Started:" that is empty, "Detected: 10:05" is no value. */
function isLabelled(text: string, vocabulary: Vocabulary): boolean {
  const [, label] = /^([^:：]{2,60})[:：]\s/.exec(text) ?? [];
  return label !== undefined && isLabel(label, vocabulary);
}

/** A label in a line of its own with its value in the next, "**Severity**", "Major"; so may be all lines of a paragraph. */
export function belowLabels(
  { lines }: Pick<ParagraphBlock, "lines">,
  vocabulary: Vocabulary,
): readonly Labelled[] {
  if (lines.length < 2 || lines.length % 2 === 1) return [];
  const labelled = lines.flatMap((line, index): readonly Labelled[] => {
    const value = lines[index + 1];
    return index % 2 === 0 && value ? [{ label: line.text.replace(/\s?[:：]$/, ""), value }] : [];
  });
  const isNamed = ({ label }: Labelled) =>
    label.length <= LONGEST_LABEL && !/[:：.!?]/.test(label) && isLabel(label, vocabulary);
  const named = labelled.filter(isNamed).length;
  const isOther = labelled.some(
    ({ label, value }) =>
      /[:：]\s/.test(label) || /[:：]$/.test(value.text) || isLabelled(value.text, vocabulary),
  );
  // Among several that are known, a form may ask for more.
  const isForm = named === labelled.length || (named > 2 && named * 3 >= labelled.length * 2);
  return isForm && !isOther ? labelled : [];
}
