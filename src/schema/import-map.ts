import { z } from "zod";
import { COLUMN_KINDS } from "../core/document/body-parts.ts";
import { KEYED_LISTS, READABLE_KEYS } from "../core/document/readable-keys.ts";
import { ACTION_STATUSES, MILESTONES } from "../core/postmortem.ts";
import type { TermList } from "../core/taxonomy.ts";

/** What a key of others may be mapped to, so that it is not read and not reported. */
export const IGNORE = "ignore";

/** Under which key a map has the values of each list of the taxonomy. */
export const MAPPED_LISTS = {
  ...KEYED_LISTS,
  kinds: "kinds",
  competencies: "competencies",
} as const satisfies Record<string, TermList>;

/** A key under which a map has values. */
export type MappedKey = keyof typeof MAPPED_LISTS;

/** All of them, in their order. */
export const MAPPED_KEYS = Object.keys(MAPPED_LISTS) as readonly MappedKey[];

const ids = z.record(z.string(), z.string());

/** The schema of a team's own words, as `pm import --map` and `import_map` of `pm.yaml` take it. */
export const importMapSchema = z.strictObject({
  version: z.literal(1).optional().describe("Version of the file format; always 1."),
  keys: z
    .record(z.string(), z.enum([...READABLE_KEYS, IGNORE]))
    .optional()
    .describe("The frontmatter key that each stands for, or ignore."),
  headings: ids.optional().describe("The kind of section that each heading stands for."),
  columns: z
    .record(z.string(), z.enum(COLUMN_KINDS))
    .optional()
    .describe("What each column of a table in the body is for."),
  states: z
    .record(z.string(), z.enum(ACTION_STATUSES))
    .optional()
    .describe("The state of an action that each word stands for."),
  rows: z
    .record(z.string(), z.enum(MILESTONES))
    .optional()
    .describe("The milestone that a row of a timeline tells which begins with these words."),
  values: z
    .strictObject({
      severity: ids.optional(),
      services: ids.optional(),
      teams: ids.optional(),
      detected_by: ids.optional(),
      trigger: ids.optional(),
      causes: ids.optional(),
      kinds: ids.optional(),
      competencies: ids.optional(),
    } satisfies Record<MappedKey, z.ZodType>)
    .optional()
    .describe("The taxonomy id that each name stands for, by key."),
});

/** A map as written. */
export type ImportMapFile = z.infer<typeof importMapSchema>;
