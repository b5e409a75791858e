import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { BodyLabels } from "./labels.ts";
import { fitSeverity } from "./values.ts";

/** A shorter word with a digit is as likely the name of a thing: "S3", "P4". */
const LEAST_LETTERS = 3;
const SET_APART = /\[([^[\]]{2,12})\]|\(([^()]{2,12})\)|^([\p{L}\d -]{2,12}):/gu;

const writtenOut = memo(({ severity_words: { levels } }: Vocabulary): RegExp => {
  const words = levels.filter((word) => word.length >= LEAST_LETTERS);
  return new RegExp(String.raw`(?<![\p{L}\d])(${anyWord(words)}[\s-]?\d)(?![\p{L}\d.])`, "giu");
});

/** The severity that a title names, "[P1] Queue stuck" or "SEV2: …"; null where it names none, or several. */
function titledSeverity(title: Fact<string> | null, context: AssembleContext): Fact<string> | null {
  if (title === null || context.taxonomy.severities.length === 0) return null;
  const found = [SET_APART, writtenOut(context.vocabulary)].flatMap((pattern) =>
    [...title.value.matchAll(pattern)].flatMap((match) => {
      const written = match.slice(1).join("");
      const name = /\d$/.test(written) ? fitSeverity(written, context) : null;
      return name?.ok === true ? [{ id: name.value.id, written }] : [];
    }),
  );
  const [first] = found;
  if (!first || found.some(({ id }) => id !== first.id)) return null;
  const { id: value, written } = first;
  return { value, written, source: { ...title.source, how: "inferred" } };
}

/** Whether a title is written as an alarm is: its severity, a colon, and what is wrong, "Critical: queue stuck". */
export function beginsWithLevel(title: string, context: AssembleContext): boolean {
  const [, level] = /^\W*([\p{L}\d -]{2,20})\]?\s?[:：]/u.exec(title) ?? [];
  return level !== undefined && findTerm(context.taxonomy.severities, level) !== null;
}

/** What a document states, with the severity of its title or its heading where nothing else states one. */
export function withTitledSeverity(
  labels: BodyLabels,
  titles: readonly (Fact<string> | null)[],
  context: AssembleContext,
): BodyLabels {
  const found =
    labels.severity ??
    titles.map((one) => titledSeverity(one, context)).find((one) => one !== null);
  return { ...labels, severity: found ?? null };
}
