import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** What the time of a sentence stands behind: "from", "until", an arrow, an opening bracket. */
const leadOf = memo(({ prose_times: times, clock_words: { to } }: Vocabulary) => {
  const words = [times.start, times.end, times.between, times.by, times.since, to].flat();
  return new RegExp(String.raw`(?<!\p{L})${anyWord(words)}$|[(\[→]$`, "iu");
});

/** A time that closes a bracket: "12:04:25) were quiet". */
const CLOSING = /^[^\s([]{0,12}\d\)/;

/** How many brackets of a text are still open at its end. */
function openBrackets(text: string): number {
  return text.split("(").length - text.split(")").length;
}

/** Whether a line that begins with a time goes on with a sentence of the line before it. */
export function isWrapped(line: string, before: string, vocabulary: Vocabulary): boolean {
  const isClosing = CLOSING.test(line) && openBrackets(before) > 0;
  return isClosing || leadOf(vocabulary).test(before.trimEnd());
}
