import { z } from "zod";

const weights = z.record(z.string(), z.number());

/** The schema of `data/en/ranker.json`, which ships with `pm`. */
export const rankerSchema = z.strictObject({
  version: z.literal(1),
  bias: z.number(),
  damping: z.number(),
  /** How words and cues are weighed; `likely KIND` is of cues of one kind of gap. */
  mix: weights,
  /** By feature; above 0 for a gap. */
  weights,
  /** By kind of gap, what speaks for it among gaps. */
  kinds: z.record(z.string(), z.strictObject({ bias: z.number(), weights })),
});
