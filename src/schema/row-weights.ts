import { z } from "zod";
import { WEIGHED } from "../core/settings/row-weights.ts";

/** The schema of `data/en/rows.json`, which ships with `pm`. */
export const rowWeightsSchema = z.strictObject({
  version: z.literal(1),
  /** By feature, what it says of each milestone, in the order of `WEIGHED`. */
  weights: z.record(z.string(), z.array(z.number()).length(WEIGHED.length)),
});
