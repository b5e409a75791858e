import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../core/compare.ts";
import type { ExportSink, OpenSink } from "./export-sink.ts";
import { reasonOf } from "./read-file.ts";
import { unzipInto } from "./unzip.ts";

/** The first bytes of an archive. */
const ZIP = [0x50, 0x4b];

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

/** The sink for a file, by its first bytes: an archive is opened. */
function sinkFor(first: Uint8Array, name: string, open: OpenSink): ExportSink | null {
  const isArchive = ZIP.every((byte, index) => first[index] === byte);
  return isArchive ? unzipInto((inner) => open(`${name}:${inner}`)) : open(name);
}

async function readOne(path: string, name: string, open: OpenSink): Promise<void> {
  let sink: ExportSink | null = null;
  let opened = 0;
  const opening: OpenSink = (inner) => {
    opened += 1;
    return open(inner);
  };
  try {
    for await (const chunk of chunksOf(path)) {
      sink ??= sinkFor(chunk, name, opening);
      if (sink === null) return;
      sink.write(chunk);
    }
    sink?.end(null);
  } catch (error) {
    (sink ?? opening(name))?.end(reasonOf(error));
  }
  if (sink !== null && opened === 0) open(name)?.end("an archive without a file that can be read");
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted(compareText);
}

/**
 * Reads an export as a stream: one file, the files of a folder, or those of a zip archive.
 * @param name of the export in messages.
 * @returns why it cannot be read; null where it can.
 */
export async function readExport(
  path: string,
  name: string,
  open: OpenSink,
): Promise<string | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const files = await filesIn(path);
      for (const file of files) {
        await readOne(file, `${name}${file.slice(path.length).replaceAll("\\", "/")}`, open);
      }
      return files.length === 0 ? "a folder without files" : null;
    }
    if (!found.isFile()) return "not a regular file";
    if (found.size === 0) return "an empty file";
    await readOne(path, name, open);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
