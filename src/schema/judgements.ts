import { z } from "zod";

/** The schema of a file with what a language model answered. */
export const judgementsSchema = z.array(
  z.strictObject({
    fingerprint: z.string(),
    question: z.string(),
    model: z.string(),
    kind: z.string().nullable(),
    competency: z.string().nullable(),
    evidence: z.string().nullable(),
  }),
);
