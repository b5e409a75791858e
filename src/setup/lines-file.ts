import type { SourceFile } from "../core/source-file.ts";
import type { Checked } from "../schema/check.ts";
import { readSetupFile } from "./setup-file.ts";

/** Reads a list that `pm` wrote, one entry a line; an empty file has none. */
export function readLinesFile<T>(file: SourceFile, check: (data: unknown) => Checked<T>) {
  return readSetupFile(file, (read) => read ?? [], check);
}

/** A file of entries, one a line, so that two branches merge by lines. */
export function linesText(header: string, entries: readonly object[]): string {
  return header + entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join("");
}
