import type { FactName } from "../../core/postmortem.ts";
import type { Window } from "../../core/time/window.ts";
import { folderKeeper, type ReportedFolder } from "../../jobs/kept-folder.ts";
import { type AskedReport, folderFor } from "../../jobs/report.ts";
import type { Project } from "../../project/project.ts";
import { readFacts } from "../../project/read-postmortems.ts";
import type { FoundFiles } from "../../read/find-files.ts";
import type { AnyReport } from "../../reports/define.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import { listeningTo, sayAgain } from "./kept-report.ts";

/** What a report is asked of which documents. */
interface Wanted {
  readonly report: AnyReport;
  readonly asked: AskedReport & { readonly window: Window };
  readonly needs: readonly FactName[];
  readonly found: FoundFiles;
  readonly project: Project;
  /** Whether anything is kept for later runs. */
  readonly isKept: boolean;
}

/** The folder of a report, and whether it tells of all documents that were found. */
interface FolderOfReport extends ReportedFolder {
  readonly isOfAll: boolean;
  /** Whether it was kept, without what the report does not rest on. */
  readonly wasKept: boolean;
}

/** Of fewer documents, what is remembered of each is read as fast, and their prose may be asked for proposals. */
const FEWEST = 100;

/**
 * Whether a folder is kept after it was read. That costs half as much as a report, which pays from the next
 * window on: not where some documents changed, as they may do again, unless reading them cost far more.
 */
function isWorthKeeping(unknown: number, { files: { length } }: FoundFiles): boolean {
  return length >= FEWEST && (unknown === 0 || unknown > length / 10);
}

/** The folder that a report is made of, as it is kept or else as it is read, with what is to be said of it. */
export async function reportedFolder(
  { report, asked, needs, found, project, isKept }: Wanted,
  io: Io,
): Promise<FolderOfReport> {
  const keeper = isKept ? folderKeeper(report, asked, found, project) : null;
  const known = keeper?.find(asked.window, io.now()) ?? null;
  if (known !== null) {
    await sayAgain(known, io);
    return { ...known, isOfAll: true, wasKept: true };
  }
  await keeper?.begin();
  const read = await readFacts(found, project, needs, progressOn(io));
  const { io: listening, said } = listeningTo(io);
  await writeFolderNotes(read, listening);
  const folder = folderFor(read.postmortems, asked, project);
  const isOfAll = read.unreadable.length === found.left.length;
  if (isOfAll && isWorthKeeping(read.unknown, found)) {
    await keeper?.keep(folder, { said, names: read.names, at: io.now() });
  }
  return { folder, said, redact: read.redact, isOfAll, wasKept: false };
}
