import { counted } from "../core/counted.ts";
import { frontmatterSyntax } from "../lint/rules/frontmatter-syntax.ts";
import type { Progress, ReadFolder } from "../project/read-postmortems.ts";
import type { Io } from "./io.ts";

/** Milliseconds after which a terminal shows progress: what is done sooner needs none. */
const PROGRESS_FROM = 1000;

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}

/** What became of files that figures, or findings, say nothing of. */
type FileNotes = Pick<ReadFolder, "setAside" | "doubtful">;

/** Names files that are set aside, and those that were named and read like something else. */
export async function noteFiles({ setAside, doubtful }: FileNotes, io: Io): Promise<void> {
  if (setAside.length > 0) {
    const files = counted(setAside.length, "file");
    const what = setAside.length === 1 ? "not a postmortem" : "not postmortems";
    await io.note(`${files} set aside, ${what}: ${listed(setAside)}`);
  }
  for (const { path, kind } of doubtful) {
    await io.note(
      `${path} reads like ${kind} and is probably not a postmortem; it was read as one`,
    );
  }
}

/** Says what a reader of figures must know of the files behind them: nothing is dropped in silence. */
export async function writeFolderNotes(read: ReadFolder, io: Io): Promise<void> {
  for (const { path, message } of read.unreadable)
    await io.warn(`${path} was left out: ${message}`);
  for (const { path, problems } of read.postmortems) {
    const [report] = problems.flatMap((problem) => frontmatterSyntax.reportOn(problem) ?? []);
    if (!report) continue;
    const place = `${path}:${report.range.start.line}`;
    await io.warn(`${place}: ${report.message}; its frontmatter was left out (see pm lint)`);
  }
  await noteFiles(read, io);
}

/** Shows progress at a terminal, from one second on, and removes it at the end. */
export function progressOn(io: Io): Progress {
  const began = io.now();
  let isShown = false;
  return (done, total) => {
    const isLate = io.now() - began >= PROGRESS_FROM;
    if (done < total && isLate) io.show(`Reading postmortems: ${done} of ${total}`);
    else if (isShown) io.show("");
    isShown = done < total && (isShown || isLate);
  };
}
