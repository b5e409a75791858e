import { z } from "zod";
import { FORESEEN_BY } from "../core/document/foreseen.ts";
import { termOf, text } from "./fields.ts";

const signal = z.strictObject({
  source: z.enum(FORESEEN_BY).describe("What showed it."),
  competency: termOf("competencies").describe("The competency that is missing, or a whole domain."),
  date: text.describe("The day on which it was noticed, such as 2026-03-14."),
  team: termOf("teams").optional().describe("The team that lacks it; never a person."),
  note: text.optional().describe("Anything worth knowing about it; names no person."),
});

/** The schema of signals.yaml. */
export const signalsSchema = z.strictObject({
  version: z.literal(1).describe("Version of the file format; always 1."),
  signals: z
    .array(signal)
    .optional()
    .describe("Gaps that were foreseen; pm gaps and pm plan show them beside those of incidents."),
});

/** A foreseen gap as written. */
export type WrittenSignal = z.infer<typeof signal>;
