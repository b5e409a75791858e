import type { EpochMs, Postmortem } from "../core/postmortem.ts";
import type { Window } from "../core/time/window.ts";
import type { Redact } from "../people/recogniser.ts";
import { keptPostmortems } from "../project/kept-postmortems.ts";
import type { Project } from "../project/project.ts";
import { redactionOf } from "../project/read-postmortems.ts";
import { countedFacts } from "../project/reported-facts.ts";
import type { FoundFiles } from "../read/find-files.ts";
import type { AnyReport } from "../reports/define.ts";
import { isAhead, type Outlines, outlinesOf, restingOn } from "../reports/outlines.ts";
import { copiesIn, type Copy } from "../reports/shared/counted-once.ts";
import { oldestFirst } from "../reports/shared/selection.ts";
import { anonymisedBefore, type AnonymisedFolder } from "./anonymised.ts";
import type { AskedReport } from "./report.ts";

/** A line on standard error, and how it is said. */
export type Said = readonly ["note" | "warn", string];

/** A folder, or what of it a report rests on, with what is said of its files. */
export interface ReportedFolder {
  readonly folder: AnonymisedFolder;
  readonly said: readonly Said[];
  readonly redact: Redact;
  /** Its postmortems that state an instant which is still to come, where they were found before. */
  readonly ahead?: readonly Postmortem[];
}

/** What is kept of a folder beside its postmortems. Plain data. */
interface KeptHead extends Pick<AnonymisedFolder, "groups" | "notes" | "unlistedNotes"> {
  readonly said: readonly Said[];
  readonly names: readonly string[];
  readonly copies: readonly Copy[];
  readonly outlines: Outlines;
  /** When it was kept. */
  readonly at: EpochMs;
}

/** Where a folder is kept for the windows that a report is asked for later. */
interface FolderKeeper {
  /** What the report of a window rests on; null where that is not kept. */
  readonly find: (window: Window, now: EpochMs) => ReportedFolder | null;
  /** To be called before any document is read. */
  readonly begin: () => Promise<void>;
  readonly keep: (
    folder: AnonymisedFolder,
    of: Pick<KeptHead, "said" | "names" | "at">,
  ) => Promise<void>;
}

/** Whether a report rests on the incidents of its window alone, as it is asked. */
function isOnWindow(
  { restsOnWindow: isOfWindow, quotes }: AnyReport,
  { filters, own, row }: AskedReport,
): boolean {
  const isFiltered = Object.values<readonly string[]>({ ...filters }).some(
    (names) => names.length > 0,
  );
  const isQuoting = row !== null || (quotes !== undefined && own[quotes] === true);
  return isOfWindow === true && !isFiltered && !isQuoting;
}

/** Where a folder is kept for a report, as it is asked; null where nothing is kept for it. */
export function folderKeeper(
  report: AnyReport,
  asked: AskedReport,
  found: FoundFiles,
  project: Project,
): FolderKeeper | null {
  if (!isOnWindow(report, asked)) return null;
  const keeper = keptPostmortems<KeptHead>(project, found, "folder", report.needs);
  if (keeper === null) return null;
  let isKept = false;
  return {
    find: (window, now) => {
      const kept = keeper.find();
      isKept = kept !== null;
      if (kept === null || now < kept.head.at) return null;
      const { groups, notes, unlistedNotes, copies, said, names, outlines } = kept.head;
      const places = restingOn(outlines, window, now);
      if (places === null) return null;
      const postmortems = places.map(kept.postmortemAt);
      const before = { postmortems, groups, notes, unlistedNotes };
      const folder = anonymisedBefore(before, project);
      const ahead = postmortems.filter((_, index) => isAhead(outlines, places[index], now));
      return { folder: { ...folder, copies }, said, redact: redactionOf(project, names), ahead };
    },
    begin: keeper.begin,
    keep: async (folder, { said, names, at }) => {
      if (isKept) return;
      const { taxonomy, groups, notes, unlistedNotes } = folder;
      const copies = copiesIn(folder.postmortems);
      // As such a report sorts them: it says the same in whatever order they come.
      const postmortems = folder.postmortems.toSorted(oldestFirst);
      const outlines = outlinesOf(postmortems, taxonomy, copies);
      const head = { groups, notes, unlistedNotes, copies, said, names, outlines, at };
      await keeper.keep(head, postmortems, countedFacts(at));
    },
  };
}
