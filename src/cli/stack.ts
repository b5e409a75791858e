import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";
import { readSourceFile } from "../read/read-file.ts";

/** A place in the built program: its file, line and column. The path may hold blanks and brackets, and on Windows a drive. */
const PLACE = /(?<=[ (])((?:file:\/\/)?(?:\/?[A-Z]:)?[\\/][^\n:]*\.js):(\d+):(\d+)/gi;

async function mapOf(file: string): Promise<SourceMap | null> {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const read = await readSourceFile(`${path}.map`, path);
  return read.ok ? new SourceMap(JSON.parse(read.value.text) as SourceMapPayload) : null;
}

/** A stack with the places in the sources in place of those in the built program that have a map. */
export async function readableStack(stack: string): Promise<string> {
  const files = new Set(Array.from(stack.matchAll(PLACE), ([, file = ""]) => file));
  const maps = new Map<string, SourceMap | null>();
  for (const file of files) maps.set(file, await mapOf(file));
  return stack.replace(PLACE, (place, file: string, line: string, column: string) => {
    const entry = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !("originalSource" in entry)) return place;
    const source = entry.originalSource.replace(/^(?:\.\.\/)+/, "");
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
