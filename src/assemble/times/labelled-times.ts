import type { SectionKind } from "../../core/document/body-parts.ts";
import type { Range } from "../../core/position.ts";
import type { TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { belowLabels } from "../labels/below-labels.ts";
import { codeLabels } from "../labels/code-labels.ts";
import { type Labelled, QUESTION, splitLabels } from "../labels/line-labels.ts";
import { tableLabels } from "../labels/lines.ts";
import { meaningOfLabel } from "../labels/meaning.ts";
import { flattenItems, type KnownSection } from "../sections/sections.ts";
import { inOneZone } from "../written/by-two-clocks.ts";
import { withEpoch } from "../written/epoch.ts";
import { kindOfHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { sentLines } from "./mail-heads.ts";
import { isPhaseTable } from "./phase-columns.ts";

/** Where times are those of plans, or of people. */
const ELSEWHERE: ReadonlySet<SectionKind | null> = new Set([
  "actions",
  "review",
  "people",
  "learnings",
  "escalations",
  "questions",
]);
/** What may stand after a time that is a label's value: "(approx.)", "local time". */
const LONGEST_REST = 30;
const LONGEST_VALUE = 120;

/** Whether what stands after a time is only what stands in brackets: "(page sent at 08:36)". */
export function isBracketed(rest: string): boolean {
  return /^\([^()]{1,120}\)\.?$/.test(rest);
}

/** Whether it only says more of that time, with no other: "(first errors in the log)". */
export function isRemark(rest: string): boolean {
  return isBracketed(rest) && !/\d:\d/.test(rest);
}

/** What a line or a cell says under a label: "Detected: 02:21". */
export interface LabelledTime {
  readonly label: string;
  readonly value: string;
  /** How long the text after the time may be. */
  readonly rest: number;
  readonly range: Range;
  /** What stands above it and may name the zone: the head of its column, the heading. */
  readonly above: readonly string[];
  /** Whether it may be a part of what happened: the span of the impact in a sentence about it. */
  readonly isUnsure?: boolean;
}

/** A labelled time before it is known what stands above it, but for the head of its column. */
type OwnTime = Omit<LabelledTime, "above"> & { readonly heads?: readonly string[] };

function splitLabel({ text, range }: Text): readonly OwnTime[] {
  const [, asked = "", answer = ""] = QUESTION.exec(text) ?? [];
  if (answer !== "") return [{ label: asked, value: answer, rest: LONGEST_VALUE, range }];
  const [, label = "", value = ""] =
    /^([^=:：]{2,40}?) = (\S.*)$/.exec(text) ?? /^([^:：]{2,60})[:：]\s*(\S.*)$/.exec(text) ?? [];
  // "All shoppers. Start time: 12:00": a label begins behind the sentence before it.
  const own = label.split(/[.!?]\s+/).at(-1) ?? label;
  if (value !== "" && (!/\d$/.test(own) || /^T ?0$/i.test(own)))
    return [{ label: own, value, rest: LONGEST_REST, range }];
  // "First detected 2026-03-14 02:21": the label goes as far as its words do; "Detected — Mon 19 Jan 02:21".
  const [, words = "", time = ""] =
    /^(\p{L}[\p{L} ]{2,39}?)\s+(\d.*)$/u.exec(text) ??
    /^(\p{L}[\p{L} ]{2,39}?)\s[–—-]\s((?:\p{L}{3,9}[,.]?\s){0,2}\d.*)$/u.exec(text) ??
    [];
  return time === "" ? [] : [{ label: words, value: time, rest: 0, range }];
}

/** Labels that stand side by side, each before its time, "Start 06:00 UTC Detected 07:45 UTC"; none where a line tells more. */
function alternating({ text, range }: Text, vocabulary: Vocabulary): readonly OwnTime[] {
  const found: OwnTime[] = [];
  let left = text.trim();
  while (left !== "") {
    const [all = "", label = ""] = /^(\p{L}[\p{L} ]{2,30}?)\s+(?=\d)/u.exec(left) ?? [];
    const time = all === "" ? null : splitTimeHead(left.slice(all.length), vocabulary);
    if (!time) return [];
    found.push({ label, value: time.head, rest: 0, range });
    left = time.rest.replace(/^[\s|·•,;–—-]+/, "");
  }
  return found.length > 1 ? found : [];
}

/** The labels of a line: one, or several side by side ("Created: … Resolved: …"). */
function labelsOfLine(line: Text, vocabulary: Vocabulary): readonly OwnTime[] {
  const beside = alternating(line, vocabulary);
  if (beside.length > 0) return beside;
  const several = splitLabels(line, vocabulary);
  // ":Start: 2026-03-14 02:15"
  if (line.text.startsWith(":") && several.length === 1) return several.map(timeOf);
  // Of several labels side by side, those without a value may leave one: "Started: – Detected: 10:05".
  const isFirst = several.every(({ label }) => line.text.startsWith(label));
  const isOne = several.length < 2 && isFirst && !/\S=\S/.test(line.text);
  return isOne ? splitLabel(line) : several.map(timeOf);
}

function timeOf({ label, value: { text, range } }: Labelled): OwnTime {
  return { label, value: withEpoch(text), rest: LONGEST_REST, range };
}

/** Lines, with the next one where a line is only a label. */
function joined(lines: readonly Text[]): readonly Text[] {
  return lines.map((line, index) => {
    const next = line.text.endsWith(":") ? lines[index + 1] : undefined;
    return next ? { text: `${line.text} ${next.text}`, range: next.range } : line;
  });
}

/** What stands directly below a heading that is itself a label. */
function underHeading({ heading, blocks }: KnownSection): readonly OwnTime[] {
  const [block] = blocks;
  if (block?.type !== "paragraph" || block.text.length > LONGEST_VALUE) return [];
  return [timeOf({ label: heading.text, value: block })];
}

/** The rows of a table of milestones: what its first column names, with the time of another. */
function timedRows(
  { head, rows }: TableBlock,
  kind: SectionKind | null,
  { columns }: Vocabulary,
): readonly OwnTime[] {
  if (kind === "timeline" || head.length < 3) return [];
  const column = head.findIndex(({ text }, index) => {
    const name = kindOfHeading(text, columns);
    return index > 0 && (name === "time" || name === "date");
  });
  if (column === -1) return [];
  // A column that only numbers the rows names nothing: "3.1 | Service lost | 17:30".
  const isNumbering = column > 1 && rows.every(([first]) => /^[\d.]*$/.test(first?.text ?? ""));
  return rows.flatMap((row) => {
    const [label, value] = [row[isNumbering ? 1 : 0], row[column]];
    if (!label || !value) return [];
    return [{ ...timeOf({ label: label.text, value }), heads: [head[column]?.text ?? ""] }];
  });
}

function labelledIn(section: KnownSection, vocabulary: Vocabulary): readonly LabelledTime[] {
  const inBlocks = section.blocks.flatMap((block): readonly OwnTime[] => {
    if (block.type === "paragraph") {
      const below = belowLabels(block, vocabulary);
      if (below.length > 0) return below.map(timeOf);
      const sent = sentLines(block, vocabulary);
      const lines = block.lines.filter((line) => !sent.includes(line));
      return joined(lines).flatMap((line) => labelsOfLine(line, vocabulary));
    }
    if (block.type === "list") return flattenItems(block.items).flatMap(splitLabel);
    if (block.type === "code") return codeLabels(block, vocabulary).map(timeOf);
    if (block.type !== "table" || isPhaseTable(block, vocabulary)) return [];
    const timed = timedRows(block, section.kind, vocabulary);
    const heads = block.head.map(({ text }) => text);
    const facts = tableLabels(block, vocabulary).map((one) => ({ ...timeOf(one), heads }));
    return [...facts, ...timed];
  });
  const heading = section.heading.text;
  const inHeading = heading.includes(":") ? splitLabel(section.heading) : [];
  return [...inBlocks, ...inHeading, ...underHeading(section)].map(({ heads = [], ...one }) => ({
    ...one,
    above: [...heads, heading],
  }));
}

/** A line above all sections that is a time and a later one, as status pages head their incidents. */
export function spanLines(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly LabelledTime[] {
  const above = sections.filter(({ level }) => level <= 1);
  const [label = ""] = vocabulary.spans;
  return above.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly LabelledTime[] => {
      const [line, ...more] = block.type === "paragraph" ? block.lines : [];
      const [value = ""] = line?.text.split(/\s[|•·]\s/) ?? [];
      const start = line && more.length === 0 ? splitTimeHead(value, vocabulary) : null;
      if (!line || !start || !/^\D{0,12}\d/.test(start.rest)) return [];
      return [{ label, value, rest: LONGEST_REST, range: line.range, above: [] }];
    }),
  );
}

/** A state with the time since which it is so: "Resolved (2026-03-14 11:40 UTC)", "Resolved at 11:40 UTC". */
const STATE = /^(\p{L}{3,20})(?:\s?[(,:–—-]\s?|\s(?:at|on)\s)(.{4,40}?)\)?$/u;

/** A status that says since when, as what that state is called: "Status: Resolved (11:40 UTC)". */
function timedState(one: LabelledTime, vocabulary: Vocabulary): LabelledTime {
  const [, state, since] = STATE.exec(one.value) ?? [];
  const isStatus = since !== undefined && meaningOfLabel(one.label, vocabulary) === "status";
  const isTime = isStatus && splitTimeHead(since, vocabulary)?.rest === "";
  return isTime && state !== undefined ? { ...one, label: state, value: since } : one;
}

/** A span of time that a sentence begins with, or is: "10:05–11:40 UTC, 3 % of requests failed". */
const SPAN_FIRST =
  /^([^,;:]{0,24}\d{1,2}[:.]\d{2}[^,;:]{1,14}\d{1,2}[:.]\d{2}[^,;:]{0,8})(?:[,;:.]\s|$)/;

/** The span that the value under the label of the impact begins with, in doubt; none where it tells none. */
function spanOfImpact(one: LabelledTime, vocabulary: Vocabulary): readonly LabelledTime[] {
  const [label = ""] = vocabulary.spans;
  const [, span] = SPAN_FIRST.exec(one.value) ?? [];
  if (span === undefined || kindOfHeading(one.label, vocabulary.headings) !== "impact") return [];
  return [{ ...one, label, value: span, isUnsure: true }];
}

/** What sections state under labels, but for those that tell of plans or of people. */
export function labelledTimes(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly LabelledTime[] {
  return sections
    .filter(({ kind }) => !ELSEWHERE.has(kind))
    .flatMap((section) => labelledIn(section, vocabulary))
    .map((one) => ({ ...one, value: inOneZone(one.value, vocabulary.zones) }))
    .flatMap((one) => [timedState(one, vocabulary), ...spanOfImpact(one, vocabulary)]);
}
