import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitDayHead, splitTimeHead } from "../written/time-head.ts";

/** Lines of which each tells what happened at the time in the next; none where that is not so. */
export function timeBelow(
  lines: readonly Text[],
  vocabulary: Vocabulary,
): readonly { readonly time: Text; readonly text: string }[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (lines.length < 2 || !first || !last) return [];
  const isTime = ({ text }: Text) => splitTimeHead(text, vocabulary)?.rest === "";
  if (!isTime(last) || splitDayHead(first.text, vocabulary) !== null) return [];
  let texts: string[] = [];
  return lines.flatMap((line) => {
    if (!isTime(line)) {
      texts.push(line.text);
      return [];
    }
    const text = texts.join(" ");
    texts = [];
    return text === "" ? [] : [{ time: line, text }];
  });
}
