import { z } from "zod";
import { text } from "./fields.ts";

const id = text.describe("What documents write.");
const aliases = z.array(text).optional().describe("Other names that mean the same.");
const description = text.optional();

const term = z.strictObject({ id, name: text.optional(), description, aliases });

const resource = z.strictObject({
  title: text,
  url: z.string().regex(/^https?:\/\//, "an address that begins with http:// or https://"),
  type: text.optional().describe("book, course, documentation, article, video, exercise, …"),
  hours: z.number().min(0).optional().describe("Time to work through it."),
});

const competency = z.strictObject({
  id: text.describe("A domain's id, or domain.competency."),
  name: text.optional(),
  parent: text.optional().describe("The domain; default: the part of the id before the dot."),
  description,
  aliases,
  signals: z.array(text).optional().describe("Phrases in prose that point to it."),
  resources: z.array(resource).optional(),
});

/** The schema of a taxonomy file. */
export const taxonomySchema = z.strictObject({
  version: z.literal(1),
  extends: z.literal("default").optional().describe("Adds to the taxonomy that ships with pm."),
  severities: z.array(term).optional().describe("Most severe first."),
  teams: z
    .array(term.extend({ size: z.number().int().min(1).optional().describe("Number of people.") }))
    .optional(),
  services: z.array(term.extend({ owner: text.describe("Id of the owning team.") })).optional(),
  kinds: z.array(term).optional(),
  triggers: z.array(term).optional(),
  causes: z.array(term).optional(),
  detection_sources: z.array(term).optional(),
  competencies: z.array(competency).optional(),
});

/** A taxonomy file as written. */
export type TaxonomyFile = z.infer<typeof taxonomySchema>;
