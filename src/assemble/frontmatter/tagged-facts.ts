import type { Fact } from "../../core/postmortem.ts";
import type { LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { AssembleContext } from "../context.ts";
import { levelAmong, termsAmong } from "../labels/tags.ts";
import { fitSeverity } from "../labels/values.ts";
import { lastName, meaningOf, type OtherToolsEntry } from "./other-tools-meaning.ts";
import { itemsOf, type PlacedValue } from "./other-tools-values.ts";
import { frontmatterSource } from "./reader.ts";

/** What tags of a frontmatter name: a level, and services of the taxonomy. It counts where nothing states it. */
export interface TaggedFacts {
  readonly severity: Fact<string> | null;
  readonly services: readonly Fact<string>[];
}

/** A tag that says of what it is: `severity:sev2`, `service/redis`. */
const SCOPED = /^(\p{L}[\p{L}_ -]{1,30}?)\s?(?:::?|[=/])\s?([^\s:=/][^:=]{0,60})$/u;

interface Tag extends PlacedValue {
  readonly text: string;
  readonly scope: string | null;
}

function tagOf({ value, path }: PlacedValue): readonly Tag[] {
  if (typeof value !== "string") return [];
  const [, scope = null, text = value.trim()] = SCOPED.exec(value.trim()) ?? [];
  return [{ value, path, text, scope }];
}

/** Reads the tags among the entries of a frontmatter. */
export function taggedFacts(
  entries: readonly OtherToolsEntry[],
  located: LocatedData,
  context: AssembleContext,
): TaggedFacts {
  const { vocabulary, taxonomy } = context;
  const tags = entries
    .filter((entry) => vocabulary.label_words.lists.includes(lastName(entry)))
    .flatMap(({ value, path }) => itemsOf(value, path).flatMap(tagOf));
  const under = (key: "severity" | "services") =>
    tags.filter(({ scope }) => scope === null || meaningOf(scope, vocabulary) === key);
  const factOf = (id: string, { text, path }: Tag): Fact<string> => {
    const source = { ...frontmatterSource(located, path), how: "inferred" } as const;
    return { value: id, source, ...(id === text ? {} : { written: text }) };
  };
  const levels = under("severity").flatMap((tag) => {
    const isLevel = tag.scope !== null || levelAmong([tag.text], vocabulary) !== null;
    const fit = isLevel ? fitSeverity(tag.text, context) : null;
    return fit?.ok === true ? [factOf(fit.value.id, tag)] : [];
  });
  const services = under("services").flatMap((tag) =>
    termsAmong([tag.text], taxonomy.services).map(({ id }) => factOf(id, tag)),
  );
  const ids = services.map(({ value }) => value);
  return {
    severity: levels[0] ?? null,
    services: services.filter(({ value }, index) => ids.indexOf(value) === index),
  };
}
