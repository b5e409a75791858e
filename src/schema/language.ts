import { z } from "zod";
import { SECTION_KINDS } from "../core/document/body-parts.ts";
import { SUBJECTS, VERBS, WORD_LISTS } from "../core/settings/language.ts";

const phrases = z.array(z.string()).min(1);
const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

const groups = z.array(
  z.strictObject({
    phrases,
    except: phrases.default([]),
    subject: z.enum(SUBJECTS).default("any"),
    verb: z.enum(VERBS).default("none"),
    not_in: z.array(z.enum(SECTION_KINDS)).default([]),
    question: z.string().regex(/\?$/),
  }),
);

/** The schema of `data/en/language.yaml`, which ships with `pm`. */
export const languageSchema = z.strictObject({
  version: z.literal(1),
  words: z.record(z.enum(WORD_LISTS), words),
  conditions: phrases,
  counterfactuals: groups,
  blame: groups,
  amounts: groups,
});

/** The file as it is read. */
export type LanguageFile = z.infer<typeof languageSchema>;
