import { Chalk } from "chalk";
import { createTwoFilesPatch } from "diff";
import { printable } from "../core/text/printable.ts";

/** A file before and after a change. */
export interface FileChange {
  /** As shown. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A line of a diff for a terminal: additions in green, removals in red. */
function seenLine(line: string, color: boolean): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const seen = printable(line);
  if (line.startsWith("+")) return chalk.green(seen);
  return line.startsWith("-") ? chalk.red(seen) : seen;
}

/** The change of one file as a unified diff for `git apply` and `patch -p1`. */
export function patchText({ path, before, after }: FileChange): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", {
    context: 3,
  });
  // The library starts with a line of `=`, which no other tool writes.
  return patch.replace(/^=+\n/, "").replace(/^(---|\+\+\+) (.*?)\t$/gm, "$1 $2");
}

/** The same for a person at a terminal, whatever the file holds. */
export function seenPatch(change: FileChange, color: boolean): string {
  const lines = patchText(change).split("\n");
  return lines.map((line) => seenLine(line, color)).join("\n");
}
