import { z } from "zod";
import { text } from "./fields.ts";

/** The schema of `data/names.yaml`: names of people, each list in the order of letters, with blanks between them. */
export const namesSchema = z.strictObject({
  version: z.literal(1),
  first: text,
  last: text,
  last_ahead: text,
});
