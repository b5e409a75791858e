import { memo } from "../core/memo.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type Postmortem,
  type Timeline,
} from "../core/postmortem.ts";
import { isoInstant } from "../core/time/calendar.ts";
import { isSameTime, SAME_TIME_MS } from "../core/time/same-time.ts";
import type { RuleFinding } from "./define.ts";

const HINT = "Correct whichever is wrong; reports use the frontmatter.";
const HINT_READ = `${HINT} If the row is about something else, begin another row with the milestone's name and a colon.`;

interface ReadRow {
  readonly at: number;
  readonly line: number;
  /** Whether its time is beyond doubt. */
  readonly isSure: boolean;
  /** Whether it holds only what somebody said then, which is no statement of the writer. */
  readonly isSaid: boolean;
}

/** The timeline's rows with a readable time, in order of time. */
function readRows(timeline: Timeline | null): readonly ReadRow[] {
  const rows = (timeline?.rows ?? []).flatMap(({ at, range, confidence, unsure, text }) => {
    const isSure = (confidence ?? unsure) === undefined;
    return at === null ? [] : [{ at, line: range.start.line, isSure, isSaid: SAID.test(text) }];
  });
  return rows.toSorted((a, b) => a.at - b.at);
}

/** Says on which side of a timeline's rows an instant lies; null within them, or where there are too few. */
function sideOf(at: number, rows: readonly ReadRow[]): string | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2) return null;
  if (at < first.at - SAME_TIME_MS) return `before the timeline's first row (line ${first.line})`;
  if (at > last.at + SAME_TIME_MS) return `after the timeline's last row (line ${last.line})`;
  return null;
}

/** Whether a milestone comes from the row on a line. */
function isAt(fact: Fact<EpochMs> | undefined, line: number | undefined): boolean {
  return fact?.source.range.start.line === line;
}

/** What somebody said at the time, as drafts from exports have it: `[slack] payments: “Queue grows”`. */
const SAID = /^\[[^“”\n]{0,100}(?:: |\) )“[^“”\n]*”$/u;

/**
 * Whether a row tells a milestone clearly enough to contradict the frontmatter: it names or clearly
 * tells it, or it may tell it and no row has the time of the frontmatter.
 */
function contradicts(
  read: Fact<EpochMs>,
  stated: Fact<EpochMs>,
  rows: readonly ReadRow[],
): boolean {
  const { how, confidence, precision, unsure } = read.source;
  if (precision === "day" || isSameTime(read.value, stated.value)) return false;
  const own = rows.find(({ line }) => line === read.source.range.start.line);
  if (own?.isSaid === true) return false;
  if (how === "stated" || confidence !== "low") return true;
  return (
    unsure === undefined &&
    own?.isSure === true &&
    !rows.some(({ at }) => isSameTime(at, stated.value))
  );
}

/** A milestone of the frontmatter with which the timeline does not agree. */
type MilestoneContradiction = RuleFinding & { readonly name: Milestone };

function* findContradictions({
  milestones,
  timelineMilestones,
  timeline,
}: Postmortem): Iterable<MilestoneContradiction> {
  const rows = readRows(timeline);
  const first = rows[0]?.line;
  const beginsWith = MILESTONES.filter((name) => isAt(timelineMilestones[name], first));
  for (const name of MILESTONES) {
    const stated = milestones[name];
    if (stated?.source.origin !== "frontmatter") continue;
    // A timeline that begins with the detection tells nothing of the start.
    if (name === "started" && beginsWith.includes("detected")) continue;
    const row = timelineMilestones[name];
    const { range } = stated.source;
    if (row && contradicts(row, stated, rows)) {
      const isNamed = row.source.how === "stated";
      const at = `${isoInstant(row.value)} (line ${row.source.range.start.line})`;
      const says = isNamed ? "says" : "reads as";
      const message = `Unexpected \`${name}\`: the timeline ${says} ${at}`;
      yield { name, range, message, hint: isNamed ? HINT : HINT_READ };
      continue;
    }
    const side = sideOf(stated.value, rows);
    if (side !== null) yield { name, range, message: `Unexpected \`${name}\` ${side}`, hint: HINT };
  }
}

/** Where milestones of the frontmatter and the timeline do not agree; several rules ask this of each document. */
export const milestoneContradictions = memo(
  (postmortem: Postmortem): readonly MilestoneContradiction[] => [
    ...findContradictions(postmortem),
  ],
);

/** The milestones that the timeline contradicts: what else is odd about their times has the same cause. */
export function contradictedMilestones(postmortem: Postmortem): ReadonlySet<Milestone> {
  return new Set(milestoneContradictions(postmortem).map(({ name }) => name));
}
