import { Chalk } from "chalk";
import { createTwoFilesPatch } from "diff";
import { printable } from "../core/printable.ts";
import { type Io, wantsColor } from "./io.ts";

/** A file before and after a change. */
export interface ChangedFile {
  /** As shown. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A line of a diff for a terminal: additions in green, removals in red. */
function diffLine(line: string, color: boolean): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const seen = printable(line);
  if (line.startsWith("+")) return chalk.green(seen);
  return line.startsWith("-") ? chalk.red(seen) : seen;
}

/** The change of one file as a unified diff for `git apply` and `patch -p1`. */
function diffText({ path, before, after }: ChangedFile): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", {
    context: 3,
  });
  // The library starts with a line of `=`, which no other tool writes.
  return patch.replace(/^=+\n/, "").replace(/^(---|\+\+\+) (.*?)\t$/gm, "$1 $2");
}

/** Shows how files would change. */
export async function showDiffs(files: readonly ChangedFile[], io: Io): Promise<void> {
  const color = wantsColor(io.stdout, io.env);
  for (const file of files) {
    const text = diffText(file);
    const lines = text.split("\n").map((line) => diffLine(line, color));
    await io.stdout.write(io.stdout.isTerminal ? lines.join("\n") : text);
  }
}
