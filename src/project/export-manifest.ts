import { join, resolve } from "node:path";
import { UsageError } from "../core/errors.ts";
import { type ExportManifest, exportManifestSchema } from "../schema/export-manifest.ts";
import { readNeeded } from "./shipped.ts";

/** The file by which a folder of tables is known. */
export const MANIFEST_NAME = "pm-export.json";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What a folder says of the tables in it.
 * @throws {UsageError} where it is no folder that pm export wrote.
 */
export async function readManifest(folder: string, cwd: string): Promise<ExportManifest> {
  const { text, path } = await readNeeded(join(resolve(cwd, folder), MANIFEST_NAME), cwd);
  const found = exportManifestSchema.safeParse(parsed(text));
  if (found.success) return found.data;
  throw new UsageError(`${path}: not what this version of pm export writes`, "Export it again.");
}
