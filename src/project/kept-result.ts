import { openResult, type ResultStore } from "../cache/result.ts";
import { memo } from "../core/memo.ts";
import type { FoundFiles } from "../read/find-files.ts";
import { folderPrint } from "../read/folder-print.ts";
import { cacheSlot } from "./cache-folder.ts";
import type { Project } from "./project.ts";

const printOf = memo((files: FoundFiles["files"], stamps: FoundFiles["stamps"]) =>
  folderPrint(files, stamps?.()),
);

/** What was asked of a folder, plain data, and what the sort of such results is called. */
interface Asked {
  readonly name: string;
  readonly asked: unknown;
}

/**
 * Where a result over all documents of a project is kept as long as none of them, and nothing of its
 * setup, changes; null where nothing is kept.
 * @param found the documents, as the result is made of them.
 * @param asked for each such question the last result is kept.
 * @param by all else that the result rests on, plain data.
 */
export function keptResult(
  project: Project,
  found: FoundFiles,
  { name, asked }: Asked,
  by: unknown,
): ResultStore | null {
  const { cache } = project;
  const { slot } = cacheSlot(project, name, [asked]);
  const { files, stamps, ...others } = found;
  const print = cache && printOf(files, stamps);
  if (!cache || !slot || !print) return null;
  const key = JSON.stringify([slot.key, print.print, others, by]);
  return openResult(cache, { ...slot, key }, print.lastChange);
}
