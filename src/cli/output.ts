import { extname, resolve } from "node:path";
import { UsageError } from "../core/errors.ts";
import { formatOfEnding } from "../formats/format-of-ending.ts";
import { shownPath } from "../read/find-files.ts";
import { writeNewFile } from "../write/write-file.ts";
import type { Io } from "./io.ts";

/**
 * Writes what `--output` asks for, whole, and says so.
 * @throws {UsageError} where a file is in the way and `force` is not given, or it cannot be written.
 */
export async function writeOutput(
  output: string,
  content: string | Uint8Array,
  { force = false }: { readonly force?: boolean },
  io: Io,
): Promise<void> {
  const absolutePath = resolve(io.cwd, output);
  await writeNewFile({ path: output, absolutePath, folders: [io.cwd] }, content, force);
  await io.say(`Wrote ${shownPath(absolutePath, io.cwd)}`);
}

/** Endings of files for people, which get the format of a terminal. */
const TEXT_ENDINGS: ReadonlySet<string> = new Set(["", ".txt", ".log"]);

/**
 * The format of files that end as `--output` does; null for a text for people.
 * @param what the formats are of, in the message.
 * @throws {UsageError} for an ending that no format has.
 */
export function formatOfOutput<Format extends { readonly ending?: string | null }>(
  output: string,
  formats: readonly Format[],
  what: "format" | "format of findings",
): Format | null {
  const ending = extname(output).toLowerCase();
  const found = formatOfEnding(ending, formats);
  if (found !== null || TEXT_ENDINGS.has(ending)) return found;
  const known = formats.flatMap((format) => format.ending ?? []).join(", ");
  const hint = `Use one of ${known}, .txt, or choose a format with --format.`;
  throw new UsageError(`No ${what} writes ${ending} files`, hint);
}
