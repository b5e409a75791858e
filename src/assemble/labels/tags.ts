import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { findTerm, type Term } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { Labelled } from "./line-labels.ts";
import { calledOneOf } from "./meaning.ts";
import { factOf } from "./names.ts";
import { bareName } from "./values.ts";

/** What words set apart by blanks alone look like as tags. */
const TAG = /^#?[\p{L}\d][\p{L}\d._:/-]*$/u;

/** The tags of a list, with commas, with bars or with blanks alone: "`incident` `sev3`", "#sev-2 #redis". */
export function tagsIn(text: string): readonly string[] {
  const listed = text.split(/[,;|]/).map((tag) => tag.trim());
  const words = text.split(/\s+/).map(bareName);
  const tags = listed.length === 1 && words.every((word) => TAG.test(word)) ? words : listed;
  return tags.map((tag) => tag.replace(/^#/, "")).filter((tag) => tag !== "");
}

const levelOf = memo(
  ({ severity_words: { within } }: Vocabulary) =>
    new RegExp(String.raw`^${anyWord(within)}[-_ ]?\d$`, "iu"),
);

/** The tag that is a level: "sev-2"; null where none is. */
export function levelAmong(tags: readonly string[], vocabulary: Vocabulary): string | null {
  return tags.find((tag) => levelOf(vocabulary).test(tag)) ?? null;
}

/** The terms that tags name, each by its whole name. */
export function termsAmong(tags: readonly string[], terms: readonly Term[]): readonly Term[] {
  const found = tags.flatMap((tag) => findTerm(terms, bareName(tag)) ?? []);
  return [...new Set(found)];
}

/** The services of the taxonomy that a list of tags names. */
export function taggedServices(
  labelled: readonly Labelled[],
  { vocabulary, taxonomy }: AssembleContext,
): readonly Fact<string>[] {
  return calledOneOf(labelled, vocabulary.label_words.lists).flatMap(({ value }) =>
    termsAmong(tagsIn(value.text), taxonomy.services).map(({ id }) =>
      factOf({ id, written: id, how: "inferred" }, value),
    ),
  );
}
