import { z } from "zod";
import { text } from "./fields.ts";

const id = text.describe("The id that documents use.");
const aliases = z.array(text).optional().describe("Other names that mean the same.");
const name = text.optional().describe("Name for display; default: the id.");
const description = text.optional().describe("The meaning, in one sentence.");

const term = z.strictObject({ id, name, description, aliases });

const address = z.string().regex(/^https?:\/\//, "an address that begins with http:// or https://");

const resource = z.strictObject({
  title: text.describe("The title."),
  url: address.describe("Its URL: http:// or https://."),
  type: text.optional().describe("book, course, documentation, article, video, exercise, …"),
  hours: z.number().min(0).optional().describe("Hours it takes to work through."),
});

const competency = z.strictObject({
  id: text.describe("A domain's id, or domain.competency."),
  name,
  parent: text.optional().describe("The domain; default: the part of the id before the dot."),
  description,
  aliases,
  signals: z.array(text).optional().describe("Phrases in prose that point to the competency."),
  resources: z.array(resource).optional().describe("Resources for learning it."),
  codes: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, "a short name such as sfia"), text)
    .optional()
    .describe("Its codes in other frameworks, by their names: sfia: ITOP. Codes alone."),
});

/** The schema of a taxonomy file. */
export const taxonomySchema = z.strictObject({
  version: z.literal(1).describe("Version of the file format; always 1."),
  extends: z
    .literal("default")
    .optional()
    .describe("Set to default to add to the taxonomy that ships with pm."),
  severities: z.array(term).optional().describe("Most severe first."),
  teams: z
    .array(term.extend({ size: z.number().int().min(1).optional().describe("Number of people.") }))
    .optional()
    .describe("Who responds to incidents, and who owns services."),
  services: z
    .array(
      term.extend({
        owner: text.describe("Id of the owning team."),
        repository: address.optional().describe("The URL of its code: pm share names it."),
      }),
    )
    .optional()
    .describe("What can fail, and which team owns it."),
  kinds: z
    .array(
      term.extend({
        remedy: text.optional().describe("What such a gap calls for, in a few words."),
        training: z
          .boolean()
          .optional()
          .describe("Whether learning closes such a gap; pm plan asks this first."),
      }),
    )
    .optional()
    .describe("The ways in which a competency can be missing."),
  triggers: z.array(term).optional().describe("What can set an incident off."),
  causes: z.array(term).optional().describe("Why an incident can happen."),
  detection_sources: z.array(term).optional().describe("Who or what can notice an incident."),
  competencies: z
    .array(competency)
    .optional()
    .describe("Trainable skills, and the domains they belong to."),
});

/** A taxonomy file as written. */
export type TaxonomyFile = z.infer<typeof taxonomySchema>;
