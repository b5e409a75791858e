/** What `pm` also reads under the keys of others; `date` is the day of the incident. */
export const READABLE_KEYS = [
  "title",
  "status",
  "published",
  "date",
  "severity",
  "services",
  "teams",
  "detected_by",
  "trigger",
  "causes",
  "times.started",
  "times.detected",
  "times.acknowledged",
  "times.diagnosed",
  "times.mitigated",
  "times.resolved",
] as const;

/** A key of the frontmatter, with the keys above it before a dot. */
export type ReadableKey = (typeof READABLE_KEYS)[number];
