import { z } from "zod";
import { textList } from "./fields.ts";

/** The schema of a file of members. */
export const membersSchema = z.strictObject({
  version: z.literal(1).describe("Version of the file format; always 1."),
  members: z
    .record(z.string(), textList)
    .optional()
    .describe(
      "Members by team: handles, addresses, ids or names, or sha256: with the hash of one in lower case.",
    ),
});
