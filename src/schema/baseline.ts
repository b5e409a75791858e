import { z } from "zod";

/** The schema of a baseline file. */
export const baselineSchema = z.array(
  z.strictObject({
    path: z.string().describe("Relative to the baseline file, with forward slashes."),
    rule: z.string(),
    fingerprint: z.string(),
    message: z.string().describe("For people; only path, rule and fingerprint count."),
  }),
);
