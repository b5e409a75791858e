import type { AssembleContext } from "../assemble/context.ts";
import { type Meaning, meaningOf } from "../assemble/frontmatter/other-tools-meaning.ts";
import { fitText } from "../assemble/frontmatter/other-tools-values.ts";
import { otherLabels } from "../assemble/labels/line-labels.ts";
import { listedIn } from "../assemble/labels/listed-in.ts";
import { namesOfLabel } from "../assemble/labels/meaning.ts";
import { nameOf, plain } from "../assemble/labels/values.ts";
import { kindOfHeading, normalizeHeading } from "../assemble/written/phrases.ts";
import { splitTimeHead } from "../assemble/written/time-head.ts";
import { listOfKey, type ReadableKey } from "../core/document/readable-keys.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { peopleOf } from "../people/people-of.ts";
import { WITHHELD } from "../people/recogniser.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";

/** A label of a body: "Schweregrad: hoch". */
export interface SeenLabel {
  readonly label: string;
  /** As a key of the frontmatter of that name; null where nobody knows it. */
  readonly meaning: Meaning | null;
  readonly value: string;
  readonly line: number;
}

/** More words are prose, in which a colon ends no label. */
const MOST_WORDS = 3;

/** Whether a label means something where it does not stand for a key of the frontmatter. */
function isKnownElse(label: string, vocabulary: Vocabulary): boolean {
  const names = namesOfLabel(label);
  return (
    kindOfHeading(label, vocabulary.headings) !== null ||
    splitTimeHead(label, vocabulary) !== null ||
    otherLabels(vocabulary).some((one) => names.includes(normalizeHeading(one)))
  );
}

/** What a body has under labels where it speaks of itself. */
export function seenLabels(
  { labels }: Postmortem,
  { vocabulary }: AssembleContext,
): readonly SeenLabel[] {
  return labels.flatMap(({ label, value, range }): readonly SeenLabel[] => {
    if (label.includes(WITHHELD)) return [];
    const [meaning = null] = namesOfLabel(label).flatMap((one) => meaningOf(one, vocabulary) ?? []);
    const isShort = label.trim().split(/\s+/).length <= MOST_WORDS && /^\W*\p{Lu}/u.test(label);
    if (meaning === null && (!isShort || isKnownElse(label, vocabulary))) return [];
    return [{ label: plain(label), meaning, value, line: range.start.line }];
  });
}

/** What stands under a label and the taxonomy does not know, and for which key it was looked up. */
export interface UnknownNames {
  readonly key: ReadableKey;
  readonly names: readonly string[];
}

/** The names under a label that the taxonomy does not know; null where it knows them, or asks for none. */
export function unknownUnder(seen: SeenLabel, context: AssembleContext): UnknownNames | null {
  const unknown = unlistedUnder(seen, context);
  const list = unknown && listOfKey(unknown.key);
  return list && context.taxonomy[list].length > 0 ? unknown : null;
}

/** The same, also where the taxonomy lists nothing of that sort. */
export function unlistedUnder(
  { meaning, value }: SeenLabel,
  context: AssembleContext,
): UnknownNames | null {
  if (meaning === null || meaning === "ignored" || listOfKey(meaning) === undefined) return null;
  const people = peopleOf(context);
  const isList = meaning === "services" || meaning === "teams" || meaning === "causes";
  const names = (isList ? listedIn(value, context.vocabulary) : [value])
    .filter((name) => nameOf(meaning, name, context) === null)
    // A sentence is no name, and who a person is is nobody's business.
    .filter((name) => !people.names(name) && !name.includes(WITHHELD))
    .map(plain)
    .filter((name) => name.split(/\s+/).length <= MOST_WORDS)
    .filter((name) => fitText(name, context).ok);
  return names.length > 0 ? { key: meaning, names } : null;
}
