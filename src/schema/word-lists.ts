import { z } from "zod";

/** Words and phrases, as they are written. */
export const phrases = z.array(z.string());

/** Regular expressions, without case. */
export const cues = z.array(z.string());
