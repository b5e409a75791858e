import { counted } from "../../../core/counted.ts";
import type { FixedProject } from "../../../jobs/lint/fix.ts";
import { writeEach } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import { showDiffs } from "../../diff.ts";
import type { Io } from "../../io.ts";

async function saySummary({ files, skipped }: FixedProject, verb: string, io: Io): Promise<void> {
  const count = files.reduce((sum, file) => sum + file.count, 0);
  const fixed = `${verb} ${counted(count, "problem")} in ${counted(files.length, "file")}`;
  for (const { path, message } of skipped) await io.warn(`${path} is unchanged: ${message}`);
  if (files.length > 0) await io.say(fixed);
}

/** Shows what `--fix` would change, and writes nothing. */
export async function showFixes(fixed: FixedProject, io: Io): Promise<void> {
  await showDiffs(fixed.files, io);
  await saySummary(fixed, "Would fix", io);
}

/** Writes the fixed documents, each whole or not at all; returns whether all could be written. */
export async function writeFixes(fixed: FixedProject, project: Project, io: Io): Promise<boolean> {
  const { written, failures } = await writeEach(fixed.files, project);
  for (const failure of failures) await io.fail(failure);
  await saySummary({ ...fixed, files: written }, "Fixed", io);
  return failures.length === 0;
}
