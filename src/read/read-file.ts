import { readFile, stat } from "node:fs/promises";
import { TextDecoder } from "node:util";
import type { SourceFile, UnreadableFile } from "../core/source-file.ts";

/** A postmortem is prose: a larger file is something else. */
const MAX_BYTES = 5 * 1024 * 1024;

/** A file's text, or why it cannot be had. */
export type ReadResult =
  | { readonly ok: true; readonly file: SourceFile }
  | { readonly ok: false; readonly unreadable: UnreadableFile };

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Decodes bytes to text without byte order mark, lines ending in `\n`; null if they are no text. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text.replace(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  if (code === "EISDIR") return "a folder, not a file";
  return code ?? String(error);
}

/**
 * Reads a text file.
 * @param shown the path as people are to see it.
 */
export async function readSourceFile(absolutePath: string, shown: string): Promise<ReadResult> {
  const failed = (message: string): ReadResult => ({
    ok: false,
    unreadable: { path: shown, message },
  });
  try {
    const { size } = await stat(absolutePath);
    if (size > MAX_BYTES) return failed("larger than 5 MB, which no postmortem is");
    const text = decodeText(await readFile(absolutePath));
    if (text === null) return failed("not UTF-8 text");
    return { ok: true, file: { path: shown, text } };
  } catch (error) {
    return failed(reasonOf(error));
  }
}
