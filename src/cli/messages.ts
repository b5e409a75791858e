import { counted } from "../core/counted.ts";
import { firstOf } from "../core/first-of.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { frontmatterSyntax } from "../lint/rules/frontmatter-syntax.ts";
import type { Progress, ReadFolder } from "../project/read-postmortems.ts";
import type { Io } from "./io.ts";

/** Milliseconds after which a terminal shows progress: what is done sooner needs none. */
const PROGRESS_FROM = 1000;

/** How many files that are set aside a report names; `pm lint` names more. */
const MOST_SET_ASIDE = 2;

/** What became of files that figures, or findings, say nothing of. */
type FileNotes = Pick<ReadFolder, "setAside" | "doubtful" | "foreign">;

/**
 * Names files that are set aside, and those that were named and read like something else.
 * @param most how many of the first are named.
 */
export async function noteFiles(
  { setAside, doubtful, foreign }: FileNotes,
  io: Io,
  most?: number,
): Promise<void> {
  if (setAside.length > 0) {
    const files = counted(setAside.length, "file");
    const what = setAside.length === 1 ? "not a postmortem" : "not postmortems";
    await io.note(`${files} set aside, ${what}: ${firstOf(setAside, most)}`);
  }
  for (const { path, kind } of doubtful) {
    await io.note(
      `${path} reads like ${kind} and is probably not a postmortem; it was read as one`,
    );
  }
  for (const [name, paths] of byLanguage(foreign, false)) {
    const files = counted(paths.length, "document");
    const looks = paths.length === 1 ? "looks" : "look";
    await io.note(
      `${files} ${looks} like ${name}: no vocabulary, so only the frontmatter was read: ${firstOf(paths)}`,
    );
  }
}

/** The paths of documents by the name of their language, of those with or without a vocabulary. */
function byLanguage(
  foreign: ReadFolder["foreign"],
  isKnown: boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, language } of foreign) {
    if (language.isKnown !== isKnown) continue;
    found.set(language.name, [...(found.get(language.name) ?? []), path]);
  }
  return found;
}

/** Says which documents are left out of what knows English wording alone. */
export async function noteEnglishOnly(
  foreign: ReadFolder["foreign"],
  what: string,
  io: Io,
): Promise<void> {
  for (const [name, paths] of byLanguage(foreign, true)) {
    const files = counted(paths.length, "document");
    await io.note(`${what} only in English, so they skip ${files} in ${name}: ${firstOf(paths)}`);
  }
}

/** Says what a reader of figures must know of the files behind them: nothing is dropped in silence. */
export async function writeFolderNotes(
  read: Omit<ReadFolder<Pick<Postmortem, "path" | "problems">>, "texts">,
  io: Io,
): Promise<void> {
  for (const { path, message } of read.unreadable)
    await io.warn(`${path} was left out: ${message}`);
  for (const { path, problems } of read.postmortems) {
    const [report] = problems.flatMap((problem) => frontmatterSyntax.reportOn(problem) ?? []);
    if (!report) continue;
    const place = `${path}:${report.range.start.line}`;
    await io.warn(`${place}: ${report.message}; its frontmatter was left out (see pm lint)`);
  }
  await noteFiles(read, io, MOST_SET_ASIDE);
  if (read.postmortems.length + read.unreadable.length === 0) await noteEmptyFolder(io);
}

/** Says how a folder without postmortems gets its first. */
export async function noteEmptyFolder(io: Io): Promise<void> {
  await io.note('no postmortems yet: pm new "What broke" writes the first');
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
