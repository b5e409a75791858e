import { type FileChange, patchText, seenPatch } from "../formats/diff.ts";
import type { Io } from "./io.ts";

/** Shows how files would change: to a program byte for byte, so that `git apply` takes it. */
export async function showDiffs(files: readonly FileChange[], io: Io): Promise<void> {
  for (const file of files) {
    if (io.isTerminal) await io.result(seenPatch(file, io.look().color));
    else await io.patch(patchText(file));
  }
}
