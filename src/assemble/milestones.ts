import type { EpochMs, Fact, Milestone, Timeline, TimelineRow } from "../core/postmortem.ts";
import { MILESTONES } from "../core/postmortem.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { normalizeHeading } from "./phrases.ts";

type ReadRow = TimelineRow & { readonly at: EpochMs };
type Cues = NonNullable<Vocabulary["milestones"][Milestone]>;

function fact(row: ReadRow, how: "stated" | "inferred"): Fact<EpochMs> {
  return { value: row.at, source: { origin: "body", how, range: row.range } };
}

/** The row that begins with the milestone's own label: "Detected: …", "Resolved - …". */
function labelledRow(rows: readonly ReadRow[], labels: readonly string[]): ReadRow | undefined {
  return rows.find(({ text }) => {
    const label = /^\W*([\p{L} ]{3,40}?)\s*(?:[:.–—·]|\s-\s|$)/u.exec(text)?.[1];
    return label !== undefined && labels.includes(normalizeHeading(label));
  });
}

function cuedRow(rows: readonly ReadRow[], { cues, take }: Cues): ReadRow | undefined {
  const patterns = cues.map((cue) => new RegExp(cue, "iu"));
  const matches = ({ text }: ReadRow) => patterns.some((pattern) => pattern.test(text));
  return take === "last" ? rows.findLast(matches) : rows.find(matches);
}

function findMilestone(
  milestone: Milestone,
  rows: readonly ReadRow[],
  after: EpochMs,
  cues: Cues | undefined,
): Fact<EpochMs> | null {
  if (!cues) return null;
  const labelled = labelledRow(rows, cues.labels);
  if (labelled) return fact(labelled, "stated");
  const cued = cuedRow(
    rows.filter((row) => row.at >= after),
    cues,
  );
  if (cued) return fact(cued, "inferred");
  const first = rows[0];
  return milestone === "started" && first ? fact(first, "inferred") : null;
}

/**
 * The milestones that a timeline's rows tell: stated where a row bears the milestone's label, else
 * inferred from cues. An incident starts with the first row unless a row says otherwise; no other
 * milestone is guessed, and none lies before one that precedes it.
 */
export function timelineMilestones(
  timeline: Timeline | null,
  vocabulary: Vocabulary,
): Readonly<Partial<Record<Milestone, Fact<EpochMs>>>> {
  const rows = (timeline?.rows ?? []).filter((row): row is ReadRow => row.at !== null);
  const found: Partial<Record<Milestone, Fact<EpochMs>>> = {};
  let after = Number.NEGATIVE_INFINITY;
  for (const milestone of MILESTONES) {
    const at = findMilestone(milestone, rows, after, vocabulary.milestones[milestone]);
    if (!at) continue;
    found[milestone] = at;
    if (milestone !== "acknowledged") after = Math.max(after, at.value);
  }
  return found;
}
