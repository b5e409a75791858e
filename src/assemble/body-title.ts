import { memo } from "../core/memo.ts";
import type { Fact } from "../core/postmortem.ts";
import { withoutLastBrackets } from "../core/text/in-brackets.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { BodyFacts } from "./body/facts.ts";
import type { AssembleContext } from "./context.ts";
import { beginsWithLevel } from "./labels/titled-severity.ts";
import { readWrittenDate } from "./written/dates.ts";

const titlesOfKind = memo(({ titles_of_kind }: Vocabulary) =>
  titles_of_kind.map((pattern) => new RegExp(pattern, "iu")),
);

/** A title without its days: "Incident report, 12 March 2026" only names the kind of document. */
function withoutDates(title: string, { vocabulary, dateOrder = null }: AssembleContext): string {
  const found = /\d/.test(title) ? readWrittenDate(title, vocabulary.months, dateOrder) : null;
  if (!found) return title;
  const before = title
    .slice(0, found.index)
    .trim()
    .replace(/[,–—|·:-]$/, "");
  const after = title
    .slice(found.index + found.length)
    .trim()
    .replace(/^[,–—|·:-]/, "");
  return `${before.trim()} ${after.trim()}`.trim();
}

/**
 * The title in a body: a heading, or what stands under a label where that only names the kind of document, or
 * says as an alarm does how bad it is.
 */
export function bodyTitle(
  { title, labelledTitle, lineBelowTitle, headLabel }: BodyFacts,
  context: AssembleContext,
): Fact<string> | null {
  const { vocabulary } = context;
  if (!title) return labelledTitle ?? headLabel;
  const named = withoutDates(withoutLastBrackets(title.value), context);
  const isOfKind = titlesOfKind(vocabulary).some((name) => name.test(named));
  // A sentence describes what the heading is the title of.
  const isSentence = labelledTitle?.value.endsWith(".") === true;
  const isAlarm = beginsWithLevel(title.value, context);
  if ((isOfKind || isAlarm) && labelledTitle && !isSentence) return labelledTitle;
  return isOfKind && lineBelowTitle ? lineBelowTitle : title;
}
