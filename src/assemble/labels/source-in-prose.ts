import { inDoubt } from "../../core/document/fact.ts";
import { memo } from "../../core/memo.ts";
import type { Fact, Timeline } from "../../core/postmortem.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { splitTimeHead } from "../written/time-head.ts";
import type { Labelled } from "./line-labels.ts";
import { factOf } from "./names.ts";
import { isDenied, nameOf, plain, type ReadName } from "./values.ts";

const SOURCES = ["alert", "customer", "employee", "partner"] as const;
/** What noticed it stands in the first words of a sentence, or right behind "detected by". */
const MOST_WORDS = 5;
/** A longer value tells a story. */
const LONGEST = 80;
/** A longer row tells of more than who noticed it. */
const LONGEST_ROW = 160;

const patternsOf = memo(({ detection_words: words, unreal }: Vocabulary) => {
  const spaced = (all: readonly string[]) =>
    new RegExp(String.raw`(?<![\p{L}])${anyWord(all)}(?![\p{L}])`, "iu");
  // Some scripts write words without blanks between them.
  const joined = (all: readonly string[]) => new RegExp(anyWord(all), "u");
  return {
    denied: new RegExp(`(?:${unreal.join("|")})$`, "iu"),
    by: new RegExp(String.raw`(?<!\p{L})${anyWord(words.by)}\s+`, "iu"),
    led: new RegExp(String.raw`^\W*${anyWord([...words.by, ...words.led])}\s+`, "iu"),
    of: SOURCES.map((id) => {
      const all = words[id].toSorted((a, b) => b.length - a.length);
      const isSpaced = all.every((word) => /[a-z]/i.test(word));
      return { id, pattern: isSpaced ? spaced(all) : joined(all) };
    }),
  };
});

/** A source of the taxonomy that a text names; null where there is none, or the text or what stands before denies it. */
function sourceOf(
  id: string,
  { text, before }: { readonly text: string; readonly before: string },
  context: AssembleContext,
): ReadName | null {
  const { denied } = patternsOf(context.vocabulary);
  if (isDenied(text, context) || denied.test(before)) return null;
  const term = findTerm(context.taxonomy.detectionSources, id);
  return term ? { id: term.id, written: text, how: "inferred" } : null;
}

/** The source of detection that a short text names in the words of its language; null where none, or several. */
function sourceNamed(text: string, context: AssembleContext): ReadName | null {
  if (text.length > LONGEST) return null;
  const { of } = patternsOf(context.vocabulary);
  const named = of.filter(({ pattern }) => pattern.test(text));
  const before = text.slice(0, Math.max(0, ...named.map(({ pattern }) => text.search(pattern))));
  const [only] = named;
  return only && named.length === 1 ? sourceOf(only.id, { text, before }, context) : null;
}

function firstWords(text: string): string {
  return (
    text
      .split(/[.,;:()–—]/, 1)[0]
      ?.trim()
      .split(/\s+/)
      .slice(0, MOST_WORDS)
      .join(" ") ?? ""
  );
}

/** What a section on the detection says noticed it: "It was detected by an alert", "The alert fired"; in doubt. */
export function sourceInProse(
  sentences: readonly Text[],
  context: AssembleContext,
): Fact<string> | null {
  const [first] = sentences;
  if (!first) return null;
  const { by } = patternsOf(context.vocabulary);
  const behind = by.exec(first.text);
  const said = behind ? first.text.slice(behind.index + behind[0].length) : first.text;
  const words = firstWords(said);
  const name = nameOf("detected_by", words, context) ?? sourceNamed(words, context);
  return name ? inDoubt(factOf({ ...name, how: "inferred" }, first)) : null;
}

/** What stands behind the time of detection: in brackets, behind a dash, or behind "by". */
const BEHIND_TIME = /^\W*\(\s*([^()]{3,60})\)|^\s*(?:,|[-–—·|])\s+(\S.*)$/u;

/** Who or what noticed it, where that stands behind the time of it: "Detected: 07:36 (customer ticket)", "08:04 by monitor". */
export function sourceBehindTime(
  labelled: readonly Labelled[],
  context: AssembleContext,
): Fact<string> | null {
  const { vocabulary } = context;
  const { by, led } = patternsOf(vocabulary);
  const [first] = labelled.flatMap(({ value }) => {
    const { rest: behindTime = "" } = splitTimeHead(value.text, vocabulary) ?? {};
    const before = value.text.slice(0, value.text.length - behindTime.length);
    const rest = /[-–—·|]\s*$/.test(before) ? `– ${behindTime}` : behindTime;
    const [, bracket, part = ""] = BEHIND_TIME.exec(rest) ?? [];
    const after = led.exec(rest);
    const behind = after ? rest.slice(after[0].length) : "";
    const words = firstWords((bracket ?? (part === "" ? behind : part)).replace(by, ""));
    const name = words === "" ? null : sourceNamed(words, context);
    return name ? [factOf(name, value)] : [];
  });
  return first ?? null;
}

/** The words right behind a source, which may deny it: "alerts never fired". What it says comes after them: "a mail says that no …". */
const WORDS_BEHIND = /^(?:\s*\S+){0,4}/;

/** The source whose words come first in a text; null where none stands there, or what stands around it denies something. */
function firstSource(text: string, context: AssembleContext): ReadName | null {
  const { of } = patternsOf(context.vocabulary);
  const [first] = of
    .map(({ id, pattern }) => ({ id, at: text.search(pattern) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at);
  if (!first) return null;
  const [behind = ""] = WORDS_BEHIND.exec(text.slice(first.at)) ?? [];
  const before = text.slice(0, first.at);
  return sourceOf(first.id, { text: before + behind, before }, context);
}

/** What a row of the timeline in which somebody notices it says noticed it, "Pingdom alert fires"; in doubt. */
export function sourceInRow(
  timeline: Timeline | null,
  detected: Fact<number> | undefined,
  context: AssembleContext,
): Fact<string> | null {
  const start = detected?.source.range.start.offset;
  const row = timeline?.rows.find(({ range }) => range.start.offset === start);
  if (!row || row.text.length > LONGEST_ROW) return null;
  const name = firstSource(row.text, context);
  return name ? inDoubt(factOf(name, row)) : null;
}

/** Who noticed it in the words of the document's language: "Erkannt durch: Kunde (Hotline)". */
export function sourceInOwnWords(
  labelled: readonly Labelled[],
  context: AssembleContext,
): Fact<string> | null {
  const [first] = labelled.flatMap(({ value }) => {
    const name = sourceNamed(plain(value.text), context);
    return name ? [factOf(name, value)] : [];
  });
  return first ?? null;
}
