import { READABLE_KEYS } from "../../core/document/readable-keys.ts";
import { memo, memoTextOf } from "../../core/memo.ts";
import { inBracketsOf } from "../../core/text/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { type Meaning, meaningOf } from "../frontmatter/other-tools-meaning.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { composedKey } from "./composed.ts";
import { shorterNames } from "./shorter-names.ts";

/** What a label is called: by its words, and by what stands in its brackets, "(MTTR)". */
export function namesOfLabel(label: string): readonly string[] {
  const inBrackets = inBracketsOf(label) ?? "";
  const names = [label, inBrackets].map(normalizeHeading);
  return names.filter((name) => name !== "");
}

/** What stands under labels of some names. */
export function calledOneOf<L extends { readonly label: string }>(
  labelled: readonly L[],
  names: readonly string[],
): readonly L[] {
  return labelled.filter(({ label }) => namesOfLabel(label).some((name) => names.includes(name)));
}

/** Keys that a label may name by some of its words: "Business services affected". */
const BY_SOME_WORDS: ReadonlySet<Meaning | null> = new Set<Meaning>([
  "title",
  "severity",
  "services",
  "teams",
]);

const questionsOf = memo(({ label_words: { questions } }: Vocabulary) =>
  READABLE_KEYS.flatMap((key) =>
    (questions[key] ?? []).map((cue) => ({ key, pattern: new RegExp(`^(?:${cue})`, "iu") })),
  ),
);
/** The longest question of a form that is looked at. */
const LONGEST_QUESTION = 80;

/** What a question of a form asks for: "Which teams helped?" */
function askedFor(name: string, vocabulary: Vocabulary): Meaning | null {
  if (name.length > LONGEST_QUESTION) return null;
  return questionsOf(vocabulary).find(({ pattern }) => pattern.test(name))?.key ?? null;
}

const readMeaning = memoTextOf((label, vocabulary: Vocabulary): Meaning | null => {
  const names = namesOfLabel(label);
  const whole = names.map((name) => meaningOf(name, vocabulary)).find((one) => one !== null);
  if (whole !== undefined) return whole;
  const [name = ""] = names;
  // A form names a field in two ways: "Level of harm / severity", "Component/s".
  const sides = label.split(/\s?\/\s?(?=\p{L}{3})|\/s\b/u).map((one) => normalizeHeading(one));
  const candidates = [...shorterNames(name, vocabulary), ...(sides.length > 1 ? sides : [])];
  const shorter = candidates.map((one) => meaningOf(one, vocabulary));
  return (
    shorter.find((one) => BY_SOME_WORDS.has(one)) ??
    askedFor(name, vocabulary) ??
    names.map((one) => composedKey(one, vocabulary)).find((key) => key !== null) ??
    null
  );
});

/** What a label stands for, by all of its words or without those around it; null where nobody knows. */
export function meaningOfLabel(label: string, vocabulary: Vocabulary): Meaning | null {
  // The times of a timeline are no labels.
  return /\p{L}/u.test(label) ? readMeaning(label, vocabulary) : null;
}
