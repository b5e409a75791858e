import { z } from "zod";
import { SECTION_KINDS } from "../core/document/body-parts.ts";
import { PHASES, REASONS } from "../core/postmortem.ts";
import { CUE_SUBJECTS, CUE_WORD_LISTS } from "../core/settings/cues.ts";

const phrases = z.array(z.string()).min(1);
const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const weight = z.number().min(0).max(1);
const except = phrases.default([]);
const sections = z.array(z.enum(SECTION_KINDS));

const cue = z.strictObject({
  kind: z.string(),
  weight,
  subject: z.enum(CUE_SUBJECTS).default("any"),
  in: sections.default([]),
  not_in: sections.default([]),
  begins: z.boolean().default(false),
  unless: except,
  competency: z.string().nullable().default(null),
  fallback: z.string().nullable().default(null),
  fallback_words: z.enum(CUE_WORD_LISTS).nullable().default(null),
  phase: z.enum(PHASES).nullable().default(null),
  phrases,
  except,
});

const escalation = z.strictObject({
  weight,
  to: z.enum(["after", "before", "within"]).default("after"),
  takes_names: z.boolean().default(false),
  takes_handles: z.boolean().default(false),
  of_machines: z.boolean().default(false),
  of_outsiders: z.boolean().default(false),
  passive: z.boolean().default(false),
  ends: z.boolean().default(false),
  needs_asker: z.boolean().default(false),
  needs_name: z.boolean().default(false),
  tells: z.boolean().default(false),
  news: z.boolean().default(false),
  joint: z.boolean().default(false),
  phrases,
  except,
});

const fallback = z.strictObject({
  kind: z.string(),
  words: z.enum(CUE_WORD_LISTS).nullable().default(null),
  competency: z.string(),
});

/** The schema of `data/en/cues.yaml`, which ships with `pm`. */
export const cuesSchema = z.strictObject({
  version: z.literal(1),
  words: z.record(z.enum(CUE_WORD_LISTS), words),
  sections: z.strictObject({
    silent: sections,
    conceding: z.partialRecord(z.enum(SECTION_KINDS), z.enum(SECTION_KINDS)),
    plans: sections,
    weights: z.partialRecord(z.enum(SECTION_KINDS), weight),
  }),
  asides: phrases,
  unasserted: z.array(
    z.strictObject({
      in: sections.default([]),
      until: z.enum(["clause", "contrast", "phrase"]),
      phrases,
      except,
    }),
  ),
  fallbacks: z.array(fallback),
  gaps: z.array(cue),
  escalations: z.array(escalation),
  told_only: phrases,
  phases: z.array(z.strictObject({ phase: z.enum(PHASES), phrases, except })),
  reasons: z.array(z.strictObject({ reason: z.enum(REASONS), phrases, except })),
});

/** The file as it is read. */
export type CuesFile = z.infer<typeof cuesSchema>;
