import { z } from "zod";
import { CUE_SUBJECTS } from "../core/cues.ts";
import { PHASES, REASONS } from "../core/postmortem.ts";

const phrases = z.array(z.string()).min(1);
const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const weight = z.number().min(0).max(1);
const except = phrases.default([]);
const list = z.array(z.string()).default([]);

const cue = z.strictObject({
  kind: z.string(),
  weight,
  subject: z.enum(CUE_SUBJECTS).default("any"),
  in: list,
  not_in: list,
  begins: z.boolean().default(false),
  competency: z.string().nullable().default(null),
  fallback: z.string().nullable().default(null),
  phase: z.enum(PHASES).nullable().default(null),
  phrases,
  except,
});

const escalation = z.strictObject({
  weight,
  to: z.enum(["after", "before"]).default("after"),
  phrases,
  except,
});

/** The schema of `data/en/cues.yaml`, which ships with `pm`. */
export const cuesSchema = z.strictObject({
  version: z.literal(1),
  words: z.record(z.string(), words),
  sections: z.strictObject({
    silent: z.array(z.string()),
    plans: z.array(z.string()),
    weights: z.record(z.string(), weight),
  }),
  gaps: z.array(cue),
  escalations: z.array(escalation),
  phases: z.array(z.strictObject({ phase: z.enum(PHASES), phrases, except })),
  reasons: z.array(z.strictObject({ reason: z.enum(REASONS), phrases, except })),
});
