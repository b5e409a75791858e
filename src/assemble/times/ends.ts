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
export function withImpactEnd<Told extends Labelled>(
  written: readonly Told[],
  { milestones: { mitigated } }: Vocabulary,
): readonly Told[] {
  const ends = written.filter(({ milestone }) => milestone === "resolved");
  const isOfImpact = ({ label }: Told) => mitigated.labels.includes(normalizeHeading(label));
  if (ends.every(isOfImpact)) return written;
  return written.map((one) =>
    ends.includes(one) && isOfImpact(one) ? { ...one, milestone: "mitigated" } : one,
  );
}

/** A closing so long after another end is paperwork. */
const PAPERWORK_MS = 6 * MS_PER_HOUR;

/** What is told without closings beside a label that says the end itself, or hours after a fix. */
export function withoutPaperwork<Told extends Labelled & { readonly at: EpochMs | null }>(
  told: readonly Told[],
  { closings, milestones: { mitigated } }: Vocabulary,
): readonly Told[] {
  const isClosing = ({ label }: Told) => closings.includes(normalizeHeading(label));
  const isFix = ({ label }: Told) => mitigated.labels.includes(normalizeHeading(label));
  const isEnded = told.some(
    (one) => one.milestone === "resolved" && one.at !== null && !isClosing(one) && !isFix(one),
  );
  if (isEnded) return told.filter((one) => !isClosing(one));
  const ends = told.flatMap((one) => {
    const isEnd = one.milestone === "resolved" || one.milestone === "mitigated";
    return isEnd && !isClosing(one) && one.at !== null ? [one.at] : [];
  });
  if (ends.length === 0) return told;
  const last = Math.max(...ends);
  return told.filter((one) => !isClosing(one) || one.at === null || one.at - last < PAPERWORK_MS);
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

/** Whether what is told as the mitigation is always the end of the impact: "Impact over". */
export function isImpactAlone(
  told: readonly Labelled[],
  { impact_ends: ends }: Vocabulary,
): boolean {
  const mitigated = told.filter(({ milestone }) => milestone === "mitigated");
  return mitigated.every(({ label }) => ends.includes(normalizeHeading(label)));
}
