import { z } from "zod";
import { DURATION_UNITS } from "../core/duration-words.ts";

const phrases = z.array(z.string());

/** The words by which a vocabulary tells how long something took. */
export const durationWordsSchema = z.strictObject({
  units: z.record(z.enum(DURATION_UNITS), phrases),
  around: phrases,
  and: phrases,
  after: phrases,
  /** Regular expressions, without case. */
  said: z.array(z.string()),
  of_parts: phrases,
  lengths: phrases,
  hours_and_minutes: phrases,
});
