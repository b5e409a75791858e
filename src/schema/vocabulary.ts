import { z } from "zod";
import { COLUMN_KINDS, SECTION_KINDS } from "../core/body-parts.ts";
import { DURATION_UNITS } from "../core/duration-words.ts";
import { ACTION_STATUSES, MILESTONES, PHASES, REASONS, STATUSES } from "../core/postmortem.ts";
import { READABLE_KEYS } from "../core/readable-keys.ts";

const phrases = z.array(z.string());

/** Regular expressions, without case. */
const cues = z.array(z.string());

/** The schema of `data/en/vocabulary.yaml`, the words that every document is read by. */
export const vocabularySchema = z.strictObject({
  version: z.literal(1),
  /** How people who write the language order dates in numbers; absent where they differ. */
  date_order: z.enum(["day-first", "month-first"]).optional(),
  headings: z.record(z.enum(SECTION_KINDS), phrases),
  heading_cues: z.partialRecord(z.enum(SECTION_KINDS), cues),
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
    responding: cues,
    finding: cues,
    explaining: cues,
    fault: cues,
    fruitless: cues,
    better: cues,
    team_informed: cues,
    outsider: cues,
    alarm: cues,
    end_reported: cues,
    outage_over: cues,
    incident_over: cues,
    lasting: cues,
    aftermath: cues,
    remedy: cues,
    symptom: cues,
    evidence: cues,
    watching: cues,
    relapse: cues,
    ongoing: cues,
    fine: cues,
    hedged: cues,
    elsewhere: cues,
  }),
  unreal: cues,
  times_in_body: z.record(z.enum(MILESTONES), phrases),
  spans: phrases,
  post_states: phrases,
  declarations: phrases,
  closings: phrases,
  record_kinds: z.strictObject({
    heads: phrases,
    fact: phrases,
    milestone: phrases,
    event: phrases,
    factor: phrases,
    action: phrases,
  }),
  impact_ends: phrases,
  phases: z.strictObject({
    named: phrases,
    unnoticed: phrases,
    diagnosis: phrases,
    repair: phrases,
    recovery: phrases,
    whole: phrases,
  }),
  label_words: z.strictObject({
    qualifiers: phrases,
    behind: phrases,
    endings: phrases,
    small: phrases,
    places: phrases,
    titles: phrases,
    no_titles: phrases,
    lists: phrases,
    sources: phrases,
    questions: z.partialRecord(z.enum(READABLE_KEYS), cues),
    nouns: z.partialRecord(z.enum(READABLE_KEYS), phrases),
    beside_nouns: phrases,
    of_others: phrases,
    hedges: phrases,
    other_days: phrases,
    written_on: phrases,
    unaffected: phrases,
    how_bad: phrases,
    mail_from: phrases,
    mail_heads: phrases,
    mail_sent: phrases,
    mail_wrote: phrases,
    mail_on: phrases,
  }),
  detection_words: z.strictObject({
    by: phrases,
    alert: phrases,
    customer: phrases,
    employee: phrases,
    partner: phrases,
  }),
  prose_times: z.strictObject({
    start: phrases,
    end: phrases,
    between: phrases,
    and: phrases,
    around: phrases,
    by: phrases,
    not_until: phrases,
    since: phrases,
    joints: phrases,
  }),
  durations: z.record(z.enum(PHASES), phrases),
  duration_words: z.strictObject({
    units: z.record(z.enum(DURATION_UNITS), phrases),
    around: phrases,
    and: phrases,
    after: phrases,
  }),
  people: z.strictObject({
    listed_as: phrases,
    responded_as: phrases,
    roles: phrases,
    role_nouns: phrases,
    owned_as: phrases,
    described_by: phrases,
    not_names: phrases,
    said_of_groups: phrases,
    within_teams: phrases,
    ordinary: phrases,
    annotations: phrases,
    amounts: phrases,
    system_users: phrases,
  }),
  /** January first, each with its spellings in lower case. */
  months: z.array(phrases).length(12),
  /** Monday first, each with its spellings in lower case. */
  weekdays: z.array(phrases).length(7),
  elapsed: phrases,
  clock_words: z.strictObject({
    next_day: phrases,
    before: phrases,
    behind: phrases,
    local: phrases,
    to: phrases,
    range: z.strictObject({
      between: phrases,
      and: phrases,
      earliest: phrases,
      latest: phrases,
    }),
  }),
  zone_keys: phrases,
  zone_notes: z.strictObject({ beside: cues, document: cues, named: cues }),
  /** A zone of tzdb or an offset, or both where a label is used for the time of the clocks all year. */
  zones: z.record(
    z.string(),
    z.union([z.string(), z.strictObject({ offset: z.string(), local: z.string() })]),
  ),
  ambiguous_zones: phrases,
  not_zones: phrases,
  placeholders: phrases,
  action_statuses: z.record(z.enum(ACTION_STATUSES), phrases),
  action_phrases: z.strictObject({
    due: phrases,
    by: phrases,
    teams: phrases,
    will: phrases,
    does: cues,
    acts: cues,
    did: phrases,
    proposing: cues,
    introducing: cues,
    joins: phrases,
    told: phrases,
    how: phrases,
    nouns: phrases,
    vague: cues,
    moved: phrases,
    undated: phrases,
    yes: phrases,
    no: phrases,
    but: phrases,
    none: cues,
  }),
  lists: z.strictObject({ and: phrases, articles: phrases }),
  severity_words: z.strictObject({
    levels: phrases,
    within: phrases,
    time_in: phrases,
    changed: phrases,
    onto: phrases,
    instead: phrases,
    of: phrases,
    told: cues,
    hypothetical: cues,
    affecting: cues,
  }),
  set_aside: phrases,
  bundles: phrases,
  bundled_names: phrases,
  titles_of_kind: cues,
  headings_of_others: z.record(z.string(), phrases),
  headings_of_undated: z.record(z.string(), phrases),
  reasons: z.record(z.enum(REASONS), phrases),
  advice: cues,
  /** By what they are, as in "a runbook". */
  other_documents: z.record(z.string(), cues),
  incident_words: cues,
  notices: phrases,
  notice_keys: phrases,
  blanks: cues,
  not_services: phrases,
  no_service_ends: phrases,
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

const milestoneCues = z.strictObject({ labels: phrases, strong: cues, weak: cues, not: cues });
const shape = vocabularySchema.shape;

/**
 * The schema of the words of one more language, or of a team's own: any part of a vocabulary. Months
 * and weekdays are given whole.
 */
export const vocabularyPartSchema = z
  .strictObject({
    ...shape,
    headings: z.partialRecord(z.enum(SECTION_KINDS), phrases),
    heading_cues: z.partialRecord(z.enum(SECTION_KINDS), cues),
    columns: z.partialRecord(z.enum(COLUMN_KINDS), phrases),
    milestones: z.partialRecord(z.enum(MILESTONES), milestoneCues.partial()),
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
    prose_times: shape.prose_times.partial(),
    zone_notes: shape.zone_notes.partial(),
    action_statuses: z.partialRecord(z.enum(ACTION_STATUSES), phrases),
    action_phrases: shape.action_phrases.partial(),
    lists: shape.lists.partial(),
    record_kinds: shape.record_kinds.partial(),
    severity_words: shape.severity_words.partial(),
    reasons: z.partialRecord(z.enum(REASONS), phrases),
    frontmatter_keys: z.partialRecord(z.enum(READABLE_KEYS), phrases),
    document_statuses: z.partialRecord(z.enum(STATUSES), phrases),
  })
  .partial()
  .required({ version: true });

/** Any part of a vocabulary. */
export type VocabularyPart = z.infer<typeof vocabularyPartSchema>;
