import type { SectionKind } from "../../core/document/body-parts.ts";
import { memo } from "../../core/memo.ts";
import type { Fact, Phase, Postmortem } from "../../core/postmortem.ts";
import { inBracketsOf } from "../../core/text/in-brackets.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { type LabelledSection } from "../labels/lines.ts";
import { namesOfLabel } from "../labels/meaning.ts";
import { phaseNamed } from "../labels/named-phase.ts";
import { rowCues, sentencesOf } from "../milestones/cues.ts";
import { isRowNumber, numberedLines } from "../sections/numbered.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { durationFact } from "../times/clock-durations.ts";
import { durationAtEnd, parseDurationText } from "../written/durations.ts";
import { kindOfHeading } from "../written/phrases.ts";
import { readGapTags, TAG_START, type TaggedText } from "./gap-tags.ts";

/** The texts of a body that hold tags, each with what they say. */
export type TaggedTexts = ReadonlyMap<Text, TaggedText>;

/** Reads the tags anywhere in the body, and those that cannot be read. */
export function taggedTexts(
  sections: readonly KnownSection[],
  context: AssembleContext,
  locate: Locate,
): TaggedTexts {
  const tagged = sections
    .flatMap(({ blocks }) => blocks.flatMap(blockTexts))
    .filter(({ text }) => TAG_START.test(text));
  return new Map(tagged.map((text) => [text, readGapTags(text, context, locate)]));
}

/** Whether lines are sentences, one in each, rather than prose that was broken: each begins and ends as one. */
function areSentences(lines: readonly Text[]): boolean {
  return lines.length > 1 && lines.every(({ text }) => /^\p{Lu}.*[.!]$/su.test(text));
}

/** The texts of a block that may each be a factor: of a table those of its first column with words. */
function factorTexts(block: Block): readonly Text[] {
  if (block.type === "paragraph") {
    if (block.text.endsWith(":")) return [];
    return areSentences(block.lines) ? block.lines : numberedLines(block);
  }
  if (block.type !== "table") return blockTexts(block);
  const column = block.head.findIndex((_, index) =>
    block.rows.some((row) => !isRowNumber(row[index]?.text ?? "")),
  );
  return block.rows.flatMap((row) => row[column] ?? []);
}

/** Blocks without the questions of a form, which stand above the list that answers them. */
function withoutQuestions(blocks: readonly Block[]): readonly Block[] {
  const list = blocks.findIndex(({ type }) => type === "list");
  return blocks.filter((block, index) => {
    const isText = block.type === "paragraph" || block.type === "quote";
    return !(isText && index < list && /[?？](?:\s|$)/u.test(block.text));
  });
}

const adviceOf = memo(({ advice }: Vocabulary): RegExp => new RegExp(advice.join("|"), "iu"));

/** What stands behind a label for factors: "Contributing factors: the alert was muted"; else null. */
function factorIn({ text }: Text, vocabulary: Vocabulary): string | null {
  const [, label = "", value = ""] = /^([^:：]{2,60})[:：]\s+(\S.*)$/su.exec(text) ?? [];
  return value !== "" && kindOfHeading(label, vocabulary.headings) === "factors" ? value : null;
}

/** Of what an analysis of causes says, that which it calls a factor; all of it where it calls nothing so. */
function ofCauses(texts: readonly Text[], vocabulary: Vocabulary): readonly Text[] {
  const named = texts.filter((text) => factorIn(text, vocabulary) !== null);
  return named.length > 0 ? named : texts;
}

/** What labels of lines and of tables call factors, each part between semicolons: "Contributing factors: no alert; old runbook". */
function labelledFactors(
  sections: readonly LabelledSection[],
  { headings }: Vocabulary,
): readonly Text[] {
  return sections
    .flatMap(({ labelled }) => labelled)
    .filter(({ label }) => kindOfHeading(label, headings) === "factors")
    .flatMap(({ value: { text, range } }) =>
      text.split(/;\s+/).map((part) => ({ text: part.trim(), range })),
    );
}

/** The contributing factors: the texts of their sections, tags left out; else what labels call so. */
export function contributingFactors(
  sections: readonly KnownSection[],
  labelled: readonly LabelledSection[],
  tagged: TaggedTexts,
  vocabulary: Vocabulary,
): readonly Fact<string>[] {
  const isSaid = ({ text }: Text) => {
    const folded = text.toLowerCase().replace(/^[\s_*]+|(?<![\s_*.])[\s_*.]+$/g, "");
    return (
      folded !== "" &&
      !vocabulary.no_value.includes(folded) &&
      !adviceOf(vocabulary).test(text.replace(/^[\s([<>*_]+/, ""))
    );
  };
  const texts = (kind: SectionKind): readonly Text[] =>
    sections
      .filter((section) => section.kind === kind)
      .flatMap(({ blocks }) => withoutQuestions(blocks).flatMap(factorTexts));
  const own = texts("factors").filter(
    (text) => text.text.replace(/[\s-]/g, "") !== "" && isSaid(text),
  );
  const stated = own.length > 0 ? own : labelledFactors(labelled, vocabulary).filter(isSaid);
  const found = stated.length > 0 ? stated : ofCauses(texts("cause").filter(isSaid), vocabulary);
  return found.map((text) => ({
    value: tagged.get(text)?.text ?? factorIn(text, vocabulary) ?? text.text.trim(),
    source: { origin: "body", how: "stated", range: text.range },
  }));
}

/** What an end is called. */
const endNames = memo(
  ({ milestones, frontmatter_keys: keys }: Vocabulary) =>
    new Set([...milestones.resolved.labels, ...keys["times.resolved"]]),
);

/** Minutes that a value tells, after which a mark or a bracket may stand: "45 minutes (target: 60) ✅". */
function minutesOf(text: string, { duration_words }: Vocabulary): number | null {
  const bare = text.replace(/(?<![^\p{L}\p{N})])[^\p{L}\p{N})]+$/u, "");
  const own = parseDurationText(bare, duration_words);
  const inBrackets = inBracketsOf(text);
  return own ?? (inBrackets === null ? null : parseDurationText(inBrackets, duration_words));
}

/**
 * What an end says of the whole: "Resolved: API is back up after 2 hours". Where it does not say that all
 * works, the time is that of something else: "Resolved: we rolled back after 10 minutes".
 */
function minutesAtEnd(
  text: string,
  names: readonly string[],
  vocabulary: Vocabulary,
): number | null {
  const ends = endNames(vocabulary);
  const isEnd = names.some((name) => ends.has(name));
  const minutes = isEnd ? durationAtEnd(text, vocabulary.duration_words) : null;
  if (minutes === null) return null;
  const { strengthOf, isKind } = rowCues(vocabulary);
  const sentences = sentencesOf(text);
  const isOver =
    strengthOf(sentences, "resolved") === "strong" &&
    !(isKind(sentences, "relapse") && isKind(sentences, "failure"));
  return isOver ? minutes : null;
}

/**
 * What the document itself says its phases took: lines such as "Time to recovery: 43 minutes", or
 * else what an end says.
 */
export function statedDurations(
  sections: readonly LabelledSection[],
  { vocabulary }: AssembleContext,
): Postmortem["statedDurations"] {
  const found: Partial<Record<Phase, Fact<number>>> = {};
  // What has no digit tells no duration.
  const labelled = sections.flatMap((section) =>
    section.labelled
      .filter(({ value }) => /\d/.test(value.text))
      .map((one) => ({ ...one, kind: section.kind })),
  );
  for (const { label, value, kind } of labelled) {
    const names = namesOfLabel(label);
    const atEnd = minutesAtEnd(value.text, names, vocabulary);
    const plain = atEnd ?? minutesOf(value.text, vocabulary);
    const source = { origin: "body", how: "stated", range: value.range } as const;
    const fact = durationFact(plain, { label, value: value.text, source }, vocabulary);
    // Within a timeline it is how long a part of it took.
    const isOfPart = kind === "timeline" && names.some((name) => vocabulary.spans.includes(name));
    if (fact === null || isOfPart) continue;
    const phase = atEnd === null ? phaseNamed(names, vocabulary) : "resolve";
    if (!phase || found[phase]) continue;
    found[phase] = fact;
  }
  return found;
}
