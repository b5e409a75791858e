import { asUnsafeFix } from "../../core/places/edit.ts";
import type { Range } from "../../core/position.ts";
import { type Fact, type Gap, PHASES } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import { findTerm, idOf, type Term } from "../../core/taxonomy.ts";
import { nameMeant } from "../../core/text/did-you-mean.ts";
import { TAG } from "../../core/text/gap-tag.ts";
import { replacing } from "../../core/text/replacing.ts";
import type { Text } from "../../parse/body/body.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { stated } from "../sections/cells.ts";
import { tagMeant } from "./tag-meant.ts";

/** Where a body may hold a tag at all, so that it is worth parsing. */
export const TAG_START = /\(gap:/i;

/** A text with its tags, read. */
export interface TaggedText {
  /** The text without its tags. */
  readonly text: string;
  readonly gaps: readonly Gap[];
  readonly problems: readonly Problem[];
}

/** A part of a tag, with its offset in the tag as written. */
export interface TagPart {
  readonly value: string;
  readonly at: number;
}

type NamedParts = ReadonlyMap<string, TagPart>;

/** What parts the parts: a comma, and what people write for one. */
const BETWEEN = /[,;|]/;

const PART_NAMES = ["competency", "kind", "team", "phase"];

/** Splits `(gap: competency, kind, team: x)` into its parts; null where it has another form. */
export function readParts(written: string): NamedParts | null {
  const parts = new Map<string, TagPart>();
  let at = "(gap:".length;
  for (const [index, part] of written.slice(at, -1).split(BETWEEN).entries()) {
    const named = /^\s*([a-z]+)\s*:\s*(.+?)\s*$/i.exec(part);
    const name = named?.[1]?.toLowerCase() ?? PART_NAMES.slice(0, 2)[index];
    const value = named?.[2] ?? part.trim();
    if (name === undefined || !PART_NAMES.includes(name) || parts.has(name) || value === "") {
      return null;
    }
    parts.set(name, { value, at: at + part.lastIndexOf(value) });
    at += part.length + 1;
  }
  return parts.has("competency") ? parts : null;
}

/** The place of a tag's part: exact where the tag stands in the file as it is read, else the tag's. */
function partRange(tag: Range, written: string, { value, at }: TagPart): Range {
  const { start, end } = tag;
  if (end.offset - start.offset !== written.length || start.line !== end.line) return tag;
  const shifted = (by: number) => {
    return { line: start.line, column: start.column + by, offset: start.offset + by };
  };
  return { start: shifted(at), end: shifted(at + value.length) };
}

/** A tag with the terms of its parts, and what is wrong with how they are spelt. */
function gapOf(
  parts: NamedParts,
  evidence: Text,
  rangeOf: (part: TagPart) => Range,
  { taxonomy }: AssembleContext,
): { readonly gap: Gap; readonly problems: readonly Problem[] } {
  const { range } = evidence;
  const problems: Problem[] = [];
  const canonical = (name: string, terms: readonly Term[]): Fact<string> | null => {
    const part = parts.get(name);
    if (part === undefined) return null;
    const place = rangeOf(part);
    const id = idOf(terms, part.value);
    const isExact = place.end.offset - place.start.offset === part.value.length;
    if (id === part.value) return stated(id, place);
    const written = part.value;
    const edits = isExact ? { fix: [{ range: place, text: id }] } : {};
    problems.push({ kind: "alias", written, id, range: place, ...edits });
    return { ...stated(id, place), written };
  };
  const gap: Gap = {
    competency: canonical("competency", taxonomy.competencies) ?? stated("", range),
    kind: canonical("kind", taxonomy.kinds),
    team: canonical("team", taxonomy.teams),
    phase: canonical("phase", []),
    evidence: evidence.text === "" ? null : stated(evidence.text, range),
    confirmed: true,
    source: { origin: "body", how: "stated", range },
  };
  return { gap, problems };
}

/** A tag that is read, though other marks than commas part it. */
function separatorSlips(written: string, place: Range): readonly Problem[] {
  const expected = written.replaceAll(/(?<!\s)\s*[;|]/g, ",");
  if (expected === written) return [];
  const isExact = place.end.offset - place.start.offset === written.length;
  const fix = isExact ? { fix: [{ range: place, text: expected }] } : {};
  return [{ kind: "tag-slip", written, expected, range: place, ...fix }];
}

/** Whether the competency and the kind of a tag are known, so that nothing else can be meant. */
function isUnderstood(parts: NamedParts | null, { taxonomy }: AssembleContext): boolean {
  const [competency, kind] = [parts?.get("competency"), parts?.get("kind")];
  if (competency === undefined || findTerm(taxonomy.competencies, competency.value) === null) {
    return false;
  }
  return kind === undefined || findTerm(taxonomy.kinds, kind.value) !== null;
}

/** A tag of another form, read as what it certainly means. */
function readMeant(
  written: string,
  expected: string,
  place: Range,
  evidence: Text,
  context: AssembleContext,
) {
  const isExact = place.end.offset - place.start.offset === written.length;
  const fix = isExact ? { fix: [{ range: place, text: expected }] } : {};
  const slip: Problem = { kind: "tag-slip", written, expected, range: place, ...fix };
  const parts = readParts(expected) ?? new Map<string, TagPart>();
  const { gap } = gapOf(parts, evidence, () => place, context);
  return { gap, problems: [slip] };
}

/** The phase that an unknown one most likely means: "diagnosis"; null where none is near. */
function phaseMeant(written: string): string | null {
  return nameMeant(written.replace(/(?:ing|ion|osis)$/, ""), PHASES);
}

/** The parts of a tag without a phase that nobody knows. */
function withoutOddPhase(parts: NamedParts, rangeOf: (part: TagPart) => Range) {
  const phase = parts.get("phase");
  if (phase === undefined || PHASES.some((known) => known === phase.value)) {
    return { known: parts, problems: [] };
  }
  const known = new Map([...parts].filter(([name]) => name !== "phase"));
  const meant = phaseMeant(phase.value);
  const range = rangeOf(phase);
  const renamed = meant === null ? null : replacing(range, phase.value, meant);
  const probable = asUnsafeFix([renamed]);
  const problem: Problem = { kind: "tag-phase", phase: phase.value, meant, range, ...probable };
  return { known, problems: [problem] };
}

/** One tag: its gap, and what is wrong with it. */
function readTag(
  written: string,
  evidence: Text,
  context: AssembleContext,
  locate: Locate,
): { readonly gap: Gap | null; readonly problems: readonly Problem[] } {
  const parts = readParts(written);
  const place = locate(evidence.range, written);
  if (!isUnderstood(parts, context)) {
    const meant = tagMeant(written.slice("(gap:".length, -1), context.taxonomy);
    if (meant !== null) return readMeant(written, meant, place, evidence, context);
  }
  if (!parts) return { gap: null, problems: [{ kind: "tag-form", written, range: place }] };
  const rangeOf = (part: TagPart) => partRange(place, written, part);
  const { known, problems: ofPhase } = withoutOddPhase(parts, rangeOf);
  const { gap, problems } = gapOf(known, evidence, rangeOf, context);
  return { gap, problems: [...separatorSlips(written, place), ...ofPhase, ...problems] };
}

/** Reads the tags of a contributing factor, `… (gap: messaging.backpressure, knowledge)`. */
export function readGapTags(
  { text, range }: Text,
  context: AssembleContext,
  locate: Locate,
): TaggedText {
  const rest = text.replaceAll(TAG, "").trim();
  const read = [...text.matchAll(TAG)].map((tag) =>
    readTag(tag[0].trim(), { text: rest, range }, context, locate),
  );
  const unclosed: readonly Problem[] = TAG_START.test(rest)
    ? [{ kind: "tag-unclosed", range: locate(range, "(gap:") }]
    : [];
  return {
    text: rest,
    gaps: read.flatMap(({ gap }) => gap ?? []),
    problems: [...read.flatMap(({ problems }) => problems), ...unclosed],
  };
}
