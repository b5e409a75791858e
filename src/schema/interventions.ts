import { z } from "zod";
import { INTERVENTION_KINDS } from "../core/settings/intervention.ts";
import { termOf, termsOf, text } from "./fields.ts";

const intervention = z.strictObject({
  id: text.describe("A short name that no other intervention has."),
  date: text.describe("The day on which it took place or was completed, such as 2026-03-14."),
  competency: termOf("competencies").describe("The competency it is about, or a whole domain."),
  teams: termsOf("teams").optional().describe("Teams it was for; default: all."),
  kind: z.enum(INTERVENTION_KINDS).describe("What was done."),
  hours: z.number().min(0).optional().describe("Hours that it took each participant."),
  note: text.optional().describe("Anything worth knowing about it; names no person."),
});

/** The schema of a file of interventions. */
export const interventionsSchema = z.strictObject({
  version: z.literal(1).describe("Version of the file format; always 1."),
  interventions: z
    .array(intervention)
    .optional()
    .describe("What was done about gaps; pm impact reports whether it worked."),
});

/** An intervention as written. */
export type WrittenIntervention = z.infer<typeof intervention>;
