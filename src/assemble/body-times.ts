import type { Temporal } from "temporal-polyfill";
import type { EpochMs, Fact, Milestone, Source } from "../core/postmortem.ts";
import { MILESTONES } from "../core/postmortem.ts";
import type { Range } from "../core/position.ts";
import type { Text } from "../parse/body.ts";
import type { AssembleContext } from "./context.ts";
import { resolveDate } from "./date-text.ts";
import type { DocumentDay } from "./document-day.ts";
import { normalizeHeading } from "./phrases.ts";
import type { KnownSection } from "./sections.ts";
import { flattenItems } from "./sections.ts";
import { splitTimeHead } from "./time-head.ts";
import type { WrittenTime } from "./time-text.ts";
import { instantOf, readWrittenTime } from "./time-text.ts";
import { resolveZone, zoneFit } from "./zones.ts";

/** Milestones that a body states under a label, "Detected: 2026-03-14 02:21 UTC". */
export type BodyTimes = Readonly<Partial<Record<Milestone, Fact<EpochMs>>>>;

/** What reading such times needs to know of the document around them. */
export interface BodyTimesReading {
  readonly day: DocumentDay | null;
  /** The zone that the document states for all of its times, as written. */
  readonly zone: string | null;
}

/** Where times are those of plans, or of people. */
const ELSEWHERE: ReadonlySet<string | null> = new Set([
  ...["actions", "review", "people", "learnings", "escalations", "questions"],
]);
/** What may stand after a time that is a label's value: "(approx.)", "local time". */
const LONGEST_REST = 30;
const LONGEST_VALUE = 120;
const BETWEEN =
  /\s*[–—→]\s*|\s+(?:-|to|until|till|through)\s+|(?<=[\d)])\s*-\s*(?=\d{1,2}[:.]\d{2})/;
const HALF = /\d\s*[ap]\.?m\b/i;

interface Labelled {
  readonly label: string;
  readonly value: string;
  /** How long the text after the time may be. */
  readonly rest: number;
  readonly range: Range;
}

function splitLabel({ text, range }: Text): readonly Labelled[] {
  const [, label = "", value = ""] = /^([^:]{2,40}):\s*(\S.*)$/.exec(text) ?? [];
  if (value !== "" && !/\d$/.test(label)) return [{ label, value, rest: LONGEST_REST, range }];
  // "First detected 2026-03-14 02:21": the label goes as far as its words do.
  const [, words = "", time = ""] = /^(\p{L}[\p{L} ]{2,39}?)\s+(\d.*)$/u.exec(text) ?? [];
  return time === "" ? [] : [{ label: words, value: time, rest: 0, range }];
}

/** Lines, with the next one where a line is only a label. */
function joined(lines: readonly Text[]): readonly Text[] {
  return lines.map((line, index) => {
    const next = line.text.endsWith(":") ? lines[index + 1] : undefined;
    return next ? { text: `${line.text} ${next.text}`, range: next.range } : line;
  });
}

/** What stands directly below a heading that is itself a label. */
function underHeading({ heading, blocks }: KnownSection): readonly Labelled[] {
  const [block] = blocks;
  if (block?.type !== "paragraph" || block.text.length > LONGEST_VALUE) return [];
  return [{ label: heading.text, value: block.text, rest: LONGEST_REST, range: block.range }];
}

function labelledIn(section: KnownSection): readonly Labelled[] {
  const inBlocks = section.blocks.flatMap((block): readonly Labelled[] => {
    if (block.type === "paragraph") return joined(block.lines).flatMap(splitLabel);
    if (block.type === "list") return flattenItems(block.items).flatMap(splitLabel);
    if (block.type !== "table" || block.head.length !== 2) return [];
    return [block.head, ...block.rows].flatMap(([label, value]): readonly Labelled[] =>
      label && value
        ? [{ label: label.text, value: value.text, rest: LONGEST_REST, range: value.range }]
        : [],
    );
  });
  return [...inBlocks, ...underHeading(section)];
}

/** The milestone that a label names. */
function milestoneOf(label: string, { vocabulary }: AssembleContext): Milestone | undefined {
  const name = normalizeHeading(label.replaceAll("-", " "));
  return MILESTONES.find(
    (milestone) =>
      vocabulary.milestones[milestone].labels.includes(name) ||
      vocabulary.times_in_body[milestone].includes(name) ||
      vocabulary.frontmatter_keys[`times.${milestone}`].includes(name),
  );
}

type ReadInstant = Pick<Fact<EpochMs>, "value"> & Pick<Source, "confidence" | "unsure">;

function instantOfTime(
  { date: ownDate, time, zone: ownZone, isDateUnclear }: WrittenTime,
  near: Temporal.PlainDate | null,
  { day, zone: documentZone }: BodyTimesReading,
  { vocabulary, timeZone }: AssembleContext,
): ReadInstant | null {
  const date = ownDate ? resolveDate(ownDate, near) : near;
  if (!date || !time || (isDateUnclear && !ownDate)) return null;
  const zone = ownZone ?? documentZone;
  const id = zone === null ? null : resolveZone(zone, vocabulary.zones);
  const value = instantOf(date, time, id ?? timeZone);
  if (ownDate === null && day?.isUnsure === true)
    return { value, confidence: "low", unsure: "day" };
  const fit = zone === null ? "literal" : zoneFit(zone, vocabulary.zones, value);
  return fit === "contrary" ? { value, confidence: "low", unsure: "zone" } : { value };
}

function factOf(found: ReadInstant | null, range: Range): Fact<EpochMs> | null {
  if (!found) return null;
  const { value, ...doubt } = found;
  return { value, source: { origin: "body", how: "stated", range, ...doubt } };
}

/** Both ends of `2026-03-14 02:15 to 04:30 UTC`; null where a text tells no two times of day. */
function spanOf(
  text: string,
  reading: BodyTimesReading,
  context: AssembleContext,
): readonly [ReadInstant, ReadInstant] | null {
  const [first = "", second, ...more] = text
    .replace(/\(\D*\d+ ?(?:h|m|d)[^)]*\)/i, "")
    .split(BETWEEN);
  if (second === undefined || more.length > 0) return null;
  if (HALF.test(second) && !HALF.test(first)) return null;
  const { vocabulary, dateOrder = null } = context;
  const [from, to] = [first, second].map((part) => readWrittenTime(part, vocabulary, dateOrder));
  if (!from || !to) return null;
  const near = reading.day?.value ?? null;
  const begun = from.date ? resolveDate(from.date, near) : near;
  const start = instantOfTime({ ...from, zone: from.zone ?? to.zone }, near, reading, context);
  const end = instantOfTime(to, begun, reading, context);
  return start && end && end.value > start.value ? [start, end] : null;
}

function isSpanLabel(label: string, { vocabulary }: AssembleContext): boolean {
  const name = normalizeHeading(label);
  return vocabulary.spans.includes(name) || vocabulary.headings["date"]?.includes(name) === true;
}

type Found = readonly { readonly milestone: Milestone; readonly fact: Fact<EpochMs> }[];

/** The first of the facts, doubtful where another differs: those are of several incidents. */
function firstOf(name: Milestone, found: Found): Fact<EpochMs> | null {
  const [first, ...others] = found.flatMap(({ milestone, fact }) =>
    milestone === name ? [fact] : [],
  );
  if (!first) return null;
  const isOnly = others.every(({ value }) => value === first.value);
  return isOnly ? first : { ...first, source: { ...first.source, confidence: "low" } };
}

/** Reads the milestones that a body states under labels, wherever they stand. */
export function bodyTimes(
  sections: readonly KnownSection[],
  reading: BodyTimesReading,
  context: AssembleContext,
): BodyTimes {
  const { vocabulary, dateOrder = null } = context;
  const near = reading.day?.value ?? null;
  const labelled = sections.filter(({ kind }) => !ELSEWHERE.has(kind)).flatMap(labelledIn);
  const points = labelled.flatMap(({ label, value, rest, range }): Found => {
    const milestone = milestoneOf(label, context);
    const start = milestone && splitTimeHead(value, vocabulary);
    if (!milestone || !start || start.rest.length > rest) return [];
    const written = readWrittenTime(start.head, vocabulary, dateOrder);
    const fact = factOf(instantOfTime(written, near, reading, context), range);
    return fact ? [{ milestone, fact }] : [];
  });
  const spans = labelled.flatMap(({ label, value, range }): Found => {
    const ends = isSpanLabel(label, context) ? spanOf(value, reading, context) : null;
    const [started, resolved] = ends?.map((end) => factOf(end, range)) ?? [];
    if (!started || !resolved) return [];
    return [
      { milestone: "started", fact: started },
      { milestone: "resolved", fact: resolved },
    ];
  });
  const found: Partial<Record<Milestone, Fact<EpochMs>>> = {};
  for (const name of MILESTONES) {
    const fact = firstOf(name, points) ?? firstOf(name, spans);
    if (fact) found[name] = fact;
  }
  return found;
}
