import { z } from "zod";
import { READABLE_KEYS } from "../core/readable-keys.ts";
import type { TermList } from "../core/taxonomy.ts";

/** What a key of others may be mapped to, so that it is not read and not reported. */
export const IGNORE = "ignore";

/** Under which key a map has the values of each list of the taxonomy. */
export const MAPPED_LISTS = {
  severity: "severities",
  services: "services",
  teams: "teams",
  detected_by: "detectionSources",
  trigger: "triggers",
  causes: "causes",
  kinds: "kinds",
  competencies: "competencies",
} as const satisfies Record<string, TermList>;

const ids = z.record(z.string(), z.string());

/** The schema of a team's own words, as `pm import --map` and `import_map` of `pm.yaml` take it. */
export const importMapSchema = z.strictObject({
  version: z.literal(1).optional().describe("Of this form of file; always 1."),
  keys: z
    .record(z.string(), z.enum([...READABLE_KEYS, IGNORE]))
    .optional()
    .describe("Their frontmatter key: ours, or ignore."),
  headings: ids.optional().describe("Their heading: our kind of section."),
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
    } satisfies Record<keyof typeof MAPPED_LISTS, z.ZodType>)
    .optional()
    .describe("Their name: the id of the taxonomy, by what it is a value of."),
});

/** A map as written. */
export type ImportMapFile = z.infer<typeof importMapSchema>;
