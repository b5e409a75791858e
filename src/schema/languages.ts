import { z } from "zod";

/** Writing that only some languages use, as Unicode names it. */
const SCRIPTS = [
  "Hiragana",
  "Katakana",
  "Han",
  "Hangul",
  "Cyrillic",
  "Greek",
  "Arabic",
  "Hebrew",
] as const;

/** The schema of `data/languages.yaml`: what tells languages apart, and which have a vocabulary. */
export const languagesSchema = z.strictObject({
  version: z.literal(1),
  languages: z.record(
    z.string().regex(/^[a-z]{2,3}$/),
    z.strictObject({
      name: z.string(),
      vocabulary: z.boolean().optional(),
      /** In lower case. */
      words: z.array(z.string()).optional(),
      scripts: z.array(z.enum(SCRIPTS)).optional(),
      /** Writing that it shares with others, of which a text in it is full, too. */
      shared_scripts: z.array(z.enum(SCRIPTS)).optional(),
    }),
  ),
});

/** What tells languages apart, by their ids of ISO 639. */
export type LanguageRegistry = z.infer<typeof languagesSchema>["languages"];
