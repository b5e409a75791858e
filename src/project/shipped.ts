import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../core/errors.ts";
import type { SourceFile } from "../core/source-file.ts";
import { readSourceFile, readSourceFileNow } from "../read/read-file.ts";
import { shownPath } from "../read/shown-path.ts";
import type { ParsedFile } from "../setup/setup-file.ts";

/** The folder of what ships with `pm`, above `src` as above `dist`. */
export const SHIPPED = fileURLToPath(new URL("../..", import.meta.url));

/** The files of data that ship with `pm`, by what they hold; paths in {@link SHIPPED}. */
export const SHIPPED_DATA = {
  taxonomy: "data/taxonomy.yaml",
  languages: "data/languages.yaml",
  vocabulary: "data/en/vocabulary.yaml",
  language: "data/en/language.yaml",
  cues: "data/en/cues.yaml",
  hosts: "data/hosts.yaml",
  names: "data/names.yaml",
  ranker: "data/en/ranker.json",
  rows: "data/en/rows.json",
} as const;

/**
 * Reads a file without which nothing can go on.
 * @throws {UsageError} where it cannot be read.
 */
export async function readNeeded(path: string, cwd: string): Promise<SourceFile> {
  const read = await readSourceFile(path, shownPath(path, cwd));
  if (!read.ok) throw new UsageError(`${read.why.path}: ${read.why.message}`);
  return read.value;
}

/** Beside the built program: what its build parsed. There is none beside the sources. */
const PARSED = fileURLToPath(new URL("data/", import.meta.url));

/** What the build makes of a file of data. */
function parsedFile(path: string, text: string): ParsedFile {
  const { isChecked, data } = JSON.parse(text) as { isChecked: boolean; data: unknown };
  return { path, parsed: data, isChecked };
}

/** Data that were read before: what ships with `pm` stays as it is while `pm` runs. */
const known = new Map<string, ParsedFile | SourceFile>();

/** Data at `path` in {@link SHIPPED}: parsed, under another name, where `pm` is built, else their text. */
function readDataNow(name: string, path: string): ParsedFile | SourceFile {
  const before = known.get(path);
  if (before) return before;
  const read = readDataAnew(name, path);
  known.set(path, read);
  return read;
}

function readDataAnew(name: string, path: string): ParsedFile | SourceFile {
  const built = readSourceFileNow(join(PARSED, `${name}.json`), path);
  if (built.ok) return parsedFile(path, built.value.text);
  const source = readSourceFileNow(join(SHIPPED, path), path);
  if (source.ok) return source.value;
  throw new UsageError(`${path}: ${source.why.message}`);
}

/** A file of data that ships with `pm`, read when a command first needs it. */
export function readShippedData(name: keyof typeof SHIPPED_DATA): ParsedFile | SourceFile {
  return readDataNow(name, SHIPPED_DATA[name]);
}

/** The vocabulary of a language other than English, read when the first document needs it. */
export function readShippedVocabulary(id: string): ParsedFile | SourceFile {
  return readDataNow(`vocabulary-${id}`, `data/${id}/vocabulary.yaml`);
}

/** What tells one build of `pm` from any other; null beside the sources, which can change at any time. */
export async function buildId(): Promise<string | null> {
  const built = await readSourceFile(join(PARSED, "build.json"), "build.json");
  return built.ok ? (JSON.parse(built.value.text) as { id: string }).id : null;
}

/** The text of a file that ships with `pm`. */
export async function readShipped(name: string): Promise<SourceFile> {
  return readNeeded(join(SHIPPED, name), SHIPPED);
}

/** The version of `pm`. */
export async function shippedVersion(): Promise<string> {
  const parsed: unknown = JSON.parse((await readShipped("package.json")).text);
  return (parsed as { version: string }).version;
}
