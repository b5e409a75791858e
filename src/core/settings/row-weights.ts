/** The milestones that rows of a timeline are weighed for, in the order in which they come about. */
export const WEIGHED = ["started", "detected", "diagnosed", "mitigated", "resolved"] as const;

export type WeighedMilestone = (typeof WEIGHED)[number];

/**
 * What features of a row, or of a timeline where none is the row, say of each of the {@link WEIGHED}, in logits; learned from timelines in which people
 * marked the rows. `scripts/train-rows.mjs` makes them.
 */
export type RowWeights = ReadonlyMap<string, readonly number[]>;
