import { counted } from "../../../core/counted.ts";
import { printable } from "../../../core/printable.ts";
import type { FixedProject } from "../../../jobs/fix.ts";
import type { Project } from "../../../project/project.ts";
import { showDiffs } from "../../diff.ts";
import type { Io } from "../../io.ts";
import { usageText } from "../../messages.ts";
import { rewriteEach } from "../../write.ts";

function summary({ files, skipped }: FixedProject, verb: string): readonly string[] {
  const count = files.reduce((sum, file) => sum + file.count, 0);
  const fixed = `${verb} ${counted(count, "problem")} in ${counted(files.length, "file")}`;
  return [
    ...skipped.map(({ path, message }) => `warning: ${path} is unchanged: ${message}`),
    ...(files.length > 0 ? [fixed] : []),
  ];
}

/** Shows what `--fix` would change, and writes nothing. */
export async function showFixes(fixed: FixedProject, io: Io): Promise<void> {
  await showDiffs(fixed.files, io);
  for (const line of summary(fixed, "Would fix")) await io.stderr.write(`${printable(line)}\n`);
}

/** Writes the fixed documents, each whole or not at all; returns whether all could be written. */
export async function writeFixes(fixed: FixedProject, project: Project, io: Io): Promise<boolean> {
  const { written, failures } = await rewriteEach(fixed.files, project);
  for (const failure of failures) await io.stderr.write(usageText(failure));
  const lines = summary({ ...fixed, files: written }, "Fixed");
  for (const line of lines) await io.stderr.write(`${printable(line)}\n`);
  return failures.length === 0;
}
