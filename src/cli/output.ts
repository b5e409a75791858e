import { dirname, extname, resolve } from "node:path";
import { UsageError } from "../core/errors.ts";
import { formatOfEnding } from "../formats/format-of-ending.ts";
import { shownPath } from "../read/find-files.ts";
import { isInside } from "../read/leaving-links.ts";
import { exists, refuseExisting, writeNewFile } from "../write/write-file.ts";
import type { Io } from "./io.ts";

interface NamedFormat {
  readonly name: string;
  readonly ending?: string | null;
}

/** Says that a file's content is not what its ending promises: `--format json --output a.csv`. */
export async function noteOtherEnding(
  { name }: NamedFormat,
  output: string | undefined,
  formats: readonly NamedFormat[],
  io: Io,
): Promise<void> {
  const ending = extname(output ?? "").toLowerCase();
  const expected = formatOfEnding(ending, formats);
  if (output === undefined || expected === null || expected.name === name) return;
  await io.note(`${output} holds ${name}, as --format says, though it ends as ${expected.name}`);
}

/** Refuses a path far from here of which more than the last folder is missing: it is a typing error. */
async function refuseFarFolders(folder: string, { cwd }: Io): Promise<void> {
  const above = dirname(folder);
  if (isInside(folder, cwd) || (await exists(folder)) || (await exists(above))) return;
  throw new UsageError(
    `${above}: no such folder`,
    "Outside the current folder, --output makes one new folder at most.",
  );
}

/**
 * Refuses to replace a file before anything is read or said.
 * @throws {UsageError} where one is in the way and `force` is not given.
 */
export async function refuseTakenOutput(
  { output, force = false }: { readonly output?: string; readonly force?: boolean },
  io: Pick<Io, "cwd">,
): Promise<void> {
  if (output === undefined) return;
  const absolutePath = resolve(io.cwd, output);
  await refuseExisting({ path: output, absolutePath, folders: [io.cwd] }, force);
}

/**
 * Writes what `--output` asks for, whole, and says so.
 * @throws {UsageError} where folders far from here are missing, a file is in the way and `force` is not given, or it cannot be written.
 */
export async function writeOutput(
  output: string,
  content: string | Uint8Array,
  { force = false }: { readonly force?: boolean },
  io: Io,
): Promise<void> {
  const absolutePath = resolve(io.cwd, output);
  const folder = dirname(absolutePath);
  await refuseFarFolders(folder, io);
  const isNew = !(await exists(folder));
  await writeNewFile({ path: output, absolutePath, folders: [io.cwd] }, content, force);
  const made = isNew ? `, and made the folder ${shownPath(folder, io.cwd)}` : "";
  await io.say(`Wrote ${shownPath(absolutePath, io.cwd)}${made}`);
}

/** Endings of files for people, which get the format of a terminal. */
const TEXT_ENDINGS: ReadonlySet<string> = new Set(["", ".txt", ".log"]);

/**
 * The format of files that end as `--output` does; null for a text for people.
 * @param what the formats are of, in the message.
 * @throws {UsageError} for an ending that no format has.
 */
export function formatOfOutput<Format extends NamedFormat>(
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
