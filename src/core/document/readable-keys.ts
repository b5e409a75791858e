import type { TermList } from "../taxonomy.ts";

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

/** The keys that name something of a list of the taxonomy, with that list. */
export const KEYED_LISTS = {
  severity: "severities",
  services: "services",
  teams: "teams",
  detected_by: "detectionSources",
  trigger: "triggers",
  causes: "causes",
} as const satisfies Partial<Record<ReadableKey, TermList>>;

const LISTS: Readonly<Partial<Record<ReadableKey, TermList>>> = KEYED_LISTS;

/** The list of the taxonomy that a key names something of; undefined for any other key. */
export function listOfKey(key: ReadableKey): TermList | undefined {
  return LISTS[key];
}
