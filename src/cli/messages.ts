import { counted } from "../core/counted.ts";
import type { UsageError } from "../core/errors.ts";
import { printable } from "../core/printable.ts";
import type { Progress, ReadFolder } from "../project/read-postmortems.ts";
import type { Io } from "./io.ts";

/** With fewer files, a terminal shows no progress: reading them takes no time to speak of. */
const PROGRESS_FROM = 200;

/** The text of a usage error. */
export function usageText(error: UsageError): string {
  const message = error.message.split("\n").map(printable).join("\n");
  return `pm: ${message}\n${error.hint === null ? "" : `    ${printable(error.hint)}\n`}`;
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}

/** The note that names the files set aside; empty for none. */
export function setAsideNote(setAside: readonly string[]): readonly string[] {
  if (setAside.length === 0) return [];
  const what = setAside.length === 1 ? "not a postmortem" : "not postmortems";
  const note = `note: ${counted(setAside.length, "file")} set aside, ${what}: ${listed(setAside)}`;
  return [printable(note)];
}

/** The notes on documents that were named but read like something else. */
export function doubtfulNotes(doubtful: ReadFolder["doubtful"]): readonly string[] {
  return doubtful.map(({ path, kind }) =>
    printable(
      `note: ${path} reads like ${kind} and is probably not a postmortem; it was read as one`,
    ),
  );
}

/** What a reader of the figures must know about their files: nothing is dropped silently. */
function folderNotes({
  unreadable,
  setAside,
  doubtful,
  postmortems,
}: ReadFolder): readonly string[] {
  const broken = postmortems.flatMap(({ path, problems }) => {
    const problem = problems.find(({ ruleId }) => ruleId === "frontmatter-syntax");
    return problem ? [`${path}:${problem.range.start.line}: ${problem.message}`] : [];
  });
  return [
    ...unreadable.map(({ path, message }) => `warning: ${path} was left out: ${message}`),
    ...broken.map((place) => `warning: ${place}; its frontmatter was left out (see pm lint)`),
    ...setAsideNote(setAside),
    ...doubtfulNotes(doubtful),
  ];
}

/** Writes the notes to standard error. */
export async function writeFolderNotes(read: ReadFolder, io: Io): Promise<void> {
  for (const note of folderNotes(read)) await io.stderr.write(`${printable(note)}\n`);
}

/** Shows progress at a terminal, if there is much to read. */
export function progressOn(io: Io): Progress {
  return (done, total) => {
    if (!io.stderr.isTerminal || total < PROGRESS_FROM) return;
    const text =
      done < total ? `\rReading postmortems: ${done} of ${total}` : `\r${" ".repeat(50)}\r`;
    void io.stderr.write(text);
  };
}
