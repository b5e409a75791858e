import { z } from "zod";
import { text } from "./fields.ts";

const id = text.describe("What documents write.");
const aliases = z.array(text).optional().describe("Other names that mean the same.");
const name = text.optional().describe("As people read it; default: the id.");
const description = text.optional().describe("What is meant, in a sentence.");

const term = z.strictObject({ id, name, description, aliases });

const resource = z.strictObject({
  title: text.describe("What it is called."),
  url: z
    .string()
    .regex(/^https?:\/\//, "an address that begins with http:// or https://")
    .describe("Where it is: http:// or https://."),
  type: text.optional().describe("book, course, documentation, article, video, exercise, …"),
  hours: z.number().min(0).optional().describe("Time to work through it."),
});

const competency = z.strictObject({
  id: text.describe("A domain's id, or domain.competency."),
  name,
  parent: text.optional().describe("The domain; default: the part of the id before the dot."),
  description,
  aliases,
  signals: z.array(text).optional().describe("Phrases in prose that point to it."),
  resources: z.array(resource).optional().describe("How to learn it."),
});

/** The schema of a taxonomy file. */
export const taxonomySchema = z.strictObject({
  version: z.literal(1).describe("Of this form of file; always 1."),
  extends: z.literal("default").optional().describe("Adds to the taxonomy that ships with pm."),
  severities: z.array(term).optional().describe("Most severe first."),
  teams: z
    .array(term.extend({ size: z.number().int().min(1).optional().describe("Number of people.") }))
    .optional()
    .describe("Who responds to incidents, and who owns services."),
  services: z
    .array(term.extend({ owner: text.describe("Id of the owning team.") }))
    .optional()
    .describe("What can fail, with the team that owns it."),
  kinds: z
    .array(
      term.extend({
        remedy: text.optional().describe("What such a gap calls for, in a few words."),
      }),
    )
    .optional()
    .describe("In which ways a competency can be missing."),
  triggers: z.array(term).optional().describe("What can set an incident off."),
  causes: z.array(term).optional().describe("Why an incident can happen."),
  detection_sources: z.array(term).optional().describe("Who or what can notice an incident."),
  competencies: z
    .array(competency)
    .optional()
    .describe("Trainable skills, and the domains that they belong to."),
});

/** A taxonomy file as written. */
export type TaxonomyFile = z.infer<typeof taxonomySchema>;
