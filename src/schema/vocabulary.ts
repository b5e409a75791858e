import { z } from "zod";
import { MILESTONES, PHASES } from "../core/postmortem.ts";

const phrases = z.array(z.string());

/** The schema of `vocabulary.yaml`, which ships with `pm`. */
export const vocabularySchema = z.strictObject({
  version: z.literal(1),
  headings: z.record(z.string(), phrases),
  columns: z.record(z.string(), phrases),
  milestones: z.record(
    z.enum(MILESTONES),
    z.strictObject({ labels: phrases, take: z.enum(["first", "last"]), cues: phrases }),
  ),
  durations: z.record(z.enum(PHASES), phrases),
  people: z.strictObject({ listed_as: phrases, not_names: phrases, ordinary: phrases }),
  /** January first, each with its spellings in lower case. */
  months: z.array(phrases).length(12),
  weekdays: phrases,
  zones: z.record(z.string(), z.string()),
  placeholders: phrases,
  action_statuses: z.record(z.string(), phrases),
  set_aside: phrases,
  stop_words: phrases,
});

/** The words by which the parts of a body are recognised. */
export type Vocabulary = z.infer<typeof vocabularySchema>;
