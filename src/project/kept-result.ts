import { openResult, type ResultStore } from "../cache/result.ts";
import type { FoundFiles } from "../read/find-files.ts";
import { folderPrint } from "../read/folder-print.ts";
import { cacheSlot } from "./cache-folder.ts";
import type { Project } from "./project.ts";

/**
 * Where a result over all documents of a project is kept as long as none of them, and nothing of its
 * setup, changes; null where nothing is kept.
 * @param found the documents, as the result is made of them.
 * @param asked what was asked, plain data: for each such question the last result is kept.
 * @param by all else that the result rests on, plain data.
 */
export function keptResult(
  project: Project,
  found: FoundFiles,
  asked: unknown,
  by: unknown,
): ResultStore | null {
  const { cache } = project;
  const { slot } = cacheSlot(project, "results", [asked]);
  const { files, stamps, ...others } = found;
  const print = cache && folderPrint(files, stamps?.());
  if (!cache || !slot || !print) return null;
  const key = JSON.stringify([slot.key, print.print, others, by]);
  return openResult(cache, { ...slot, key }, print.lastChange);
}
