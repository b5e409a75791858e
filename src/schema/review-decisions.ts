import { z } from "zod";
import { DECISION_STATES } from "../core/settings/review-decision.ts";
import { termOf, text } from "./fields.ts";

const decision = z.strictObject({
  decision: text.describe("What was decided."),
  owner: termOf("teams").optional().describe("The team that sees to it, never a person."),
  due: text.optional().describe("The day by which it is done, such as 2026-08-15."),
  competency: termOf("competencies").optional().describe("The competency it is about."),
  status: z.enum(DECISION_STATES).optional().describe("Where it stands; default: open."),
});

/** The schema of a file of a review's decisions. */
export const reviewDecisionsSchema = z.strictObject({
  version: z.literal(1).describe("Version of the file format; always 1."),
  decisions: z.array(decision).optional().describe("What the review decided."),
});

/** A decision as written. */
export type WrittenDecision = z.infer<typeof decision>;
