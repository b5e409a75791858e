import { z } from "zod";
import { text } from "./fields.ts";

/** The schema of `data/hosts.yaml`: by what endings a name with dots is recognised as a host. */
export const hostsSchema = z.strictObject({
  version: z.literal(1),
  internal: z.array(text),
  public: z.array(text),
});
