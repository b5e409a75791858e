import { z } from "zod";
import { DURATION_UNITS } from "../core/time/duration-words.ts";
import { cues, phrases } from "./word-lists.ts";

/** The words by which a vocabulary tells how long something took. */
export const durationWordsSchema = z.strictObject({
  units: z.record(z.enum(DURATION_UNITS), phrases),
  around: phrases,
  and: phrases,
  after: phrases,
  said: cues,
  of_parts: phrases,
  lengths: phrases,
  hours_and_minutes: phrases,
});
