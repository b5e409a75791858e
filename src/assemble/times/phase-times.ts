import { inDoubt } from "../../core/document/fact.ts";
import type { EpochMs, Fact, Milestone } from "../../core/postmortem.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { readWrittenTime } from "../written/times.ts";
import type { BodyTimes } from "./body-times.ts";
import {
  type BodyTimesReading,
  factOf,
  instantOfTime,
  type ReadInstant,
  withZoneOf,
} from "./instants.ts";
import { boundColumn } from "./phase-columns.ts";

interface Phase {
  readonly name: keyof Vocabulary["phases"];
  readonly start?: Milestone;
  readonly end: Milestone;
  /** What its start is where nothing else tells it; in doubt, for there may be a gap before it. */
  readonly begins?: Milestone;
}

const PHASES: readonly Phase[] = [
  { name: "unnoticed", start: "started", end: "detected" },
  { name: "diagnosis", end: "diagnosed", begins: "detected" },
  { name: "repair", end: "mitigated", begins: "diagnosed" },
  { name: "recovery", end: "resolved", begins: "mitigated" },
  { name: "whole", start: "started", end: "resolved" },
];

/** Fewer phases are rows of another matter. */
const LEAST_PHASES = 2;

interface Bounds {
  readonly phase: Phase;
  readonly start: Fact<EpochMs>;
  readonly end: Fact<EpochMs>;
}

/** The phases of one table with their ends; a start before that of the phase above, or an end before its start, is of the next day. */
function phasesIn(
  table: TableBlock,
  heading: string,
  reading: BodyTimesReading,
  context: AssembleContext,
): readonly Bounds[] {
  const { vocabulary, dateOrder = null } = context;
  const [from, to] = [
    boundColumn(table, "started", vocabulary),
    boundColumn(table, "resolved", vocabulary),
  ];
  if (from === -1 || to === -1) return [];
  const read = (cell: Text | undefined, column: number, before: EpochMs): Fact<EpochMs> | null => {
    if (!cell) return null;
    const written = readWrittenTime(cell.text, vocabulary, dateOrder);
    const places = { label: table.head[column]?.text ?? "", above: [heading] };
    const time = withZoneOf(places, written, context);
    const found = instantOfTime(time, reading.day?.value ?? null, reading, context);
    if (!found) return null;
    const isNext = written.date === null && found.value < before;
    const instant: ReadInstant = { ...found, value: found.value + (isNext ? MS_PER_DAY : 0) };
    return factOf(instant, cell.range);
  };
  let before = Number.NEGATIVE_INFINITY;
  return table.rows.flatMap((row) => {
    const name = normalizeHeading(row[0]?.text ?? "");
    const phase = PHASES.find((one) => vocabulary.phases[one.name].includes(name));
    // Phases may overlap: only their starts follow one another.
    const start = read(row[from], from, before);
    const end = start && read(row[to], to, start.value);
    before = start?.value ?? before;
    return phase && start && end && end.value >= start.value ? [{ phase, start, end }] : [];
  });
}

/** The milestones that a table of phases tells: "Diagnosis | 12:20 | 13:05". */
export function phaseTimes(
  sections: readonly KnownSection[],
  reading: BodyTimesReading,
  context: AssembleContext,
): BodyTimes {
  const bounds = sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block) =>
      block.type === "table" ? phasesIn(block, heading.text, reading, context) : [],
    ),
  );
  if (bounds.length < LEAST_PHASES) return {};
  const found = new Map<Milestone, Fact<EpochMs>>();
  const put = (name: Milestone, fact: Fact<EpochMs>) => {
    const first = found.get(name);
    if (first?.value === fact.value) return;
    found.set(name, first ? inDoubt(first) : fact);
  };
  for (const { phase, start, end } of bounds) {
    if (phase.start) put(phase.start, start);
    put(phase.end, end);
  }
  for (const { phase, start } of bounds) {
    if (!phase.begins || found.has(phase.begins)) continue;
    const source = { ...start.source, how: "inferred", confidence: "low" } as const;
    found.set(phase.begins, { ...start, source });
  }
  return Object.fromEntries(found);
}
