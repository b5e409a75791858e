import { z } from "zod";
import { REASONS } from "../core/postmortem.ts";
import {
  SUGGESTION_TYPES,
  VERDICTS_ON_SUGGESTIONS,
} from "../core/settings/suggestion-decisions.ts";

const base = {
  path: z.string().describe("Relative to the file of decisions, with forward slashes."),
  fingerprint: z.string(),
  type: z.enum(SUGGESTION_TYPES).optional().describe("What was suggested; default: a gap."),
  decision: z.enum(VERDICTS_ON_SUGGESTIONS),
  competency: z.string().nullable(),
};

/** The schema of a decision on a suggested gap. */
export const gapDecisionSchema = z.strictObject({
  ...base,
  kind: z.string().nullable(),
  team: z.string().nullable().default(null),
});

/** The schema of a decision on a suggested escalation. */
export const escalationDecisionSchema = z
  .strictObject({
    ...base,
    to: z.string().nullable(),
    from: z.string().nullable(),
    reason: z.enum(REASONS).nullable(),
  })
  .refine(({ decision, to }) => decision === "rejected" || to !== null, {
    path: ["to"],
    error: "a team, as it was accepted",
  });

/** The schema of a file of decisions, before each is looked at by its type. */
export const suggestionDecisionsSchema = z.array(z.looseObject({ type: z.unknown().optional() }));
