import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { anyPattern, anyWord } from "../../core/text/escape-pattern.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { Labelled } from "./line-labels.ts";
import { listedIn } from "./listed-in.ts";
import { calledOneOf } from "./meaning.ts";
import { factOf } from "./names.ts";
import { bareName, fitSeverity, plain } from "./values.ts";

/** A paragraph of more characters is no head of a report. */
const LONGEST = 1200;

const patternsOf = memo(({ severity_words, lists }: Vocabulary) => {
  const { within, certain, told, hypothetical, affecting, of } = severity_words;
  const any = (cues: readonly string[], end: string) =>
    new RegExp(`${anyPattern(cues)}${end}`, "iu");
  return {
    /** A level within a sentence: "SEV-2", "P1", "severity 2". */
    level: new RegExp(
      String.raw`(?<![\p{L}\d-])${anyWord(within)}[ -]?\d(?![\p{L}\d]|[.,-]\d)`,
      "giu",
    ),
    before: any(told, String.raw`\s*$`),
    never: any(hypothetical, ""),
    affecting: any(affecting, String.raw`\s+(?<list>[^.;:()]{2,120})`),
    article: new RegExp(String.raw`^${anyWord(lists.articles)}\s`, "iu"),
    noun: new RegExp(String.raw`\s${anyWord(of)}$`, "iu"),
    /** A value that says of itself that it is a severity: "Severity 3", "SEV-3". */
    certain: new RegExp(String.raw`^${anyWord(certain)}[\s-]?\d$`, "iu"),
  };
});

interface Mention {
  readonly id: string;
  readonly written: string;
  /** What the sentence says behind the level. */
  readonly rest: string;
  readonly text: Text;
}

/** Where a sentence says of the whole incident how severe it was: "This was a SEV-2". */
function mentionsIn(prose: readonly Text[], context: AssembleContext): readonly Mention[] {
  const { level, before, never } = patternsOf(context.vocabulary);
  const sentences = prose
    .filter(({ text }) => text.length <= LONGEST && text.search(level) !== -1)
    .flatMap(({ text, range }) => text.split(/(?<=[.!?])\s+/).map((one) => ({ text: one, range })));
  return sentences.flatMap((text): readonly Mention[] => {
    if (never.test(text.text)) return [];
    const levels = [...text.text.matchAll(level)];
    return levels.flatMap(({ 0: written, index }) => {
      const [ahead, rest] = [text.text.slice(0, index), text.text.slice(index + written.length)];
      // "… and was resolved at 15:10, SEV-2, affecting checkout": what is set apart says it of all.
      const isOnly = levels.length === 1;
      const isWhole = ahead.trim() === "" && /^\.?$/.test(rest.trim());
      const isApart = isOnly && /[,;(–—]\s*$/.test(ahead) && /^\s*(?:[,;)–—]|\.?$)/.test(rest);
      const fit = isApart || isWhole || before.test(ahead) ? fitSeverity(written, context) : null;
      return fit?.ok === true ? [{ id: fit.value.id, written, rest, text }] : [];
    });
  });
}

/** Where sentences of a summary tell one severity; nothing where they tell several. */
function onlyMention(prose: readonly Text[], context: AssembleContext): readonly Mention[] {
  const found = mentionsIn(prose, context);
  return found.every(({ id }) => id === found[0]?.id) ? found : [];
}

/** The severity that sentences of a summary tell; null where they tell none, or several. */
export function severityInProse(
  prose: readonly Text[],
  context: AssembleContext,
): Fact<string> | null {
  const [first] = onlyMention(prose, context);
  if (!first) return null;
  return factOf({ id: first.id, written: first.written, how: "inferred" }, first.text);
}

/**
 * The services that such a sentence names behind the level, where it lists nothing else:
 * "a SEV-2 affecting checkout and payments".
 */
export function servicesInProse(
  prose: readonly Text[],
  context: AssembleContext,
): readonly Fact<string>[] {
  const { services } = context.taxonomy;
  for (const { rest, text } of services.length === 0 ? [] : onlyMention(prose, context)) {
    const { affecting, article } = patternsOf(context.vocabulary);
    const found = affecting.exec(rest);
    const { list = "" } = found?.groups ?? {};
    const names = listedIn(list, context.vocabulary).map((name) => name.replace(article, ""));
    const terms = names.map((name) => findTerm(services, bareName(name)));
    const facts = terms.flatMap((term, index) => {
      const written = names[index] ?? "";
      return term ? [factOf({ id: term.id, written, how: "inferred" }, text)] : [];
    });
    if (facts.length > 0 && facts.length === names.length) return facts;
  }
  return [];
}

/** A severity under a label that elsewhere tells a story: "Impact: major", "Impact: major outage". */
export function severityInstead(
  labelled: readonly Labelled[],
  context: AssembleContext,
): Fact<string> | null {
  const { taxonomy, vocabulary } = context;
  const { noun, certain } = patternsOf(vocabulary);
  for (const { value } of calledOneOf(labelled, vocabulary.severity_words.instead)) {
    const written = plain(value.text);
    const level = certain.test(written) ? fitSeverity(written, context) : null;
    const term =
      level?.ok === true ? level.value : findTerm(taxonomy.severities, written.replace(noun, ""));
    if (term) return factOf({ id: term.id, written, how: "inferred" }, value);
  }
  return null;
}
