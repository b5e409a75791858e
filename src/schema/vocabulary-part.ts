import { z } from "zod";
import { COLUMN_KINDS, SECTION_KINDS } from "../core/document/body-parts.ts";
import { READABLE_KEYS } from "../core/document/readable-keys.ts";
import { ACTION_STATUSES, MILESTONES, PHASES, REASONS, STATUSES } from "../core/postmortem.ts";
import { DURATION_UNITS } from "../core/time/duration-words.ts";
import { vocabularySchema } from "./vocabulary.ts";
import { phrases } from "./word-lists.ts";

const { shape } = vocabularySchema;

/**
 * The schema of the words of one more language, or of a team's own: any part of a vocabulary. Months
 * and weekdays are given whole.
 */
export const vocabularyPartSchema = z
  .strictObject({
    ...shape,
    headings: z.partialRecord(z.enum(SECTION_KINDS), phrases),
    heading_cues: shape.heading_cues,
    columns: z.partialRecord(z.enum(COLUMN_KINDS), phrases),
    milestones: z.partialRecord(z.enum(MILESTONES), shape.milestones.valueType.partial()),
    timeline_rows: shape.timeline_rows.partial(),
    times_in_body: z.partialRecord(z.enum(MILESTONES), phrases),
    durations: z.partialRecord(z.enum(PHASES), phrases),
    duration_words: shape.duration_words
      .extend({ units: z.partialRecord(z.enum(DURATION_UNITS), phrases) })
      .partial(),
    people: shape.people.partial(),
    clock_words: shape.clock_words.partial(),
    phases: shape.phases.partial(),
    label_words: shape.label_words.partial(),
    detection_words: shape.detection_words.partial(),
    bracketed_nouns: shape.bracketed_nouns.partial(),
    prose_times: shape.prose_times.partial(),
    story_words: shape.story_words.partial(),
    zone_notes: shape.zone_notes.partial(),
    action_statuses: z.partialRecord(z.enum(ACTION_STATUSES), phrases),
    action_phrases: shape.action_phrases.partial(),
    lists: shape.lists.partial(),
    record_kinds: shape.record_kinds.partial(),
    review_labels: shape.review_labels.partial(),
    severity_words: shape.severity_words.partial(),
    reasons: z.partialRecord(z.enum(REASONS), phrases),
    frontmatter_keys: z.partialRecord(z.enum(READABLE_KEYS), phrases),
    document_statuses: z.partialRecord(z.enum(STATUSES), phrases),
  })
  .partial()
  .required({ version: true });

/** Any part of a vocabulary. */
export type VocabularyPart = z.infer<typeof vocabularyPartSchema>;
