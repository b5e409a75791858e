import { counted } from "../core/counted.ts";
import type { UsageError } from "../core/errors.ts";
import { printable } from "../core/printable.ts";
import { frontmatterSyntax } from "../lint/rules/frontmatter-syntax.ts";
import type { Progress, ReadFolder } from "../project/read-postmortems.ts";
import type { Io } from "./io.ts";

/** Below so many files a terminal shows no progress: they are read before anybody looks. */
const PROGRESS_FROM = 200;

/** A usage error as people read it. */
export function usageText(error: UsageError): string {
  const message = error.message.split("\n").map(printable).join("\n");
  return `pm: ${message}\n${error.hint === null ? "" : `    ${printable(error.hint)}\n`}`;
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}

/** The note that names files set aside; none where there are none. */
export function setAsideNote(setAside: readonly string[]): readonly string[] {
  if (setAside.length === 0) return [];
  const note = `note: ${counted(setAside.length, "file")} set aside as no postmortem: ${listed(setAside)}`;
  return [printable(note)];
}

/** The notes on documents that were named and read like something else. */
export function doubtfulNotes(doubtful: ReadFolder["doubtful"]): readonly string[] {
  return doubtful.map(({ path, kind }) =>
    printable(`note: ${path} reads like ${kind} and is probably no postmortem; it is read as one`),
  );
}

/** What a reader of figures must know of the files behind them: nothing is dropped in silence. */
function folderNotes({
  unreadable,
  setAside,
  doubtful,
  postmortems,
}: ReadFolder): readonly string[] {
  const broken = postmortems.flatMap(({ path, problems }) => {
    const [report] = problems.flatMap((problem) => frontmatterSyntax.reportOn(problem) ?? []);
    return report ? [`${path}:${report.range.start.line}: ${report.message}`] : [];
  });
  return [
    ...unreadable.map(({ path, message }) => `warning: ${path} is left out: ${message}`),
    ...broken.map((place) => `warning: ${place}; its frontmatter is left out (see pm lint)`),
    ...setAsideNote(setAside),
    ...doubtfulNotes(doubtful),
  ];
}

/** Writes the notes to standard error. */
export async function writeFolderNotes(read: ReadFolder, io: Io): Promise<void> {
  for (const note of folderNotes(read)) await io.stderr.write(`${printable(note)}\n`);
}

/** Shows how far reading is, at a terminal and where there is much to read. */
export function progressOn(io: Io): Progress {
  return (done, total) => {
    if (!io.stderr.isTerminal || total < PROGRESS_FROM) return;
    const text =
      done < total ? `\rReading postmortems: ${done} of ${total}` : `\r${" ".repeat(50)}\r`;
    void io.stderr.write(text);
  };
}
