/** What the sections of a postmortem's body are for; `vocabulary.yaml` has the headings of each. */
export const SECTION_KINDS = [
  "summary",
  "date",
  "impact",
  "detection",
  "timeline",
  "cause",
  "factors",
  "escalations",
  "resolution",
  "went-well",
  "lucky",
  "story",
  "conditions",
  "help",
  "questions",
  "learnings",
  "actions",
  "review",
  "stats",
  "people",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** What the columns of a table in the body hold; `vocabulary.yaml` has the headings of each. */
export const COLUMN_KINDS = [
  "time",
  "date",
  "event",
  "action",
  "owner",
  "due",
  "done",
  "status",
  "outcome",
  "competency",
  "kind",
  "evidence",
  "from",
  "to",
  "reason",
  "ticket",
  "priority",
  "type",
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];
