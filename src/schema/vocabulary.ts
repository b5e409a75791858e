import { z } from "zod";
import { COLUMN_KINDS, SECTION_KINDS } from "../core/body-parts.ts";
import { ACTION_STATUSES, MILESTONES, PHASES, STATUSES } from "../core/postmortem.ts";
import { READABLE_KEYS } from "../core/readable-keys.ts";

const phrases = z.array(z.string());

/** Regular expressions, without case. */
const cues = z.array(z.string());

/** The schema of `data/en/vocabulary.yaml`, which ships with `pm`. */
export const vocabularySchema = z.strictObject({
  version: z.literal(1),
  headings: z.record(z.enum(SECTION_KINDS), phrases),
  columns: z.record(z.enum(COLUMN_KINDS), phrases),
  milestones: z.record(
    z.enum(MILESTONES),
    z.strictObject({ labels: phrases, strong: cues, weak: cues, not: cues }),
  ),
  timeline_rows: z.strictObject({
    failure: cues,
    slip: cues,
    change: cues,
    mending: cues,
    investigating: cues,
    team_informed: cues,
    outsider: cues,
    alarm: cues,
    end_reported: cues,
    outage_over: cues,
    lasting: cues,
    relapse: cues,
    fine: cues,
    hedged: cues,
    elsewhere: cues,
  }),
  unreal: cues,
  times_in_body: z.record(z.enum(MILESTONES), phrases),
  spans: phrases,
  durations: z.record(z.enum(PHASES), phrases),
  people: z.strictObject({
    listed_as: phrases,
    roles: phrases,
    owned_as: phrases,
    described_by: phrases,
    not_names: phrases,
    ordinary: phrases,
    annotations: phrases,
    amounts: phrases,
  }),
  /** January first, each with its spellings in lower case. */
  months: z.array(phrases).length(12),
  weekdays: phrases,
  /** A zone of tzdb or an offset, or both where a label is used for the time of the clocks all year. */
  zones: z.record(
    z.string(),
    z.union([z.string(), z.strictObject({ offset: z.string(), local: z.string() })]),
  ),
  placeholders: phrases,
  action_statuses: z.record(z.enum(ACTION_STATUSES), phrases),
  action_phrases: z.strictObject({
    due: phrases,
    by: phrases,
    teams: phrases,
    will: phrases,
    none: cues,
  }),
  severity_words: z.strictObject({ levels: phrases, changed: phrases }),
  set_aside: phrases,
  bundles: phrases,
  headings_of_others: z.record(z.string(), phrases),
  advice: cues,
  /** By what they are, as in "a runbook". */
  other_documents: z.record(z.string(), cues),
  blanks: cues,
  not_services: phrases,
  frontmatter_keys: z.record(z.enum(READABLE_KEYS), phrases),
  frontmatter_wrappers: phrases,
  frontmatter_ignored: phrases,
  publishing_keys: phrases,
  document_statuses: z.record(z.enum(STATUSES), phrases),
  no_value: phrases,
  stop_words: phrases,
});

/** The words by which the parts of a body are recognised. */
export type Vocabulary = z.infer<typeof vocabularySchema>;
