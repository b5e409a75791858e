import { z } from "zod";
import { VERDICTS_ON_SUGGESTIONS } from "../core/suggestion-decisions.ts";

/** The schema of a file of decisions on suggestions. */
export const suggestionDecisionsSchema = z.array(
  z.strictObject({
    path: z.string().describe("Relative to the file of decisions, with forward slashes."),
    fingerprint: z.string(),
    decision: z.enum(VERDICTS_ON_SUGGESTIONS),
    competency: z.string().nullable(),
    kind: z.string().nullable(),
  }),
);
