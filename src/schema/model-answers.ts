import { z } from "zod";

/** The answer of a service that speaks OpenAI's chat completions, as far as it is read. */
export const chatCompletionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const answered = z.string().nullable().default(null);

/** What a model answers to the question whether a sentence tells of a gap. */
export const judgementSchema = z.object({
  kind: z.string().nullable(),
  competency: answered,
  evidence: answered,
});

/** What a model answers to the request for a first wording; each sentence is checked on its own. */
export const wordingSchema = z.object({
  summary: z.array(z.unknown()).default([]),
  factors: z.array(z.unknown()).default([]),
});

/** One sentence of it, with the numbers of the rows that it rests on. */
export const wordedSentenceSchema = z.object({
  text: z.string(),
  rows: z.array(z.unknown()),
});
