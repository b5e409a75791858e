import { states } from "../assemble/frontmatter/other-tools-meaning.ts";
import type { DoubtfulTimes, FoundTime, TimeChoice } from "../core/document/imported.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type TimelineRow,
} from "../core/postmortem.ts";
import type { Redact } from "../people/recogniser.ts";
import { instantText, type ReadDocument } from "./times.ts";

/** What it takes to read the times of a document. */
export interface TimesReader {
  /** Withholds people in what stands beside a time. */
  readonly redact: Redact;
  /** The zone that a person vouches for where a document states none; null where nobody does. */
  readonly vouchedZone: string | null;
}

/** What stands beside a time: in its row of the timeline, else in its line. */
function saysBeside({ source }: Fact<EpochMs>, { document, text }: ReadDocument): string {
  const { start } = source.range;
  const row = document.timeline?.rows.find(({ range }) => range.start.offset === start.offset);
  return (row?.text ?? text.split("\n")[start.line - 1] ?? "").trim();
}

/** The time of a row as a milestone would have it. */
function factOf({ range }: TimelineRow, at: EpochMs): Fact<EpochMs> {
  return { value: at, source: { origin: "body", how: "inferred", range } };
}

/**
 * The milestones of a document on which a person can decide; null where none is in doubt that its
 * frontmatter lacks. Milestones of which only the day is known are left out.
 * @param data its frontmatter as it is.
 */
export function doubtfulTimes(
  read: ReadDocument,
  data: unknown,
  { redact, vouchedZone }: TimesReader,
): DoubtfulTimes | null {
  const choiceOf = (fact: Fact<EpochMs>, says: string): TimeChoice => ({
    at: fact.value,
    text: instantText(fact, read, vouchedZone),
    line: fact.source.range.start.line,
    says: redact(says),
  });
  const foundFor = (name: Milestone): readonly FoundTime[] => {
    const fact = read.document.milestones[name];
    if (fact === null || fact.source.precision === "day") return [];
    const { how, confidence } = fact.source;
    const isDoubted = confidence === "low";
    return [{ ...choiceOf(fact, saysBeside(fact, read)), name, how, isDoubted }];
  };
  const isOpen = (name: Milestone) => !states(data, `times.${name}`);
  const open = MILESTONES.filter(isOpen);
  const found = open.flatMap(foundFor);
  const known = MILESTONES.filter((name) => !isOpen(name)).flatMap(foundFor);
  if (!found.some(({ isDoubted }) => isDoubted)) return null;
  const rows = (read.document.timeline?.rows ?? []).flatMap((row) =>
    row.at === null ? [] : [choiceOf(factOf(row, row.at), row.text)],
  );
  return { known, found, open, rows };
}
