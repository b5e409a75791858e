import type { EpochMs, Milestone } from "../../core/postmortem.ts";
import { MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** A milestone under a label. */
interface Labelled {
  readonly milestone: Milestone;
  readonly label: string;
}

/** Of two ends of which one is that of the impact, that one is the mitigation. */
export function withImpactEnd<Time extends Labelled>(
  written: readonly Time[],
  { milestones: { mitigated } }: Vocabulary,
): readonly Time[] {
  const ends = written.filter(({ milestone }) => milestone === "resolved");
  const isOfImpact = ({ label }: Time) => mitigated.labels.includes(normalizeHeading(label));
  if (ends.every(isOfImpact)) return written;
  return written.map((one) =>
    ends.includes(one) && isOfImpact(one) ? { ...one, milestone: "mitigated" } : one,
  );
}

/** A closing so long after another end is paperwork. */
const PAPERWORK_MS = 6 * MS_PER_HOUR;

/** The times without closings beside a label that says the end itself, or hours after a fix. */
export function withoutPaperwork<Time extends Labelled & { readonly at: EpochMs | null }>(
  times: readonly Time[],
  { closings, milestones: { mitigated } }: Vocabulary,
): readonly Time[] {
  const isClosing = ({ label }: Time) => closings.includes(normalizeHeading(label));
  const isFix = ({ label }: Time) => mitigated.labels.includes(normalizeHeading(label));
  const isEnded = times.some(
    (one) => one.milestone === "resolved" && one.at !== null && !isClosing(one) && !isFix(one),
  );
  if (isEnded) return times.filter((one) => !isClosing(one));
  const ends = times.flatMap((one) => {
    const isEnd = one.milestone === "resolved" || one.milestone === "mitigated";
    return isEnd && !isClosing(one) && one.at !== null ? [one.at] : [];
  });
  if (ends.length === 0) return times;
  const last = Math.max(...ends);
  return times.filter((one) => !isClosing(one) || one.at === null || one.at - last < PAPERWORK_MS);
}

/** So many labels that a status page gives its posts show that they are such. */
const LEAST_POSTS = 3;

/** Of labels, whether one is what a status page calls a post that something is identified in, beside its others. */
export function postsAmong(
  labels: readonly string[],
  { post_states: states }: Vocabulary,
): (label: string) => boolean {
  const posts = new Set(labels.map(normalizeHeading).filter((one) => states.includes(one)));
  return (label) => posts.size >= LEAST_POSTS && posts.has(normalizeHeading(label));
}

/** Whether what is labelled as the mitigation is always the end of the impact: "Impact over". */
export function isImpactAlone(
  times: readonly Labelled[],
  { impact_ends: ends }: Vocabulary,
): boolean {
  const mitigated = times.filter(({ milestone }) => milestone === "mitigated");
  return mitigated.every(({ label }) => ends.includes(normalizeHeading(label)));
}

/** Whether what is labelled as the mitigation always mends the fault itself: "Fix deployed". */
export function isFixAlone(times: readonly Labelled[], { fix_ends: ends }: Vocabulary): boolean {
  const mitigated = times.filter(({ milestone }) => milestone === "mitigated");
  return mitigated.every(({ label }) => ends.includes(normalizeHeading(label)));
}
