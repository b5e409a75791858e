import { z } from "zod";

/** The schema of a baseline file. */
export const baselineSchema = z.array(
  z.strictObject({
    path: z.string().describe("Relative to the baseline file, with forward slashes."),
    rule: z.string(),
    fingerprint: z.string(),
    message: z.string().optional().describe("Of older versions; it is dropped when pm writes."),
  }),
);
