import { type FileChange, patchText, seenPatch } from "../formats/diff.ts";
import type { Io } from "./io.ts";

const ESCAPED =
  "This log shows some characters as escapes, so `git apply` does not take the diff: run pm elsewhere for one that it takes.";

/** Shows how files would change: to a program byte for byte, so that `git apply` takes it. */
export async function showDiffs(files: readonly FileChange[], io: Io): Promise<void> {
  let isExact = true;
  for (const file of files) {
    if (io.isTerminal) await io.result(seenPatch(file, io.look().color));
    else if (!(await io.patch(patchText(file)))) isExact = false;
  }
  if (!isExact) await io.note(ESCAPED);
}
