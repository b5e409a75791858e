import { readFileSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { once } from "../core/memo.ts";
import { no, ok, type Result } from "../core/result.ts";
import { sha256 } from "../core/sha256.ts";
import type { SourceFile, UnreadableFile } from "../core/source-file.ts";

/** A postmortem is prose: a larger file is something else. */
const MAX_BYTES = 5 * 1024 * 1024;

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** To make one takes longer than to decode a document. */
const decoderOf = (encoding: Encoding) => once(() => new TextDecoder(encoding, { fatal: true }));
const DECODERS: Readonly<Record<Encoding, () => TextDecoder>> = {
  "utf-8": decoderOf("utf-8"),
  "utf-16le": decoderOf("utf-16le"),
  "utf-16be": decoderOf("utf-16be"),
};

/** Decodes bytes to text without byte order mark, line ends as they are; null if they are no text. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = DECODERS[encodingOf(bytes)]().decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** The text as all later stages see it, its lines ending in `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function encodeText(text: string, encoding: Encoding, hasMark: boolean): Uint8Array {
  const marked = hasMark ? `\uFEFF${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked, "utf8");
  const bytes = Buffer.from(marked, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

/** Why a file cannot be read, in words, by the error that reading it threw. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  if (code === "EISDIR") return "a folder, not a file";
  return code ?? String(error);
}

/** A file's text as it is, line ends included, and the way back to bytes. */
export interface OriginalText {
  readonly text: string;
  /** The same as a SourceFile holds it. */
  readonly plain: string;
  /** Another text as bytes of the same encoding, with a byte order mark where the file has one. */
  readonly encode: (text: string) => Uint8Array;
}

/** Reads a file to be changed; null where it is no text, or is gone. */
export async function readOriginalText(absolutePath: string): Promise<OriginalText | null> {
  const isFile = await stat(absolutePath).then(
    (found) => found.isFile(),
    () => false,
  );
  const bytes = isFile ? await readFile(absolutePath).catch(() => null) : null;
  const text = bytes && decodeText(bytes);
  if (bytes === null || text === null) return null;
  const encoding = encodingOf(bytes);
  const hasMark = encoding !== "utf-8" || (bytes[0] === 0xef && bytes[1] === 0xbb);
  return {
    text,
    plain: withPlainLineEnds(text),
    encode: (changed) => encodeText(changed, encoding, hasMark),
  };
}

/** The source file of bytes that were read already; null if they are no text. */
export function sourceOfBytes(bytes: Uint8Array, shown: string): SourceFile | null {
  const text = decodeText(bytes);
  return text === null ? null : { path: shown, text: withPlainLineEnds(text) };
}

function asSource(bytes: Uint8Array, shown: string): Result<SourceFile, UnreadableFile> {
  const file = sourceOfBytes(bytes, shown);
  return file === null
    ? no({ path: shown, message: "not UTF-8 text; save it with the encoding UTF-8" })
    : ok(file);
}

/** A source file, and what tells its bytes from any others. */
export interface HashedFile {
  readonly file: SourceFile;
  /** SHA-256, hexadecimal; null where nobody asked for it. */
  readonly hash: string | null;
}

/** Waiting for each of many small files takes several times as long as reading it. */
function readBytes(absolutePath: string, shown: string): Result<Uint8Array, UnreadableFile> {
  const cannot = (message: string) => no({ path: shown, message });
  try {
    const found = statSync(absolutePath);
    // Nobody may ever write into a pipe: reading it would wait for that.
    if (!found.isFile() && !found.isDirectory()) return cannot("not a regular file");
    if (found.size > MAX_BYTES) return cannot("larger than 5 MB, which no postmortem is");
    return ok(readFileSync(absolutePath));
  } catch (error) {
    return cannot(reasonOf(error));
  }
}

/**
 * Reads a text file, with a hash of its bytes where that is asked.
 * @param shown the path for messages.
 */
export function readHashedFile(
  absolutePath: string,
  shown: string,
  isHashed: boolean,
): Result<HashedFile, UnreadableFile> {
  const read = readBytes(absolutePath, shown);
  if (!read.ok) return read;
  const source = asSource(read.value, shown);
  const hash = isHashed ? sha256(read.value) : null;
  return source.ok ? ok({ file: source.value, hash }) : source;
}

/**
 * Reads a text file at once, for what is needed in the middle of other work.
 * @param shown the path for messages.
 */
export function readSourceFileNow(
  absolutePath: string,
  shown: string,
): Result<SourceFile, UnreadableFile> {
  const read = readBytes(absolutePath, shown);
  return read.ok ? asSource(read.value, shown) : read;
}

/**
 * Reads a text file.
 * @param shown the path for messages.
 */
export function readSourceFile(
  absolutePath: string,
  shown: string,
): Promise<Result<SourceFile, UnreadableFile>> {
  return Promise.resolve(readSourceFileNow(absolutePath, shown));
}

/** The bytes of a file of pm's own at once; null where it cannot be read. */
export function readOwnFileNow(absolutePath: string): Buffer | null {
  try {
    return statSync(absolutePath).isFile() ? readFileSync(absolutePath) : null;
  } catch {
    return null;
  }
}
