import { z } from "zod";

/** A path in the folder of an export, which no path leaves. */
const filePath = z.string().regex(/^(?!.*\.\.)[\w.=-]+(?:\/[\w.=-]+)*$/);

/** `pm-export.json`: what a folder of tables holds. */
export const exportManifestSchema = z.object({
  schema: z.literal(1),
  source: z.string(),
  format: z.string(),
  tables: z.array(
    z.object({ name: z.string().regex(/^[a-z_]+$/), rows: z.number(), files: z.array(filePath) }),
  ),
});

export type ExportManifest = z.infer<typeof exportManifestSchema>;
